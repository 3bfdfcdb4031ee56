import SwiftSyntax

/// A suppression is not understood, and so it may not do what its author thinks.
struct InvalidSuppression: Rule {
  static let description = RuleDescription(
    id: "invalid-suppression",
    severity: .warning,
    summary: "A suppression is not understood, or lacks what a suppression needs.",
    rationale: """
      A suppression with a misspelled rule silences nothing, and one without a reason tells nobody when it may go. \
      Written right it is a comment that begins with `recache:`:

      | comment | silences |
      |---|---|
      | `// recache:disable:next RULE -- reason` | what begins on the next line of code, as far as its first brace |
      | `// recache:disable:this RULE -- reason` | the line that it stands on |
      | `// recache:disable:previous RULE -- reason` | the line of code before it |
      | `// recache:disable RULE -- reason` | everything up to `// recache:enable RULE`, or to the end of the file |
      | `// recache:disable:file RULE -- reason` | the whole file, wherever in it the comment stands |

      Several rules stand side by side, `all` means every rule, and `/* … */` is as good as `//`. With `suppressions: \
      {require-reason: true}` in the rules file every suppression says why. This rule cannot be suppressed; it is \
      switched off in the rules file.
      """,
    isSuppressible: false,
    triggering: Examples.triggering,
    notTriggering: Examples.notTriggering,
    corrections: Examples.corrections)

  static func findings(in file: SourceFile, _ context: RuleContext) -> [Finding] {
    let reader = DirectiveReader(file)
    let suppressions = Suppressions(reader.directives)
    let (closed, idle) = suppressions.closings()
    var faults = reader.unknown.map { unknown in
      Fault.unknownCommand(
        unknown, near: Spelling.nearest(to: unknown.word, among: Directive.Command.allCases.map(\.rawValue)))
    }
    for (index, directive) in reader.directives.enumerated() {
      if directive.names.isEmpty { faults.append(.noRules(directive)) }
      for (number, name) in directive.names.enumerated() where name.text != Directive.Name.all {
        if !context.knownRules.contains(name.text) {
          let near = Spelling.nearest(to: name.text, among: context.knownRules)
          faults.append(.unknownRule(name, near: near))
        } else if !Registry.isSuppressible(name.text) {
          faults.append(.unsuppressible(name, index, number))
        }
      }
      faults += directive.names.indices.map { Suppressions.Key(directive: index, name: $0) }
        .filter { idle.contains($0) && context.knowsRule(suppressions.name($0).text) }.map { .idle($0) }
      if directive.command != .end, directive.reason?.isEmpty ?? context.configuration.requiresReasons {
        faults.append(.noReason(directive))
      }
    }
    let removal = DirectiveRemoval(suppressions: suppressions, file: file, closed: closed)
    return faults.map { finding($0, removal, context) }
  }

  /// What can be wrong with a directive.
  private enum Fault {
    case unknownCommand(UnknownDirective, near: String?)
    case noRules(Directive)
    case unknownRule(Directive.Name, near: String?)
    case unsuppressible(Directive.Name, Int, Int)
    /// An `enable` that closes nothing.
    case idle(Suppressions.Key)
    case noReason(Directive)
  }

  private static func finding(
    _ fault: Fault, _ removal: DirectiveRemoval, _ context: RuleContext
  ) -> Finding {
    let range: Range<Int>
    let message: String
    var note: String?
    var fix: Fix?
    switch fault {
    case .unknownCommand(let unknown, let near):
      range = unknown.wordRange
      message = .unknownCommand(unknown.word, near: near)
      note = "there are " + Directive.Command.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
      fix = near.map { .writing($0, at: range) }
    case .noRules(let directive):
      range = directive.range
      message = "this suppression names no rule; name the rules, or write 'all'"
      note =
        "such as '// recache:\(directive.command.rawValue) \(context.knownRules.first ?? "all") -- the reason'"
    case .unknownRule(let name, let near):
      range = name.range
      message = .unknownRule(name.text, near: near)
      note =
        "there are "
        + context.knownRules.filter(Registry.isSuppressible).map { "'\($0)'" }
        .joined(separator: ", ")
      fix = near.map { .writing($0, at: range) }
    case .unsuppressible(let name, let directive, let number):
      range = name.range
      message = "'\(name.text)' cannot be suppressed; switch it off in the rules file"
      fix = .removing([Suppressions.Key(directive: directive, name: number)], removal)
    case .idle(let key):
      range = removal.suppressions.name(key).range
      message =
        "no 'recache:disable' before this is open for '\(removal.suppressions.name(key).text)'; remove it"
      fix = .removing([key], removal)
    case .noReason(let directive):
      range = directive.range
      message = "this suppression says no reason; write it behind '--'"
      note = "the rules file asks for reasons ('suppressions: {require-reason: true}')"
      if directive.reason != nil { note = "nothing stands behind '--'" }
    }
    return Finding(
      rule: description.id, severity: context.severity(of: description), message: message,
      path: removal.file.path, start: removal.file.position(at: range.lowerBound),
      end: removal.file.position(at: range.upperBound),
      notes: note.map { [Finding.Note(message: $0)] } ?? [], fixes: fix.map { [$0] } ?? [])
  }
}

extension Fix {
  /// Takes names out of their directive: what they did, nothing does.
  fileprivate static func removing(_ keys: Set<Suppressions.Key>, _ removal: DirectiveRemoval) -> Fix {
    Fix(title: "remove it", applicability: .safe, edits: removal.edits(removing: keys))
  }

  /// What the author probably meant.
  fileprivate static func writing(_ text: String, at range: Range<Int>) -> Fix {
    Fix(
      title: "write '\(text)'", applicability: .unsafe,
      edits: [Edit(start: range.lowerBound, end: range.upperBound, replacement: text)])
  }
}

extension String {
  fileprivate static func unknownCommand(_ word: String, near: String?) -> String {
    "unknown directive 'recache:\(SingleLine(word))'"
      + (near.map { "; did you mean 'recache:\($0)'?" } ?? "; it suppresses nothing")
  }

  fileprivate static func unknownRule(_ id: String, near: String?) -> String {
    "unknown rule '\(SingleLine(id))'" + (near.map { "; did you mean '\($0)'?" } ?? "; it suppresses nothing")
  }
}
