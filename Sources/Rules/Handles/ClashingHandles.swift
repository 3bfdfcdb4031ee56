import HashProbe
import SwiftSyntax

/// Two cached functions of one name stand in one place, so that their handles have one name too.
///
/// ## Why this is a problem
/// Each attribute adds a handle `$name`; the second one is an "invalid redeclaration" to the compiler, which does not
/// say where it comes from. A macro sees its own function alone and cannot say more.
struct ClashingHandles: Rule {
  static let description = RuleDescription(
    id: "clashing-handles",
    severity: .error,
    summary: "Two cached functions of one name stand in one place, so that their handles have one name too.",
    rationale: """
      Each attribute adds a handle, `$rides` to `rides(in:)`. The handle of an overload, `rides(near:)`, has the same \
      name, and the compiler answers "invalid redeclaration of '$rides'" without a word of where it comes from or what \
      to do. A macro cannot say it better, since it sees its own function alone.

      `handle: false` leaves a handle out. The fix keeps the handle of the function that comes first, by path and place; \
      it is unsafe, since only a person knows which handle is needed. Overloads in different branches of one `#if` do \
      not meet, nor do those of extensions with different constraints.
      """,
    triggering: Examples.triggering,
    notTriggering: Examples.notTriggering,
    corrections: Examples.corrections)

  static func findings(in file: SourceFile, _ context: RuleContext) -> [Finding] {
    var namesakes: [[String]: Namesakes] = [:]
    return CacheUse.uses(in: file, context).compactMap { use in
      guard let handle = Handle(use, in: file) else { return nil }
      let clash = namesakes[handle.scope + [handle.name], default: Namesakes()].add(handle)
      guard let first = context.handles.first(clashingWith: handle, of: file) ?? clash else { return nil }
      return finding(handle, first, file, context)
    }
  }

  private static func finding(
    _ handle: Handle, _ first: Handle, _ file: SourceFile, _ context: RuleContext
  ) -> Finding {
    Finding(
      rule: description.id, severity: context.severity(of: description),
      message: .clash(handle, first), path: file.path,
      start: file.position(at: handle.range.lowerBound), end: file.position(at: handle.range.upperBound),
      function: handle.function,
      notes: [
        Finding.Note(
          message: "'$\(handle.name)' belongs to '\(first.function)'", path: first.path,
          start: first.place ?? file.position(at: first.range.lowerBound))
      ],
      fixes: handle.removal.map { [$0] } ?? [])
  }
}

extension String {
  fileprivate static func clash(_ handle: Handle, _ first: Handle) -> String {
    "'\(handle.function)' and '\(first.function)' would both have the handle '$\(handle.name)'; "
      + "write 'handle: false' in the attribute of one of them"
  }
}
