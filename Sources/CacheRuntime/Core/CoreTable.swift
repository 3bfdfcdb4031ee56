import Synchronization

// A generic function has no place of its own for its cache, since Swift has no stored statics there: every call has to find
// it. What a call holds are literals, whose strings have the same bits each time, and types:
//
//   cells   [ – | entry | – | entry | entry | … ]     a power of two, at most half full
//
// Entries are only ever added, and neither they nor a table that was outgrown are freed, so that reading needs no lock and
// no reference count, which all threads would write to. All outgrown tables together are as large as the last one.

/// Finds the caches of functions without storage of their own, without a lock.
final class CoreTable: Sendable {
  /// A cache and the bits that its call sites ask with.
  private struct Entry {
    let identity: FunctionIdentity
    let types: UnsafeBufferPointer<ObjectIdentifier>
    let key: ObjectIdentifier
    let value: ObjectIdentifier
    let core: Unmanaged<FunctionCore>
  }

  private typealias Cell = Atomic<UnsafePointer<Entry>?>

  private struct Cells {
    let cells: UnsafeMutablePointer<Cell>
    let mask: Int

    static func make(_ count: Int) -> UnsafePointer<Cells> {
      let cells = UnsafeMutablePointer<Cell>.allocate(capacity: count)
      for index in 0..<count { (cells + index).initialize(to: Atomic(nil)) }
      return kept(Cells(cells: cells, mask: count - 1))
    }

    /// Puts an entry in; the caller holds the lock, or nobody else knows the cells.
    func place(_ entry: UnsafePointer<Entry>, _ hash: Int) {
      var index = hash & mask
      while cells[index].load(ordering: .relaxed) != nil { index = (index + 1) & mask }
      cells[index].store(entry, ordering: .releasing)
    }
  }

  /// An entry of the list, whose memory nobody frees or changes.
  private struct Placed: @unchecked Sendable {
    let entry: UnsafePointer<Entry>
    let hash: Int
  }

  /// More entries than this are not added: an identity made of strings with new bits at every call would fill the memory.
  private static let limit = 16_384

  // What it points to is neither changed nor freed.
  private nonisolated(unsafe) let current = Atomic<UnsafePointer<Cells>>(Cells.make(64))
  private let entries = Guarded<[Placed]>([])

  /// The cache, if a call with these very bits has been here before; it is never freed.
  func core(
    _ identity: FunctionIdentity, _ types: UnsafeBufferPointer<any Any.Type>, _ key: any Any.Type,
    _ value: any Any.Type
  ) -> Unmanaged<FunctionCore>? {
    let table = current.load(ordering: .acquiring).pointee
    var index = Self.hash(identity, types, key) & table.mask
    while let entry = table.cells[index].load(ordering: .acquiring) {
      if entry.pointee.key == ObjectIdentifier(key), entry.pointee.value == ObjectIdentifier(value),
        Self.areSame(entry.pointee.types, types), Self.haveSameBits(entry, identity)
      {
        return entry.pointee.core
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
    let hash = types.withUnsafeBufferPointer { Self.hash(identity, $0, key) }
    entries.withLock { entries in
      guard entries.count < Self.limit else { return }
      let own = UnsafeMutableBufferPointer<ObjectIdentifier>.allocate(capacity: types.count)
      _ = own.initialize(from: types.map { ObjectIdentifier($0) })
      let entry = Self.kept(
        Entry(
          identity: identity, types: UnsafeBufferPointer(own), key: ObjectIdentifier(key),
          value: ObjectIdentifier(value), core: Unmanaged.passRetained(core)))
      entries.append(Placed(entry: entry, hash: hash))
      let table = current.load(ordering: .relaxed).pointee
      guard entries.count * 2 > table.mask + 1 else { return table.place(entry, hash) }
      let larger = Cells.make((table.mask + 1) * 2)
      for placed in entries { larger.pointee.place(placed.entry, placed.hash) }
      current.store(larger, ordering: .releasing)
    }
  }

  /// A place for a value that is from now on neither changed nor freed.
  private static func kept<Value>(_ value: Value) -> UnsafePointer<Value> {
    let memory = UnsafeMutablePointer<Value>.allocate(capacity: 1)
    memory.initialize(to: value)
    return UnsafePointer(memory)
  }

  private static func areSame(
    _ kept: UnsafeBufferPointer<ObjectIdentifier>, _ types: UnsafeBufferPointer<any Any.Type>
  ) -> Bool {
    guard kept.count == types.count else { return false }
    for index in 0..<kept.count where kept[index] != ObjectIdentifier(types[index]) { return false }
    return true
  }

  /// Strings of the same bits are equal, as long as one of them is kept.
  private static func haveSameBits(_ kept: UnsafePointer<Entry>, _ identity: FunctionIdentity) -> Bool {
    let kept = UnsafeRawPointer(kept) + (MemoryLayout<Entry>.offset(of: \.identity) ?? 0)
    return withUnsafeBytes(of: identity) { bytes in
      stride(from: 0, to: bytes.count, by: 8).allSatisfy {
        kept.load(fromByteOffset: $0, as: UInt64.self)
          == bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self)
      }
    }
  }

  /// Of the strings, the path alone: functions of one path differ in their types.
  private static func hash(
    _ identity: FunctionIdentity, _ types: UnsafeBufferPointer<any Any.Type>, _ key: any Any.Type
  ) -> Int {
    let (low, high) = unsafeBitCast(identity.path, to: (UInt64, UInt64).self)
    var hash = KeyHash.mix(low, high, UInt64(UInt(bitPattern: ObjectIdentifier(key))))
    for index in 0..<types.count {
      hash = KeyHash.word(UInt64(UInt(bitPattern: ObjectIdentifier(types[index]))), seed: hash)
    }
    return hash
  }
}
