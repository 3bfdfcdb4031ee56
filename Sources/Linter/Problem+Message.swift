import Rules

extension LintProblem {
  /// What there is to read about it, without its place.
  package var message: String {
    switch reason {
    case .missing:
      return "no such file or directory"
    case .unreadable(let error):
      return "cannot be read: \(error.text)"
    case .brokenLink:
      return "the symbolic link leads nowhere"
    case .linkCycle:
      return "the symbolic link leads back to itself"
    case .notAFile:
      return "is neither a file nor a directory"
    case .unreadableName:
      return "the name is not valid UTF-8"
    case .tooLarge(let size, let limit):
      return "the file has \(size) bytes, more than \(limit); split it or leave it out"
    case .notUTF8:
      return "the file is not valid UTF-8"
    case .nestedTooDeeply(let limit):
      return "nested more than \(limit) levels deep; the rest of the file was not looked at"
    case .bracketsInARow(let limit):
      return "more than \(limit) '[' in a row, which take too long to parse; the file was not looked at"
    case .invalidFix(let rule):
      return "the fix of '\(rule)' does not fit the file; nothing of it was applied"
    case .fixCycle(let rules):
      return "the fixes of \(Self.list(rules)) undo one another; the file was left as it was"
    case .fixesDoNotSettle(let rules, let rounds):
      return "the fixes of \(Self.list(rules)) do not settle in \(rounds) rounds; the file was left as it was"
    case .fixBreaksSyntax(let rules):
      return "the fixes of \(Self.list(rules)) would break the syntax; the file was left as it was"
    case .changedOnDisk:
      return "the file was changed by somebody else meanwhile; run again"
    case .readOnly:
      return "the file is read-only; nothing was written"
    case .unwritable(let error):
      return "cannot be written: \(error.text)"
    case .staleBaseline(let rule, let path, let declaration):
      let place = declaration.isEmpty ? "'\(path)'" : "'\(declaration)' in '\(path)'"
      return "stale entry: \(place) has no such finding of '\(rule)' any more; '--prune-baseline' removes it"
    case .baselineIncomplete:
      return "the baseline was not written, because not all files could be looked at"
    case .unsuppressed(let rules):
      return "no comment can stand where \(Self.list(rules)) would be suppressed; write one by hand"
    }
  }

  /// `path:line:column: error: message`.
  package var text: String { "\(place): error: \(SingleLine.whole(message))" }

  /// `path:line:column`, as far as it is known.
  var place: String { SingleLine.whole(path) + (position.map { ":\($0.line):\($0.column)" } ?? "") }

  private static func list(_ rules: [String]) -> String {
    rules.map { "'\($0)'" }.joined(separator: ", ")
  }
}
