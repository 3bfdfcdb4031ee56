import HashProbe
import SwiftSyntax

/// An argument of a cached function cannot be hashed, so that the call has no key.
///
/// ## Why this is a problem
/// A cached function is looked up by its arguments. One that cannot be hashed is refused by the compiler, or ends in
/// an `UnhashableParamError` at the first call.
struct UnhashableParam: Rule {
  static let description = RuleDescription(
    id: "unhashable-param",
    severity: .warning,
    summary: "An argument of a cached function cannot be hashed, so that the call has no key.",
    rationale: """
      A cached function is looked up by its arguments, `self` of a method among them. One that is not `Hashable` is \
      refused by the compiler, or ends in an `UnhashableParamError` at the first call.

      A hash function in the attribute says what identifies a value: `hashFuncs: [.hash(Region.self) { $0.code }]`. A \
      parameter whose internal name starts with an underscore is left out of the key, which is right for a database \
      connection and wrong for whatever decides the result: a function that lists the layers of `_model` goes on \
      answering for the first model it saw.

      The fix writes a hash function from the properties that identify a value, or else leaves a shared object or a \
      closure out of the key. It is unsafe, since only a person knows what identifies a value. Nothing is said of types \
      that are not known.
      """,
    triggering: Examples.triggering,
    notTriggering: Examples.notTriggering,
    corrections: Examples.corrections)

  static func findings(in file: SourceFile, _ context: RuleContext) -> [Finding] {
    let uses = CacheUse.uses(in: file, context)
    guard !uses.isEmpty else { return [] }
    return uses.flatMap { use -> [Finding] in
      guard case .attribute(let attribute, let function, _) = use.form else { return [] }
      // What cannot be cached at all has other troubles than its key.
      guard CachedFunction(function).obstacles.isEmpty else { return [] }
      return CachedParameter.parameters(of: function, in: file, context.probe).compactMap { parameter in
        finding(parameter, attribute, file, context)
      }
    }
  }

  private static func finding(
    _ parameter: CachedParameter, _ attribute: AttributeSyntax, _ file: SourceFile, _ context: RuleContext
  ) -> Finding? {
    let verdict = parameter.verdict
    let functions = HashFunctionList(attribute)
    guard verdict.answer == .unhashable, !functions.covers(parameter, context.index) else { return nil }
    let fix = functions.fix(parameter) ?? parameter.exclusion
    var notes = verdict.chain.map { link in
      Finding.Note(
        message: link.text, path: link.place?.path,
        start: link.place.map { SourcePosition(line: $0.line, column: $0.column, offset: $0.offset) })
    }
    for suggestion in verdict.suggestions where suggestion.kind != .excludeParameter {
      let warning = suggestion.note.map { " (\($0))" } ?? ""
      notes.append(Finding.Note(message: "or write '\(suggestion.code)'\(warning)"))
    }
    return Finding(
      rule: description.id, severity: context.severity(of: description),
      message: .unhashable(parameter),
      path: file.path, start: file.position(at: parameter.range.lowerBound),
      end: file.position(at: parameter.range.upperBound), function: parameter.function, notes: notes,
      fixes: fix.map { [$0] } ?? [])
  }
}

extension String {
  fileprivate static func unhashable(_ parameter: CachedParameter) -> String {
    let remedy =
      parameter.isSelf
      ? "give its type a hash function in 'hashFuncs'"
      : "give it a hash function in 'hashFuncs', or start its name with '_' to leave it out of the key"
    return "cannot hash argument '\(parameter.name)' (of type \(parameter.verdict.type)) in "
      + "'\(parameter.function)'; \(remedy)"
  }
}
