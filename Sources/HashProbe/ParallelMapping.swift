/// Does independent work, on several threads if it likes.
package protocol ParallelMapping: Sendable {
  /// The results for all items, in their order.
  func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (Item) -> Result
  ) -> [Result]
}

extension ParallelMapping {
  /// The same for items that are too small to be handed out one by one.
  func mapInRuns<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (Item) -> Result
  ) -> [Result] {
    let length = 256
    guard items.count > length else { return items.map(body) }
    let runs = stride(from: 0, to: items.count, by: length).map { items[$0..<min($0 + length, items.count)] }
    return map(runs) { $0.map(body) }.flatMap(\.self)
  }
}

/// Does one thing after the other.
package struct CallingThread: ParallelMapping {
  package init() {}

  package func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (Item) -> Result
  ) -> [Result] {
    items.map(body)
  }
}
