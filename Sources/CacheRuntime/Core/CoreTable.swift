import Synchronization

// A generic function has no place of its own for its cache, since Swift has no stored statics there: every call has to find
// it. What a call holds are literals, whose strings have the same bits each time, and types:
//
//   cells   [ – | entry | – | entry | entry | … ]     a power of two, at most half full
//
// Entries are only ever added, and neither they nor a table that was outgrown are freed, so that reading needs no lock. All
// outgrown tables together are as large as the last one.

/// Finds the caches of functions without storage of their own, without a lock.
final class CoreTable: Sendable {
  /// A cache and the bits that its call sites ask with.
  private final class Entry {
    let identity: FunctionIdentity
    let types: [ObjectIdentifier]
    let key: ObjectIdentifier
    let value: ObjectIdentifier
    let core: FunctionCore

    init(
      _ identity: FunctionIdentity, _ types: [ObjectIdentifier], _ key: ObjectIdentifier,
      _ value: ObjectIdentifier,
      _ core: FunctionCore
    ) {
      (self.identity, self.types, self.key, self.value, self.core) = (identity, types, key, value, core)
    }
  }

  private final class Cells: Sendable {
    // Each is 0 or the address of an entry that is never freed.
    nonisolated(unsafe) let cells: UnsafeMutablePointer<Atomic<UInt>>
    let mask: Int

    init(_ count: Int) {
      mask = count - 1
      cells = .allocate(capacity: count)
      for index in 0..<count { (cells + index).initialize(to: Atomic(0)) }
    }

    /// Puts an entry in; the caller holds the lock, or nobody else knows the cells.
    func place(_ entry: UInt, _ hash: Int) {
      var index = hash & mask
      while cells[index].load(ordering: .relaxed) != 0 { index = (index + 1) & mask }
      cells[index].store(entry, ordering: .releasing)
    }
  }

  /// More entries than this are not added: an identity made of strings with new bits at every call would fill the memory.
  private static let limit = 16_384

  private let current = Atomic<UInt>(address(Cells(64)))
  private let entries = Guarded<[(entry: UInt, hash: Int)]>([])

  /// The cache, if a call with these very bits has been here before.
  func core(_ identity: FunctionIdentity, _ types: [any Any.Type], _ key: any Any.Type, _ value: any Any.Type)
    -> FunctionCore?
  {
    guard let table: Cells = Self.object(current.load(ordering: .acquiring)) else { return nil }
    var index = Self.hash(identity, types, key) & table.mask
    while let entry: Entry = Self.object(table.cells[index].load(ordering: .acquiring)) {
      if entry.key == ObjectIdentifier(key), entry.value == ObjectIdentifier(value),
        entry.types.count == types.count, zip(entry.types, types).allSatisfy({ $0 == ObjectIdentifier($1) }),
        Self.haveSameBits(entry.identity, identity)
      {
        return entry.core
      }
      index = (index + 1) & table.mask
    }
    return nil
  }

  /// Lets later calls with these bits find the cache.
  func add(
    _ core: FunctionCore, _ identity: FunctionIdentity, _ types: [any Any.Type], _ key: any Any.Type,
    _ value: any Any.Type
  ) {
    let hash = Self.hash(identity, types, key)
    entries.withLock { entries in
      guard entries.count < Self.limit else { return }
      let entry = Entry(
        identity, types.map { ObjectIdentifier($0) }, ObjectIdentifier(key), ObjectIdentifier(value), core)
      let kept = Self.address(entry)
      entries.append((kept, hash))
      guard let table: Cells = Self.object(current.load(ordering: .relaxed)) else { return }
      guard entries.count * 2 > table.mask + 1 else { return table.place(kept, hash) }
      let larger = Cells((table.mask + 1) * 2)
      for (entry, hash) in entries { larger.place(entry, hash) }
      current.store(Self.address(larger), ordering: .releasing)
    }
  }

  /// The address of an object that is from now on never freed.
  private static func address(_ object: AnyObject) -> UInt {
    UInt(bitPattern: Unmanaged.passRetained(object).toOpaque())
  }

  private static func object<Object: AnyObject>(_ address: UInt) -> Object? {
    UnsafeRawPointer(bitPattern: address).map { Unmanaged<Object>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Strings of the same bits are equal, as long as one of them is kept.
  private static func haveSameBits(_ left: FunctionIdentity, _ right: FunctionIdentity) -> Bool {
    withUnsafeBytes(of: left) { left in withUnsafeBytes(of: right) { right in sameBytes(left, right) } }
  }

  private static func hash(_ identity: FunctionIdentity, _ types: [any Any.Type], _ key: any Any.Type) -> Int
  {
    var hash = withUnsafeBytes(of: identity) { KeyHash.bytes($0, seed: 0) }
    hash = KeyHash.word(UInt64(UInt(bitPattern: ObjectIdentifier(key))), seed: hash)
    for type in types { hash = KeyHash.word(UInt64(UInt(bitPattern: ObjectIdentifier(type))), seed: hash) }
    return hash
  }
}
