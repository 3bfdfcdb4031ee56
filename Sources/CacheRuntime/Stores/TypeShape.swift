@_spi(Reflection) import Swift

// Bytes of one type must not be read as another of the same name: an optional property that was renamed would come back
// as nil. What a type looks like is read off the metadata that the compiler leaves of it: the names and types of stored
// properties, the names and payloads of cases, at every depth. A library's own types count by name alone, since their
// coding is theirs to keep. Without metadata, the name is all there is. A generic type may hold one of itself with another
// argument, without end: beyond the bounds below a type counts by name, and beyond the last by no more than its beginning.

/// What a type looks like to the binary coder, as a digest that is the same in every process and build.
struct TypeShape {
  private var text = ""
  private var seen: Set<ObjectIdentifier> = []
  private var depth = 0
  private let bounds: Bounds

  /// How much of a type is looked at.
  struct Bounds {
    /// How deep the parts of parts are followed.
    var depth = 64
    /// How many types are looked into.
    var types = 4_096
    /// How long the name of a type may be to be looked into; behind that, names that double with each depth begin.
    var name = 4_096
  }

  private init(_ bounds: Bounds = Bounds()) { self.bounds = bounds }

  static func digest(of type: any Any.Type) -> StoreDigest {
    var shape = TypeShape()
    shape.text = "coder \(BinaryFormat.version) "
    shape.add(type)
    return StoreDigest(of: shape.text.utf8)
  }

  /// For tests: what the digest is made of.
  static func text(of type: any Any.Type, within bounds: Bounds = Bounds()) -> String {
    var shape = TypeShape(bounds)
    shape.add(type)
    return shape.text
  }

  private mutating func add(_ type: any Any.Type) {
    let name = StableTypeNames.anonymous(type)
    text += name.prefix(bounds.name)
    guard name.utf8.count <= bounds.name, depth < bounds.depth, seen.count < bounds.types,
      seen.insert(ObjectIdentifier(type)).inserted
    else { return }
    depth += 1
    defer { depth -= 1 }
    if let parts = (type as? any IndependentContainer.Type)?.elementTypes {
      text += "("
      for part in parts { add(part) }
      text += ")"
    } else if !Self.libraries.contains(where: name.hasPrefix) {
      addParts(of: type)
    }
  }

  private static let libraries = ["Swift.", "Foundation.", "FoundationEssentials.", "__C.", "Dispatch."]

  private mutating func addParts(of type: any Any.Type) {
    var parts: [(name: String, type: (any Any.Type)?)] = []
    let options: _EachFieldOptions = _EachFieldOptions(rawValue: type is AnyClass ? 1 : 0)
    let isKnown = _forEachField(of: type, options: options) { name, _, field, _ in
      parts.append((String(cString: name), field))
      return true
    }
    if !isKnown || parts.isEmpty { parts = EnumerationCases.of(type) }
    guard !parts.isEmpty else { return }
    text += "{"
    for part in parts {
      text += part.name + ":"
      if let type = part.type { add(type) }
      text += ";"
    }
    text += "}"
  }
}

/// The cases of an enumeration, read off its field descriptor, whose layout is part of the stable ABI.
enum EnumerationCases {
  private static let enumeration = 0x201
  private static let mostCases: UInt32 = 10_000

  /// The names of the cases and the types of their payloads; nothing for what is no enumeration.
  static func of(_ type: any Any.Type) -> [(name: String, type: (any Any.Type)?)] {
    let metadata = unsafeBitCast(type, to: UnsafeRawPointer.self)
    guard metadata.load(as: Int.self) == enumeration else { return [] }
    let descriptor = metadata.load(fromByteOffset: 8, as: UnsafeRawPointer.self)
    guard let fields = relative(descriptor + 16) else { return [] }
    let size = Int(fields.load(fromByteOffset: 10, as: UInt16.self))
    let count = fields.load(fromByteOffset: 12, as: UInt32.self)
    guard count < mostCases, size >= 12 else { return [] }
    return (0..<Int(count)).map { index in
      let record = fields + 16 + index * size
      let name = relative(record + 8).map { String(cString: $0.assumingMemoryBound(to: CChar.self)) } ?? ""
      return (name, relative(record + 4).flatMap { payload($0, descriptor, metadata + 16) })
    }
  }

  private static func relative(_ field: UnsafeRawPointer) -> UnsafeRawPointer? {
    let offset = Int(field.load(as: Int32.self))
    return offset == 0 ? nil : field + offset
  }

  /// The type of a mangled name, in which addresses stand behind control characters.
  private static func payload(
    _ name: UnsafeRawPointer, _ context: UnsafeRawPointer, _ arguments: UnsafeRawPointer
  ) -> (any Any.Type)? {
    var length = 0
    while true {
      switch name.load(fromByteOffset: length, as: UInt8.self) {
      case 0:
        return _getTypeByMangledNameInContext(
          name.assumingMemoryBound(to: UInt8.self), UInt(length), genericContext: context,
          genericArguments: arguments)
      case 0x01...0x17: length += 5
      case 0x18...0x1F: length += 9
      default: length += 1
      }
    }
  }
}
