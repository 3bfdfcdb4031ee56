extension DeclarationSummary {
  /// The same without places, without the attributes of functions, and without functions of which one of the two has
  /// not been read: two files that are equal in it declare the same.
  func placeless(comparedWith other: DeclarationSummary) -> DeclarationSummary {
    var unread = unread
    unread.formUnion(other.unread)
    var copy = without(unread)
    for index in copy.types.indices {
      copy.types[index].head.forgetPlace()
      copy.types[index].members.forgetPlaces()
    }
    for index in copy.extensions.indices {
      copy.extensions[index].head.forgetPlace()
      copy.extensions[index].members.forgetPlaces()
    }
    for index in copy.aliases.indices { copy.aliases[index].head.forgetPlace() }
    for index in copy.functions.indices {
      copy.functions[index].head.forgetPlace()
      copy.functions[index].head.attributes = []
      for parameter in copy.functions[index].parameters.indices {
        copy.functions[index].parameters[parameter].place = .nowhere
      }
    }
    return copy
  }
}

extension DeclarationSummary {
  /// The same without functions and computed properties of these names.
  func without(_ unread: UnreadFunctions) -> DeclarationSummary {
    var copy = self
    copy.unread = UnreadFunctions()
    guard !unread.isEmpty else { return copy }
    copy.functions.removeAll(where: unread.contains)
    for index in types.indices { copy.types[index].members.properties.removeAll(where: unread.contains) }
    for index in extensions.indices {
      copy.extensions[index].members.properties.removeAll(where: unread.contains)
    }
    return copy
  }
}

extension DeclarationPlace {
  fileprivate static let nowhere = DeclarationPlace(path: "", line: 0, column: 0, offset: 0)
}

extension DeclarationHead {
  fileprivate mutating func forgetPlace() { place = .nowhere }
}

extension MemberDeclarations {
  fileprivate mutating func forgetPlaces() {
    for index in properties.indices { properties[index].head.forgetPlace() }
    for index in cases.indices { cases[index].place = .nowhere }
    for index in witnesses.indices { witnesses[index].place = .nowhere }
  }
}
