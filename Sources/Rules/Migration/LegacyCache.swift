import HashProbe
import SwiftSyntax

/// A function is cached with the catch-all `cache`, which does not say whether its result is data or a resource.
///
/// ## Why this is a problem
/// One API for both kinds copies what should be shared or shares what should be copied. `@CacheData` gives every
/// caller a value of its own; `@CacheResource` gives all of them the same object. The decision table says which one a
/// return type calls for.
struct LegacyCache: Rule {
  static let description = RuleDescription(
    id: "legacy-cache",
    severity: .warning,
    summary:
      "A function is cached with the catch-all `cache`, which does not say whether its result is data or a resource.",
    rationale: """
      One API for both kinds copies what should be shared, or shares what should be copied. `@CacheData` and \
      `cacheData` give every caller a value of its own; `@CacheResource` and `cacheResource` give all of them the same \
      object. Which one a function calls for follows from its return type: the decision table first, then what the \
      project declares of the type; a type that is not known starts as data.

      The fix rewrites the name and treats the options of that use, whole or not at all. It is safe when the return \
      type decides, and unsafe where a person should look: the type is not known, an option takes its value from a \
      variable, the attribute stands inside `#if`. There is none where the new API refuses the function: nothing \
      returned, `rethrows`, `inout`, `mutating`, no body.

      A file counts when it imports the module, or when another file of its module passes it on with \
      `@_exported import`. Code in every branch of `#if` counts, whatever the condition. A `cache` that the project \
      declares itself is not meant.
      """,
    triggering: Examples.triggering,
    notTriggering: Examples.notTriggering,
    corrections: Examples.corrections)

  static func findings(in file: SourceFile, _ context: RuleContext) -> [Finding] {
    let severity = context.severity(of: description)
    return Migration.migrations(in: file, context).compactMap { migration in
      guard let decision = migration.decision else { return nil }
      let use = migration.use
      let successor = use.spelling(of: use.replacement(context.configuration.replacements[decision.kind]))
      return Finding(
        rule: description.id, severity: severity,
        message: .deprecated(
          use.spelling, function: migration.function.name, decision, successor: successor),
        path: file.path,
        start: file.position(at: use.range.lowerBound), end: file.position(at: use.range.upperBound),
        function: migration.function.name, decision: decision,
        notes: decision.notes + migration.reasons,
        fixes: migration.fix.map { [$0] } ?? [])
    }
  }
}

extension String {
  fileprivate static func deprecated(
    _ name: String, function: String?, _ decision: Decision, successor: String
  ) -> String {
    let subject = function.map { "'\($0)'" } ?? "its closure"
    let kind = decision.kind == .data ? "data" : "a resource"
    let isUnsure = decision.confidence == .unsure
    let type = decision.returnType.isEmpty ? "its type is not written" : "'\(decision.returnType)'"
    return "'\(name)' is deprecated and \(subject) \(isUnsure ? "probably " : "")returns \(kind) (\(type)); "
      + "use '\(successor)'"
  }
}
