/// The names of types as they are in every process.
///
/// The compiler keeps no name for what makes a private type another than one of the same name: at run time there is an
/// address instead. Where the function's own types say which one is meant, the address is left out; elsewhere a private
/// type makes no key.
struct StableTypeNames: Sendable {
  private let pinned: Set<Substring>

  /// - Parameter types: Types that the function's source names.
  init(pinnedBy types: [any Any.Type] = []) {
    pinned = types.reduce(into: []) { $0.formUnion(Self.marks(in: String(reflecting: $1))) }
  }

  private static let known = Guarded<[ObjectIdentifier: (name: String, isStable: Bool)]>([:])

  /// - Complexity: O(1) but for a type's first time.
  func name(of type: any Any.Type) -> Result<String, UnstableKeyFault> {
    let (name, isStable) = Self.raw(type)
    if isStable { return .success(name) }
    let marks = Self.marks(in: name)
    guard marks.allSatisfy(pinned.contains) else { return .failure(.unnamed(name)) }
    return .success(Self.anonymous(type))
  }

  /// The name without the addresses that tell private types apart.
  static func anonymous(_ type: any Any.Type) -> String {
    let name = raw(type).name
    return marks(in: name).reduce(name) { $0.replacing("(\(marker)\($1))", with: "(private)") }
  }

  private static func raw(_ type: any Any.Type) -> (name: String, isStable: Bool) {
    if let known = known.withLock({ $0[ObjectIdentifier(type)] }) { return known }
    let name = String(reflecting: type)
    let found = (name, !name.contains(marker))
    known.withLock { $0[ObjectIdentifier(type)] = found }
    return found
  }

  private static let marker = "unknown context at $"

  private static func marks(in name: String) -> Set<Substring> {
    Set(
      name.split(separator: marker, omittingEmptySubsequences: false).dropFirst().map {
        $0.prefix { $0 != ")" }
      })
  }
}
