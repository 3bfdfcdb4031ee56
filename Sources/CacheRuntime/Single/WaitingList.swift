/// Who waits for one computation: a pure value that says whom to wake.
struct WaitingList<Waiter> {
  private var waiters: [Int: Waiter] = [:]
  private var isOver = false
  private var nextTicket = 0

  /// Takes a place; nil when there is nothing to wait for any more.
  mutating func join(_ waiter: Waiter) -> Int? {
    guard !isOver else { return nil }
    nextTicket += 1
    waiters[nextTicket] = waiter
    return nextTicket
  }

  /// Gives a place up.
  ///
  /// - Returns: the waiter to wake, unless it was woken already.
  mutating func leave(_ ticket: Int) -> Waiter? { waiters.removeValue(forKey: ticket) }

  /// Ends the waiting.
  ///
  /// - Returns: those to wake, first come first.
  mutating func end() -> [Waiter] {
    isOver = true
    guard !waiters.isEmpty else { return [] }
    defer { waiters = [:] }
    return waiters.sorted { $0.key < $1.key }.map(\.value)
  }
}
