import HashProbe

/// A comment that says to leave findings alone: `// recache:disable:next legacy-cache -- the reason`.
struct Directive {
  enum Command: String, CaseIterable {
    case next = "disable:next"
    case this = "disable:this"
    case previous = "disable:previous"
    case file = "disable:file"
    /// From here to `enable`, or to the end of the file.
    case start = "disable"
    case end = "enable"
  }

  /// The id of a rule, or `all`.
  struct Name {
    var text: String
    var range: Range<Int>

    /// Stands for every rule.
    static let all = "all"

    func covers(_ rule: String) -> Bool { text == rule || text == Self.all }
  }

  var command: Command
  var names: [Name]
  /// What stands behind `--`; `nil` where there is no `--`.
  var reason: String?
  /// The whole comment.
  var range: Range<Int>
  /// The lines that the comment is about; none for those that hold for a region or a file.
  var lines: ClosedRange<Int>?
}

/// A comment that begins as a directive does and says nothing that is known.
struct UnknownDirective {
  /// What stands behind `recache:`.
  var word: String
  var wordRange: Range<Int>
}

/// How directives begin; files are searched for it.
package enum DirectiveWord {
  package static let text = "recache:"

  /// Whether a file may hold a directive.
  package static func occurs(in bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { ByteSearch.offset(of: word, in: $0) != nil }
  }

  private static let word = Array(text.utf8)
}
