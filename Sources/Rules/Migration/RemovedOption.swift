import HashProbe
import SwiftSyntax

/// An option is given that the new API does not have, or that has another value there.
///
/// ## Why this is a problem
/// Code with such an option does not compile once the name is changed, and what the option stood for is now said by
/// the choice between data and a resource.
struct RemovedOption: Rule {
  static let description = RuleDescription(
    id: "removed-option",
    severity: .warning,
    summary: "An option is given that the new API does not have, or that has another value there.",
    rationale: """
      `allowOutputMutation` is replaced by the choice itself: a resource is shared, data is copied. \
      `suppressStWarning` has nothing left to suppress, since cached functions may show elements; one that reads \
      widgets says `experimentalAllowWidgets: true`. `persist` is `.disk` or left out, and a resource cannot be \
      persisted.

      On a legacy use the fix is the one of `legacy-cache`, which rewrites name and options together: without \
      `allowOutputMutation: true` there would be no evidence left that a resource is meant. On the new API the option \
      alone is treated. An option that is given twice or that nobody knows is left alone.
      """,
    triggering: Examples.triggering,
    notTriggering: Examples.notTriggering,
    corrections: Examples.corrections)

  static func findings(in file: SourceFile, _ context: RuleContext) -> [Finding] {
    let severity = context.severity(of: description)
    return Migration.migrations(in: file, context).flatMap { migration in
      let use = migration.use
      let successor = use.spelling(of: use.replacement(context.configuration.replacements[migration.kind]))
      return migration.options.changes.map { change in
        Finding(
          rule: description.id, severity: severity, message: .changed(change, of: successor),
          path: file.path,
          start: file.position(at: change.argument.startOffset),
          end: file.position(at: change.argument.expression.endOffset),
          function: migration.function.name, notes: migration.reasons,
          fixes: migration.fix.map { [$0] } ?? [])
      }
    }
  }
}

extension String {
  fileprivate static func changed(_ change: OptionPlan.Change, of successor: String) -> String {
    let option = change.option
    switch (change.outcome, option.action) {
    case (.removed, .remove):
      return "'\(successor)' has no option '\(option.name)': \(option.because); delete it"
    case (.replaced(let name, let value), .remove):
      return "'\(successor)' has no option '\(option.name)': \(option.because); write '\(name): \(value)'"
    case (.removed, _):
      return
        "'\(change.written)' has no meaning in '\(successor)': \(option.because); delete it"
    case (.replaced(let name, let value), _):
      return
        "'\(change.written)' is written otherwise in '\(successor)': \(option.because); "
        + "write '\(name): \(value)'"
    case (.unknownValue, _):
      return
        "'\(change.written)' is written otherwise in '\(successor)': \(option.because); "
        + "write the value out"
    }
  }
}
