// Who waits for whom, among computations that began inside other computations. A circle would never end:
//
//    task 1   a(1) ──needs──▶ b(1)            task 2   b(1) ──needs──▶ a(1)
//
// Each edge says that one computation cannot end before another. The one that would close a circle is told so and does not
// wait. Only callers inside a computation come here; all others cannot be part of a circle.

/// Which computations cannot end before which others.
final class WaitGraph: Sendable {
  static let shared = WaitGraph()

  private struct State {
    var needs: [ObjectIdentifier: [ObjectIdentifier]] = [:]

    func reaches(_ start: ObjectIdentifier, anyOf goals: Set<ObjectIdentifier>) -> Bool {
      var pending = [start]
      var seen: Set<ObjectIdentifier> = []
      while let node = pending.popLast() {
        if goals.contains(node) { return true }
        if seen.insert(node).inserted { pending += needs[node, default: []] }
      }
      return false
    }
  }

  private let state = Guarded(State())

  /// Notes that the innermost of `waiting` needs `flight`, unless `flight` needs one of them.
  ///
  /// - Returns: whether waiting will end.
  func add(_ waiting: Computation, needs flight: Flight) -> Bool {
    let goals = Set(waiting.chain.map { ObjectIdentifier($0) })
    return state.withLock {
      if $0.reaches(ObjectIdentifier(flight), anyOf: goals) { return false }
      $0.needs[ObjectIdentifier(waiting.flight), default: []].append(ObjectIdentifier(flight))
      return true
    }
  }

  /// Takes back what `add` noted.
  func remove(_ waiting: Computation, needs flight: Flight) {
    state.withLock {
      let (from, to) = (ObjectIdentifier(waiting.flight), ObjectIdentifier(flight))
      guard let index = $0.needs[from]?.firstIndex(of: to) else { return }
      $0.needs[from]?.remove(at: index)
      if $0.needs[from]?.isEmpty == true { $0.needs[from] = nil }
    }
  }

  /// Whether nothing is noted, as it must be when nothing runs.
  var isEmpty: Bool { state.withLock { $0.needs.isEmpty } }
}
