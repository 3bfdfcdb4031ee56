import Crypto

// What the digest of a key is made of. Every value is written so that a reader could tell where it ends and what it is,
// so no two different values make the same bytes:
//
//   scalar      tag, fixed bytes               text, bytes    tag, length, bytes
//   list        tag, count, values             bag            tag, count, digests of the elements in their order
//   nothing     tag                            something      tag, value
//   typed       tag, name of the type, value   coded          tag, length, bytes of the binary coder
//
// No address, no seed and no order of a hash table goes in, and numbers go in lowest byte first.

/// Takes in the parts of a key that leaves the process, and makes a digest of them.
public struct CacheHasher: Sendable {
  enum Tag: UInt8 {
    case no = 1
    case yes, number
    case text, bytes, list, raw, bag, none, some, typed, coded, metatype, hashed, end
    case date, uuid, url, decimal, timeZone, locale, calendar, dateComponents, indexPath,
      characterSet, measurement, range, closedRange, labelled
  }

  private var hash = SHA256()
  /// Small parts wait here, since every call of the digest costs more than they do.
  private var pending: [UInt8] = []
  let names: StableTypeNames
  /// The first part that has no bytes of its own.
  private(set) var fault: UnstableKeyFault?

  init(names: StableTypeNames = StableTypeNames()) { self.names = names }

  /// Takes in a part; its type counts where the compiler does not know it.
  public mutating func combine(_ value: some CacheHashable) { value.cacheHash(into: &self) }

  /// Takes in bytes and their number.
  public mutating func combine(bytes: UnsafeRawBufferPointer) {
    write(.bytes)
    write(count: bytes.count)
    write(raw: bytes)
  }

  /// Takes in a coded value: its parts in the binary coder's order, those that are `CacheHashable` as such.
  public mutating func combine(coded value: some Encodable) {
    do {
      let bytes = try BinaryEncoder(isForKeys: true, names: names).encode(value)
      write(.coded)
      write(count: bytes.count)
      bytes.withUnsafeBytes { write(raw: $0) }
    } catch let fault as UnstableKeyFault {
      refuse(fault)
    } catch {
      refuse(.notEncodable(String(reflecting: type(of: value)), "\(error)"))
    }
  }

  /// Takes in a value of whatever type, and the type.
  mutating func combine(any value: Any) {
    // A cast alone would wrap any value, and look through an optional.
    if type(of: value) == AnyHashable.self, let value = value as? AnyHashable {
      combineBase(value.base)
    } else {
      combineBase(value)
    }
  }

  private mutating func combineBase(_ value: Any) {
    let type = type(of: value)
    guard value is any CacheHashable || value is any Encodable else {
      if let type = value as? any Any.Type { return combine(type: type) }
      return refuse(.onlyHashable(String(reflecting: type)))
    }
    write(.typed)
    write(name: type)
    combine(known: value)
  }

  /// Takes in a value whose type is told elsewhere.
  mutating func combine(known value: Any) {
    if let value = value as? any CacheHashable {
      value.cacheHash(into: &self)
    } else if let value = value as? any Encodable {
      combine(coded: value)
    } else {
      refuse(.onlyHashable(String(reflecting: type(of: value))))
    }
  }

  /// Takes in a type.
  mutating func combine(type: any Any.Type) {
    write(.metatype)
    write(name: type)
  }

  /// Takes in elements whose order does not count.
  mutating func combine<Element>(
    unordered elements: some Sequence<Element>, _ add: (Element, inout CacheHasher) -> Void
  ) {
    var digests: [[UInt8]] = []
    for element in elements {
      var own = CacheHasher(names: names)
      add(element, &own)
      if let fault = own.fault { refuse(fault) }
      digests.append(own.digest().bytes)
    }
    write(.bag)
    write(count: digests.count)
    for digest in digests.sorted(by: { $0.lexicographicallyPrecedes($1) }) { pending += digest }
    flush(beyond: 4096)
  }

  mutating func refuse(_ fault: UnstableKeyFault) { if self.fault == nil { self.fault = fault } }

  // Bytes

  mutating func write(_ tag: Tag) { pending.append(tag.rawValue) }

  mutating func write(count: Int) { write(number: UInt64(count)) }

  mutating func write(number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { pending.append(contentsOf: $0) }
    flush(beyond: 4096)
  }

  mutating func write(text: String) {
    var text = text
    text.withUTF8 {
      write(count: $0.count)
      write(raw: UnsafeRawBufferPointer($0))
    }
  }

  mutating func write(name type: any Any.Type) {
    switch names.name(of: type) {
    case .success(let name): write(text: name)
    case .failure(let fault): refuse(fault)
    }
  }

  mutating func write(raw bytes: UnsafeRawBufferPointer) {
    guard bytes.count > 512 else { return pending.append(contentsOf: bytes) }
    flush(beyond: 0)
    hash.update(bufferPointer: bytes)
  }

  private mutating func flush(beyond limit: Int) {
    guard pending.count > limit else { return }
    pending.withUnsafeBytes { hash.update(bufferPointer: $0) }
    pending.removeAll(keepingCapacity: true)
  }

  /// The digest of all that was taken in.
  func digest() -> StoreDigest {
    var copy = self
    copy.flush(beyond: 0)
    return StoreDigest(copy.hash.finalize())
  }
}

/// Why a key cannot be the same in every process.
enum UnstableKeyFault: Error, Hashable, Sendable {
  /// The type is neither `Codable` nor `CacheHashable`.
  case onlyHashable(String)
  /// The value could not be encoded.
  case notEncodable(String, String)
  /// The type is private, and nothing but its address tells it from another of that name.
  case unnamed(String)
  /// An object counts by its identity, which ends with the process.
  case object(String)
}
