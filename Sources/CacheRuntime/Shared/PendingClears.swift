#if SharedStore

/// Clears that the server has not heard of yet, because it did not answer.
///
/// A pure value. Until it has heard of them nothing is read from it: what was cleared here would come back.
struct PendingClears: Sendable {
  /// So many single clears are one of everything.
  static let most = 256

  private(set) var selections: Set<StoreSelection> = []

  var isEmpty: Bool { selections.isEmpty }

  mutating func add(_ selection: StoreSelection) {
    guard !selections.contains(.everything) else { return }
    selections =
      selection == .everything || selections.count >= Self.most
      ? [.everything] : selections.union([selection])
  }

  mutating func remove(_ done: Set<StoreSelection>) { selections.subtract(done) }
}

#endif
