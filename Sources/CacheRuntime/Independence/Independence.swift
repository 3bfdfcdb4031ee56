@_spi(Reflection) import Swift

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A type whose copies are independent though it holds a reference, as a collection with copy on write does.
///
/// `@CacheData` shares values of such a type without copying them. Conforming a type whose copies are not independent lets
/// one caller change what another holds.
public protocol IndependentCopies {}

/// Whether a copy of a value can be changed without changing the value.
enum Independence: Hashable, Sendable {
  /// Always.
  case independent
  /// A reference is in it, or may be.
  case dependent
  /// That depends on the value: an existential or an enumeration is in it.
  case varies

  /// The answer for a type, found once.
  static func of(_ type: Any.Type) -> Independence {
    if let known = known.withLock({ $0[ObjectIdentifier(type)] }) { return known }
    var walk = TypeWalk()
    let answer = walk.answer(for: type)
    known.withLock { $0[ObjectIdentifier(type)] = answer }
    return answer
  }

  /// The answer for this very value, whose type's answer was `varies`.
  ///
  /// - Complexity: O(*n*) in the number of parts of the value.
  static func of(value: Any, depth: Int = 0) -> Independence {
    guard depth < 100 else { return .dependent }
    switch of(type(of: value)) {
    case .independent: return .independent
    case .dependent: return .dependent
    case .varies: break
    }
    let mirror = Mirror(reflecting: value)
    if value is any CustomReflectable, mirror.displayStyle == .struct || mirror.displayStyle == .enum {
      return .dependent
    }
    for child in mirror.children where of(value: child.value, depth: depth + 1) != .independent {
      return .dependent
    }
    return .independent
  }

  private static let known = Guarded<[ObjectIdentifier: Independence]>([:])
}

/// Walks the stored properties of a type, by the metadata that the compiler leaves of them.
///
/// The answer is the strictest of all types within reach, so each is looked at once, however they hold one another.
struct TypeWalk {
  private var seen: Set<ObjectIdentifier> = []
  private var depth = 0
  /// A generic type may hold one of itself with another argument, without end; what goes deeper than this is taken for
  /// dependent, and copied.
  private let maximumDepth: Int

  init(maximumDepth: Int = 64) { self.maximumDepth = maximumDepth }

  /// The kinds of metadata, as the stable ABI numbers them.
  private enum Kind: Int {
    case structure = 0x200
    case enumeration = 0x201
    case optional = 0x202
    case opaque = 0x300
    case tuple = 0x301
    case existential = 0x303
    case metatype = 0x304
    case existentialMetatype = 0x306
  }

  mutating func answer(for type: Any.Type) -> Independence {
    guard depth < maximumDepth else { return .dependent }
    depth += 1
    defer { depth -= 1 }
    if let elements = (type as? any IndependentContainer.Type)?.elementTypes {
      return strictest(of: elements)
    }
    if type is any IndependentCopies.Type || type is any KnownIndependent.Type { return .independent }
    if type is any UnsafePart.Type || type is any _Pointer.Type { return .dependent }
    guard let kind = Kind(rawValue: unsafeBitCast(type, to: UnsafePointer<Int>.self).pointee) else {
      return .dependent  // a class, a function, or what this version of the language does not have
    }
    switch kind {
    case .opaque, .metatype, .existentialMetatype: return .independent
    case .existential: return .varies
    case .structure, .tuple: return fields(of: type)
    case .enumeration, .optional: return cases(of: type)
    }
  }

  private mutating func fields(of type: Any.Type) -> Independence {
    guard seen.insert(ObjectIdentifier(type)).inserted else { return .independent }
    var types: [Any.Type] = []
    let isKnown = _forEachField(of: type) { _, _, field, _ in
      types.append(field)
      return true
    }
    // Without reflection metadata nothing is known of the fields.
    guard isKnown, !types.isEmpty || sizeIsZero(type) else { return .dependent }
    return strictest(of: types)
  }

  /// An enumeration without references is independent; the payload of any other shows in a value only.
  private func cases(of type: Any.Type) -> Independence {
    func isTrivial<T>(_: T.Type) -> Bool { _isPOD(T.self) }
    return _openExistential(type, do: isTrivial) && !hasPointerPayload(type) ? .independent : .varies
  }

  private func hasPointerPayload(_ type: Any.Type) -> Bool {
    // What is trivial but larger than a number could be a pointer to something shared.
    func size<T>(_: T.Type) -> Int { MemoryLayout<T>.size }
    return _openExistential(type, do: size) >= MemoryLayout<UnsafeRawPointer>.size
  }

  private func sizeIsZero(_ type: Any.Type) -> Bool {
    func size<T>(_: T.Type) -> Int { MemoryLayout<T>.size }
    return _openExistential(type, do: size) == 0
  }

  private mutating func strictest(of types: [Any.Type]) -> Independence {
    var answer = Independence.independent
    for type in types {
      switch self.answer(for: type) {
      case .independent: continue
      case .varies: answer = .varies
      case .dependent: return .dependent
      }
    }
    return answer
  }
}

/// A collection with copy on write: as independent as its elements.
protocol IndependentContainer {
  static var elementTypes: [Any.Type] { get }
}

extension Array: IndependentContainer { static var elementTypes: [Any.Type] { [Element.self] } }
extension ArraySlice: IndependentContainer { static var elementTypes: [Any.Type] { [Element.self] } }
extension ContiguousArray: IndependentContainer { static var elementTypes: [Any.Type] { [Element.self] } }
extension Set: IndependentContainer { static var elementTypes: [Any.Type] { [Element.self] } }
extension Dictionary: IndependentContainer {
  static var elementTypes: [Any.Type] { [Key.self, Value.self] }
}
extension Optional: IndependentContainer { static var elementTypes: [Any.Type] { [Wrapped.self] } }
extension Result: IndependentContainer {
  static var elementTypes: [Any.Type] { [Success.self, Failure.self] }
}

/// The same for what Foundation and the standard library are known to do.
private protocol KnownIndependent {}

extension String: KnownIndependent {}
extension Substring: KnownIndependent {}
extension Character: KnownIndependent {}
extension Data: KnownIndependent {}
extension Date: KnownIndependent {}
extension UUID: KnownIndependent {}
extension URL: KnownIndependent {}
extension Decimal: KnownIndependent {}
extension Locale: KnownIndependent {}
extension TimeZone: KnownIndependent {}
extension Calendar: KnownIndependent {}
extension DateComponents: KnownIndependent {}
extension IndexPath: KnownIndependent {}
extension AttributedString: KnownIndependent {}

/// Memory that copies share and nobody owns.
private protocol UnsafePart {}
extension OpaquePointer: UnsafePart {}
extension Unmanaged: UnsafePart {}
