import HashProbe

extension DecisionTable {
  /// A row that is about a type or a part of it.
  struct Hit {
    var row: Int
    var part: TypeExpression
  }

  /// All that the table says about a type.
  struct Coverage {
    var hits: [Hit] = []
    /// Whether a row speaks of every part that counts.
    var isComplete = false
  }

  /// What the table says about a type and its parts.
  func coverage(of spelled: TypeExpression, _ circumstances: Circumstances) -> Coverage {
    let type = spelled.core
    let whole = hits(type, circumstances)
    var result = Coverage(hits: whole, isComplete: !whole.isEmpty)
    if case .composition(let members) = type {
      // `Session & Sendable` is what any of its members is.
      for member in members {
        let coverage = coverage(of: member, circumstances)
        result.hits += coverage.hits
        result.isComplete = result.isComplete || coverage.isComplete
      }
      return result
    }
    let parts = containedParts(of: type, circumstances)
    guard !parts.isEmpty else { return result }
    let coverages = parts.map { coverage(of: $0, circumstances) }
    result.hits += coverages.flatMap(\.hits)
    result.isComplete = result.isComplete || coverages.allSatisfy(\.isComplete)
    return result
  }

  /// The values that a container holds; nothing for any other type.
  private func containedParts(
    of type: TypeExpression, _ circumstances: Circumstances
  ) -> [TypeExpression] {
    switch type {
    case .array(let element): return [element]
    case .dictionary(let key, let value): return [key, value]
    case .tuple(let elements): return elements.map(\.type)
    case .named(let components):
      guard let last = components.last, let container = Self.containers[last.name],
        components.count == 1 || (components.count == 2 && container.modules.contains(components[0].name)),
        !circumstances.isDeclared(components.map(\.name).joined(separator: "."))
      else { return [] }
      return Array(last.arguments.prefix(container.parts))
    default: return []
    }
  }

  /// The generic types that are what they hold, with how many of their arguments say what that is.
  private static let containers: [String: (parts: Int, modules: Set<String>)] = {
    let collections: Set = [
      "Collections", "DequeModule", "OrderedCollections", "HashTreeCollections", "HeapModule",
    ]
    return [
      "Array": (1, ["Swift"]), "ArraySlice": (1, ["Swift"]), "ContiguousArray": (1, ["Swift"]),
      "Dictionary": (2, ["Swift"]), "KeyValuePairs": (2, ["Swift"]), "Set": (1, ["Swift"]),
      "Optional": (1, ["Swift"]), "CollectionOfOne": (1, ["Swift"]), "AnySequence": (1, ["Swift"]),
      "AnyCollection": (1, ["Swift"]), "Range": (1, ["Swift"]), "ClosedRange": (1, ["Swift"]),
      // The second argument is an error, which says nothing about the value.
      "Result": (1, ["Swift"]),
      "Deque": (1, collections), "OrderedSet": (1, collections), "OrderedDictionary": (2, collections),
      "TreeSet": (1, collections), "TreeDictionary": (2, collections), "Heap": (1, collections),
    ]
  }()

  /// The rows whose patterns are about the type itself.
  private func hits(_ type: TypeExpression, _ circumstances: Circumstances) -> [Hit] {
    let matching = (patterns[type.lastName] ?? []).filter { pattern in
      matches(pattern.type, type, isShipped: rows[pattern.row].isShipped, circumstances)
    }
    let imported = matching.filter { pattern in
      guard rows[pattern.row].isShipped, case .named(let components) = pattern.type,
        let module = components.first?.name
      else { return true }
      return modules.isImported(module, by: circumstances.imports)
    }
    return (imported.isEmpty ? matching : imported).map { Hit(row: $0.row, part: type) }
  }
}
