extension Probe {
  /// A hash function from the properties that identify a value.
  func hashFunction(for type: ResolvedType, _ query: ConformanceQuery) -> Suggestion? {
    guard type.isConcrete else { return nil }
    let properties = IdentifyingProperties(of: type, in: index, query)
    if let best = properties.best { return hashFunction(type, [best], note: nil) }
    guard !properties.usable.isEmpty else { return nil }
    let names = properties.leftOut.map { "'\($0)'" }.joined(separator: ", ")
    let note =
      properties.leftOut.isEmpty
      ? nil : "which leaves out \(names): values that differ in nothing else share a key"
    return hashFunction(type, properties.usable, note: note)
  }

  private func hashFunction(
    _ type: ResolvedType, _ properties: [IdentifyingProperties.Property], note: String?
  ) -> Suggestion {
    let parts = properties.map { (value: "$0." + SwiftName.member($0.name), type: $0.type) }
    return Suggestion(
      kind: .hashFunction,
      code: ".hash(\(SwiftName.code(index.expression(type))).self) { \(Self.list(parts)) }",
      note: note)
  }

  /// A tuple is no type that could conform to anything, but a hash function can take it apart.
  func hashFunction(forTuple type: ResolvedType, _ elements: [ResolvedType]) -> Suggestion? {
    guard !elements.isEmpty, type.isConcrete else { return nil }
    let parts = elements.enumerated().map { (value: "$0.\($0.offset)", type: $0.element) }
    return Suggestion(
      kind: .hashFunction,
      code: ".hash(\(SwiftName.code(index.expression(type))).self) { \(Self.list(parts)) }",
      note: nil)
  }

  /// One value as it is, several as an array, whose elements have one type where that is theirs.
  private static func list(_ parts: [(value: String, type: ResolvedType)]) -> String {
    if parts.count == 1 { return parts[0].value }
    let list = "[" + parts.map(\.value).joined(separator: ", ") + "]"
    return Set(parts.map(\.type)).count == 1 ? list : list + " as [AnyHashable]"
  }

  /// The identity of an object that a resource function hands out, and so keeps alive.
  func identityFunction(for number: TypeNumber, _ type: ResolvedType) -> Suggestion? {
    guard index[number].kind == .class || index[number].kind == .actor, type.isConcrete,
      let function = resources.functions[number]
    else { return nil }
    return Suggestion(
      kind: .hashFunction,
      code: ".hash(\(SwiftName.code(index.expression(type))).self) { ObjectIdentifier($0) }",
      note:
        "right only for what '\(function)' returns and keeps; every other instance has a key of its own, and "
        + "one that is gone may lend it to another")
  }
}

/// Which types the project's resource functions return.
struct ResourceFunctions: Sendable {
  /// The first attribute as it is written, for sentences.
  let attributeName: String
  /// A function by the class or actor that it returns.
  private(set) var functions: [TypeNumber: String] = [:]

  init(of index: DeclarationIndex, attributes: [String]) {
    attributeName = "@" + (attributes.first ?? "CacheResource")
    for file in index.projectFiles {
      let functions = index.summaries[file].functions
      for position in functions.indices
      where !functions[position].head.attributes.isEmpty
        && functions[position].head.attributes.contains(where: { attributes.contains($0.name) })
      {
        let function = functions[position]
        guard let result = function.result else { continue }
        var type = index.resolve(result, in: index.scope(of: function.head.scope, in: file))
        while case .declared(let number, let arguments) = type, index.isToolchain(number),
          index[number].name == "Optional", let wrapped = arguments.first
        {
          type = wrapped
        }
        guard case .declared(let number, _) = type, !index.conforms(type, toNamed: "Encodable") else {
          continue
        }
        if self.functions[number] == nil { self.functions[number] = function.fullName }
      }
    }
  }
}
