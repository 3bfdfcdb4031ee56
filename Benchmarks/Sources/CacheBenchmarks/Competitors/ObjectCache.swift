import Foundation

/// Foundation's cache, with the boxes that it makes Swift values wear.
final class ObjectCache<Key: Hashable, Value>: @unchecked Sendable {
  private final class KeyBox: NSObject {
    let key: Key
    init(_ key: Key) { self.key = key }
    override var hash: Int { key.hashValue }
    override func isEqual(_ object: Any?) -> Bool { (object as? KeyBox)?.key == key }
  }

  private final class ValueBox {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  // Locks itself.
  private let cache = NSCache<KeyBox, ValueBox>()

  func callAsFunction(_ key: Key, _ compute: () -> Value) -> Value {
    let box = KeyBox(key)
    if let found = cache.object(forKey: box) { return found.value }
    let value = compute()
    cache.setObject(ValueBox(value), forKey: box)
    return value
  }
}
