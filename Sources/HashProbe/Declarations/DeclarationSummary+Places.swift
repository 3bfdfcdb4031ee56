extension DeclarationSummary {
  /// The same without places and without the attributes of functions: two files that are equal in it declare the same.
  var placeless: DeclarationSummary {
    var copy = self
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
