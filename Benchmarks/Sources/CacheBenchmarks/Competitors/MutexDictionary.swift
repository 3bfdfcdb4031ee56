import Synchronization

/// The floor: what everybody writes first. No limits, no expiry, no waiting for a computation under way.
final class MutexDictionary<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let values = Mutex<[Key: Value]>([:])

  @inline(__always)
  func callAsFunction(_ key: Key, _ compute: () -> Value) -> Value {
    if let value = values.withLock({ $0[key] }) { return value }
    let value = compute()
    values.withLock { $0[key] = value }
    return value
  }
}
