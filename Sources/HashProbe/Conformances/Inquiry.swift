/// The questions of conformance that one outermost question leads to, so that recursive types end and each is asked once.
///
/// A question that is met again while it is open is taken to be answered by yes. What rests on that is provisional
/// until the open question is answered: a yes confirms it, and anything else discards it. A no rests on a part that
/// is not, whatever was taken for granted, and is final at once.
///
/// Used by the one thread that asks.
final class Inquiry: @unchecked Sendable {
  /// How many questions may be open at once; more come only of types that nest without end.
  static let limit = 128

  private struct Declaration: Hashable {
    var type: TypeNumber
    var target: TypeNumber
  }

  private struct Provisional {
    var answer: Conformance
    /// The lowest of the open questions that it rests on.
    var base: Int
  }

  private let page: ConformanceAnswers.Page
  private var open: [Assumption: Int] = [:]
  /// The lowest open question on each declaration, whatever its arguments.
  private var declarations: [Declaration: Int] = [:]
  private var provisional: [Assumption: Provisional] = [:]
  private var trail: [Assumption] = []
  /// The lowest open question that what is being answered rests on so far.
  private var base = Int.max

  init(page: ConformanceAnswers.Page) { self.page = page }

  func isOpen(_ question: Assumption) -> Bool { open[question] != nil }

  /// - Parameters:
  ///   - number: The declaration of the type asked about.
  ///   - assumed: The answer while the question is open.
  ///   - answer: Finds it out; `true`: the same declaration is being looked at with other arguments, and
  ///     what it is made of need not be looked at again.
  func answer(
    _ question: Assumption, on number: TypeNumber, assumed: () -> Conformance,
    tooDeep: () -> Conformance, _ answer: (Bool) -> Conformance
  ) -> Conformance {
    if let known = page[question] { return known }
    if let found = provisional[question] {
      base = min(base, found.base)
      return found.answer
    }
    if let depth = open[question] {
      base = min(base, depth)
      return assumed()
    }
    let depth = open.count
    guard depth < Self.limit else {
      base = -1
      return tooDeep()
    }
    let declaration = Declaration(type: number, target: question.protocol)
    let outer = declarations[declaration]
    let outerBase = base
    let start = trail.count
    base = outer ?? .max
    open[question] = depth
    if outer == nil { declarations[declaration] = depth }

    let found = answer(outer != nil)

    open[question] = nil
    if outer == nil { declarations[declaration] = nil }
    let own = base
    base = outerBase
    if found.isNo {
      page[question] = found
      forget(from: start)
    } else if own >= depth {
      page[question] = found
      if found.isYes { settle(from: start) } else { forget(from: start) }
    } else {
      if found.isYes { note(question, found, own) } else { forget(from: start) }
      base = min(base, own)
    }
    return found
  }

  private func note(_ question: Assumption, _ answer: Conformance, _ base: Int) {
    provisional[question] = Provisional(answer: answer, base: base)
    trail.append(question)
  }

  private func settle(from start: Int) {
    for question in trail[start...] { page[question] = provisional.removeValue(forKey: question)?.answer }
    trail.removeLast(trail.count - start)
  }

  private func forget(from start: Int) {
    for question in trail[start...] { provisional[question] = nil }
    trail.removeLast(trail.count - start)
  }
}
