#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Turns a value into the bytes of `BinaryFormat`: equal values into equal bytes, in every process.
struct BinaryEncoder: Sendable {
  /// Whether the bytes are part of a key, in which what is `CacheHashable` stands as such.
  var isForKeys = false
  /// The names of types in keys.
  var names = StableTypeNames()

  /// - Throws: `BinaryCodingError.tooDeep`, and whatever the value's own `encode(to:)` throws.
  /// - Complexity: O(*n*) in the size of the value; sorting adds O(*m* log *m*) for sets and dictionaries.
  func encode<Value: Encodable>(_ value: Value) throws -> [UInt8] {
    try BinaryValueEncoder(plans: EncodingPlans(keys: isForKeys ? names : nil), path: [], depth: 0).bytes(
      of: value)
  }
}

extension BinaryEncoder {
  /// The bytes of a value with its large arrays beside them, uncopied.
  ///
  /// - Throws: as `encode`.
  func encodeStored<Value: Encodable>(_ value: Value) throws -> StoredBytes {
    let plans = EncodingPlans(keepsPieces: true)
    let bytes = try BinaryValueEncoder(plans: plans, path: [], depth: 0).bytes(of: value)
    return StoredBytes(pieces: [HeldPiece(bytes)] + plans.pieces)
  }
}

/// How values of a type are written; asked once a type, since asking costs more than writing.
final class EncodingPlans {
  enum Plan {
    case raw, unordered, optional, data, byItself, key
  }

  private var plans: [ObjectIdentifier: Plan] = [:]
  /// The names of types, where the bytes are part of a key.
  let keys: StableTypeNames?

  /// Large arrays that lie beside the bytes; nil where all goes into one run.
  private(set) var pieces: [any StoredPiece] = []
  /// Whether a container was opened so deep inside of others that the value is refused.
  var isTooDeep = false
  let keepsPieces: Bool

  init(keys: StableTypeNames? = nil, keepsPieces: Bool = false) {
    self.keys = keys
    self.keepsPieces = keepsPieces
  }

  /// Takes a piece in.
  ///
  /// - Returns: its place among the pieces of the entry, the first of which is the bytes themselves.
  func add(_ piece: any StoredPiece) -> Int {
    pieces.append(piece)
    return pieces.count
  }

  func plan<Value>(for type: Value.Type) -> Plan {
    if let plan = plans[ObjectIdentifier(type)] { return plan }
    let plan: Plan =
      switch type {
      case is any CacheHashable.Type where keys != nil: .key
      case is Data.Type: .data
      case is any RawArray.Type: .raw
      case is any UnorderedEncodable.Type: .unordered
      case is any OptionalEncodable.Type: .optional
      default: .byItself
      }
    plans[ObjectIdentifier(type)] = plan
    return plan
  }
}

/// The `Encoder` that one value sees.
final class BinaryValueEncoder: Encoder {
  var writer = BinaryWriter()
  let plans: EncodingPlans
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }
  let depth: Int
  private var container: ContainerNode?

  init(plans: EncodingPlans, path: [any CodingKey], depth: Int) {
    self.plans = plans
    self.codingPath = path
    self.depth = depth
  }

  func nested(_ key: (any CodingKey)? = nil) -> BinaryValueEncoder {
    BinaryValueEncoder(plans: plans, path: key.map { codingPath + [$0] } ?? codingPath, depth: depth + 1)
  }

  func bytes<Value: Encodable>(of value: Value) throws -> [UInt8] {
    guard depth < BinaryFormat.maximumDepth else { throw BinaryCodingError.tooDeep }
    try write(value)
    let bytes = finished()
    guard !plans.isTooDeep else { throw BinaryCodingError.tooDeep }
    return bytes
  }

  /// The encoder of a container that is opened inside of `node`, whose place is kept.
  func opened(in node: ContainerNode, _ key: (any CodingKey)? = nil) -> BinaryValueEncoder {
    let inner = nested(key)
    // Opening cannot fail; what is too deep is not kept, so that closing what is open does not go as deep.
    if inner.depth < BinaryFormat.maximumDepth {
      node.add { inner.finished() }
    } else {
      plans.isTooDeep = true
    }
    return inner
  }

  private func write<Value: Encodable>(_ value: Value) throws {
    switch plans.plan(for: Value.self) {
    case .raw:
      guard let array = value as? any RawArray else { return }
      guard plans.keepsPieces, let piece = array.largePiece else { return array.write(to: &writer) }
      writer.write(.piece)
      writer.write(array.rawTag)
      writer.write(number: UInt64(piece.count / array.scalarSize))
      writer.write(number: UInt64(plans.add(piece)))
    case .unordered: try (value as? any UnorderedEncodable)?.encodeUnordered(to: self)
    case .optional: try (value as? any OptionalEncodable)?.encodeOptional(to: self)
    case .data:
      guard let data = value as? Data else { return }
      writer.write(.bytes)
      writer.write(number: UInt64(data.count))
      data.withUnsafeBytes { writer.write(raw: $0) }
    case .key:
      guard let names = plans.keys, let value = value as? any CacheHashable else { return }
      var hasher = CacheHasher(names: names)
      hasher.combine(value)
      if let fault = hasher.fault { throw fault }
      writer.write(.bytes)
      writer.write(number: UInt64(StoreDigest.size))
      hasher.digest().bytes.withUnsafeBytes { writer.write(raw: $0) }
    case .byItself: try value.encode(to: self)
    }
  }

  /// What was written, containers closed; a value that wrote nothing is an empty map, as for other coders.
  func finished() -> [UInt8] {
    if let container { writer.append(container.finished()) }
    if writer.bytes.isEmpty { writer.write(.map, count: 0, contents: []) }
    return writer.bytes
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(MapEncodingContainer<Key>(node: node(.map), encoder: self))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    SequenceEncodingContainer(node: node(.sequence), encoder: self)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { SingleEncodingContainer(encoder: self) }

  private func node(_ tag: BinaryTag) -> ContainerNode {
    if let container, container.tag == tag { return container }
    let node = ContainerNode(tag)
    container = node
    return node
  }
}

/// A container that is being written: its entries so far, and the containers inside that are still open.
final class ContainerNode {
  let tag: BinaryTag
  var count = 0
  var writer = BinaryWriter()
  private var open: [(offset: Int, finish: () -> [UInt8])] = []

  init(_ tag: BinaryTag) { self.tag = tag }

  /// Keeps the place of an inner container, which may be written to for as long as somebody holds it.
  func add(_ finish: @escaping () -> [UInt8]) { open.append((writer.bytes.count, finish)) }

  func finished() -> [UInt8] {
    var contents: [UInt8] = []
    var end = 0
    for inner in open {
      contents += writer.bytes[end..<inner.offset]
      contents += inner.finish()
      end = inner.offset
    }
    var result = BinaryWriter()
    result.write(tag, count: count, contents: open.isEmpty ? writer.bytes : contents + writer.bytes[end...])
    return result.bytes
  }
}

extension BinaryWriter {
  mutating func write(_ value: Bool) { write(value ? BinaryTag.yes : .no) }

  mutating func write(_ value: String) {
    write(.string)
    write(text: value)
  }

  mutating func write(_ value: Double) {
    write(.double)
    withUnsafeBytes(of: value.bitPattern.littleEndian) { write(raw: $0) }
  }

  mutating func write(_ value: Float) {
    write(.float)
    withUnsafeBytes(of: value.bitPattern.littleEndian) { write(raw: $0) }
  }

  mutating func write<Number: FixedWidthInteger & RawScalar>(_ value: Number) {
    write(Number.rawTag)
    if Number.isSigned { write(signed: Int64(value)) } else { write(number: UInt64(value)) }
  }
}
