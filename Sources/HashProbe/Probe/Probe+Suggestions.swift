extension Probe {
  /// What identifies a value, the most telling first.
  private static let identifying = [
    "id", "uuid", "identifier", "name", "url", "key", "code", "rawValue", "path", "slug", "title",
  ]

  /// What to write so that an unhashable type can be part of a key.
  func suggestions(for type: ResolvedType, _ query: ConformanceQuery) -> [Suggestion] {
    switch type {
    case .declared(let number, let arguments):
      guard !index.isToolchain(number), index[number].kind != .protocol else {
        return arguments.flatMap { suggestions(forArgument: $0, query) }
      }
      guard arguments.isEmpty else { return [] }
      return [hashFunction(for: number, type, query), conformance(for: number, type, query)].compactMap(
        \.self)
    case .tuple(let elements): return elements.flatMap { suggestions(forArgument: $0, query) }
    default: return []
    }
  }

  /// Inside a container it is the element that needs a hash function.
  private func suggestions(forArgument type: ResolvedType, _ query: ConformanceQuery) -> [Suggestion] {
    guard index.hashability(of: type, query).isNo else { return [] }
    return suggestions(for: type, query)
  }

  private func hashFunction(
    for number: TypeNumber, _ type: ResolvedType, _ query: ConformanceQuery
  ) -> Suggestion? {
    let name = index.spell(type)
    let properties = usableProperties(of: number, type, query)
    let best = Self.identifying.first { properties.contains($0) }
    if let best {
      return Suggestion(kind: .hashFunction, code: ".hash(\(name).self) { $0.\(best) }", note: nil)
    }
    if properties.count == 1, let only = properties.first {
      return Suggestion(kind: .hashFunction, code: ".hash(\(name).self) { $0.\(only) }", note: nil)
    }
    if !properties.isEmpty {
      let values = properties.map { "$0." + $0 }.joined(separator: ", ")
      return Suggestion(
        kind: .hashFunction, code: ".hash(\(name).self) { [\(values)] as [AnyHashable] }", note: nil)
    }
    guard index[number].kind == .class || index[number].kind == .actor else { return nil }
    return Suggestion(
      kind: .hashFunction, code: ".hash(\(name).self) { ObjectIdentifier($0) }",
      note: "only for what a '@CacheResource' function returned: every other instance has a key of its own")
  }

  /// The names of properties that a hash function may read from anywhere in the module, in their order.
  private func usableProperties(
    of number: TypeNumber, _ type: ResolvedType, _ query: ConformanceQuery
  ) -> [String] {
    let declared = index[number]
    let isIsolated =
      declared.kind == .actor || declared.declaration.head.attributes.contains { $0.name.hasSuffix("Actor") }
    let members =
      [declared.declaration.members] + declared.extensions.map { index.extensions[$0].declaration.members }
    var names: [String] = []
    for property in members.flatMap(\.properties) {
      let isIdentifying = Self.identifying.contains(property.head.name)
      guard !property.isStatic, property.isStored || isIdentifying, property.head.access > .fileprivate,
        !property.isReference, !isIsolated || property.isLet, !names.contains(property.head.name),
        property.head.attributes.allSatisfy({ !$0.name.hasSuffix("Actor") }),
        let found = index.propertyType(property.head.name, of: number, []),
        index.hashability(of: found, query).isYes
      else { continue }
      names.append(property.head.name)
    }
    return names
  }

  private func conformance(
    for number: TypeNumber, _ type: ResolvedType, _ query: ConformanceQuery
  ) -> Suggestion? {
    let declared = index[number]
    let name = index.spell(type)
    let parts = index.storedParts(of: type)
    let areHashable = parts.allSatisfy { part in
      part.type.map { index.hashability(of: $0, query).isYes } == true
    }
    switch declared.kind {
    case .struct, .enum:
      guard areHashable, declared.declaration.generics.parameters.isEmpty else { return nil }
      return Suggestion(
        kind: .conform, code: "extension \(name): Hashable {}",
        note: "in the file that declares '\(declared.name)'")
    case .class:
      let properties = parts.filter { $0.isStoredProperty && !$0.isReference }.map(\.name)
      let isIsolated = declared.declaration.head.attributes.contains { $0.name.hasSuffix("Actor") }
      guard areHashable, !properties.isEmpty, !isIsolated, !index.witnesses(of: number).contains(.equals)
      else {
        return nil
      }
      let compared = properties.map { "left.\($0) == right.\($0)" }.joined(separator: " && ")
      let hashed = properties.map { "    hasher.combine(\($0))" }.joined(separator: "\n")
      return Suggestion(
        kind: .conform,
        code: """
          extension \(name): Hashable {
            static func == (left: \(name), right: \(name)) -> Bool { \(compared) }

            func hash(into hasher: inout Hasher) {
          \(hashed)
            }
          }
          """,
        note: "in the file that declares '\(declared.name)'")
    case .actor, .protocol: return nil
    }
  }
}
