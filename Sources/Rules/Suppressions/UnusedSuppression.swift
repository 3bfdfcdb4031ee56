import SwiftSyntax

/// A suppression silences nothing, so that nobody would notice what it hides one day.
struct UnusedSuppression: Rule {
  static let description = RuleDescription(
    id: "unused-suppression",
    severity: .warning,
    summary: "A suppression silences nothing.",
    rationale: """
      A suppression outlives what it was written for: the use is migrated, the comment stays, and hides the next use \
      that somebody writes there. The fix takes out the comment, with its line where nothing else stands on it, or the \
      names in its list that silence nothing; an `enable` that closed nothing else goes along.

      Only rules that are switched on are judged. This rule cannot be suppressed; it is switched off in the rules file.
      """,
    isSuppressible: false,
    triggering: Examples.triggering,
    notTriggering: Examples.notTriggering,
    corrections: Examples.corrections)

  /// By itself; in a run it is asked once the other rules have spoken.
  static func findings(in file: SourceFile, _ context: RuleContext) -> [Finding] {
    let rules = Registry.rules.filter { context.severity(of: $0.description) != .off }
    return RuleRun.findings(of: rules, in: file, context).filter { $0.rule == description.id }
  }

  /// - Parameters:
  ///   - used: The names that silenced something.
  ///   - rules: The ids of the rules that have looked at the file.
  static func findings(
    _ suppressions: Suppressions, _ used: Set<Suppressions.Key>, judging rules: Set<String>,
    in file: SourceFile, _ context: RuleContext
  ) -> [Finding] {
    let severity = context.severity(of: description)
    let removal = DirectiveRemoval(
      suppressions: suppressions, file: file, closed: suppressions.closings().closed)
    return suppressions.directives.enumerated().flatMap { index, directive -> [Finding] in
      guard directive.command != .end else { return [] }
      let unused = directive.names.indices.filter { name in
        let text = directive.names[name].text
        return !used.contains(Suppressions.Key(directive: index, name: name))
          && (text == Directive.Name.all || rules.contains(text) && Registry.isSuppressible(text))
      }
      func finding(_ names: [Int], at range: Range<Int>) -> Finding {
        let keys = Set(names.map { Suppressions.Key(directive: index, name: $0) })
        let fix = Fix(
          title: "remove it", applicability: .safe, edits: removal.edits(removing: keys))
        return Finding(
          rule: description.id, severity: severity,
          message: .unused(
            names.map { directive.names[$0].text }, isWhole: names.count == directive.names.count),
          path: file.path, start: file.position(at: range.lowerBound),
          end: file.position(at: range.upperBound), fixes: [fix])
      }
      if unused.isEmpty { return [] }
      if unused.count == directive.names.count { return [finding(unused, at: directive.range)] }
      return unused.map { finding([$0], at: directive.names[$0].range) }
    }
  }
}

extension String {
  fileprivate static func unused(_ names: [String], isWhole: Bool) -> String {
    let rules = names.map { $0 == Directive.Name.all ? "any rule" : "'\($0)'" }.joined(separator: " or ")
    return isWhole
      ? "there is nothing of \(rules) to suppress here; remove the comment"
      : "there is nothing of \(rules) to suppress here; remove it from the list"
  }
}
