extension Probe {
  /// What to write so that an unhashable type can be part of a key.
  func suggestions(for type: ResolvedType, _ query: ConformanceQuery) -> [Suggestion] {
    switch type {
    case .declared(let number, let arguments):
      let unhashable = arguments.filter { index.hashability(of: $0, query).isNo }
      // Inside a container it is the element that needs a hash function.
      if !unhashable.isEmpty, index.isToolchain(number) || index.declaresHashable(number) {
        return unhashable.flatMap { suggestions(for: $0, query) }
      }
      guard !index.isToolchain(number), index[number].kind != .protocol, !index.isNoncopyable(number) else {
        return []
      }
      return [
        hashFunction(for: type, query), identityFunction(for: number, type),
        conformance(for: number, query),
      ].compactMap(\.self)
    case .tuple(let elements):
      let unhashable = elements.filter { index.hashability(of: $0, query).isNo }
      guard unhashable.isEmpty else { return unhashable.flatMap { suggestions(for: $0, query) } }
      return [hashFunction(forTuple: type, elements)].compactMap(\.self)
    default: return []
    }
  }

  /// What to do about a type for which no code can be written.
  func advice(on type: ResolvedType) -> String? {
    switch type {
    case .declared(let number, _) where index.isNoncopyable(number):
      return
        "a key is a copy, which '\(index[number].name)' does not have; pass what the result depends on instead"
    case .declared(let number, _) where !index.isToolchain(number):
      switch index[number].kind {
      case .class, .actor:
        return
          "nothing that can be read identifies '\(index[number].name)'; give it an 'id', pass what identifies it instead, "
          + "or let a '\(resources.attributeName)' function return it and hash it by its identity"
      case .protocol:
        return Self.instead(index[number].name, index.refines(number, "Hashable"))
      case .struct, .enum:
        if index.declaresHashable(number) {
          return
            "make what stands at the end of the reason Hashable, or write '==' and 'hash(into:)' without it"
        }
        return "nothing in '\(index[number].name)' can be hashed; pass what the result depends on instead"
      }
    case .existential(let parts):
      let isHashable = parts.contains { part in
        if case .declared(let number, _) = part { return index.refines(number, "Hashable") }
        return false
      }
      return parts.isEmpty
        ? "take 'some Hashable', or 'AnyHashable', instead"
        : Self.instead(String(index.spell(.opaque(parts)).dropFirst(5)), isHashable)
    case .opaque(let parts):
      return "take '\(index.spell(.opaque(parts))) & Hashable' instead"
    case .parameter(let name): return "constrain '\(name.name)' to 'Hashable'"
    case .function: return "a closure cannot be told from another; pass what it depends on instead"
    default: return nil
    }
  }

  /// A type that can hold anything compares nothing; a generic parameter stands for one type at a time.
  private static func instead(_ name: String, _ isHashable: Bool) -> String {
    "take 'some \(name)\(isHashable ? "" : " & Hashable")', or 'AnyHashable', instead"
  }
}

extension DeclarationIndex {
  /// Whether a type says that it is Hashable, be it under conditions.
  func declaresHashable(_ number: TypeNumber) -> Bool {
    clauses[number, default: []].contains { clause in
      guard case .declared(let parent, _) = clause.type else { return false }
      return refines(parent, "Hashable")
    }
  }

  func isNoncopyable(_ number: TypeNumber) -> Bool {
    self[number].declaration.inherited.contains(.suppressed(.named("Copyable")))
  }
}
