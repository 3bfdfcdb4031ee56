import Synchronization

/// What a cached function computes, handed over beside its key: a key says what is meant, not how it is got.
final class PendingWork<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  /// A result was asked for without the work that leads to it.
  private struct NoWork: Error {}

  private let work = Mutex<[Key: @Sendable () throws -> Value]>([:])

  /// What the function computes for a key.
  func value(for key: Key) throws -> Value {
    guard let body = work.withLock({ $0[key] }) else { throw NoWork() }
    return try body()
  }

  /// Calls the function while it has work to do for a key.
  func with(
    _ key: Key, _ body: @escaping @Sendable () throws -> Value, _ call: () throws -> Value
  ) rethrows -> Value {
    work.withLock { $0[key] = body }
    defer { work.withLock { $0[key] = nil } }
    return try call()
  }
}
