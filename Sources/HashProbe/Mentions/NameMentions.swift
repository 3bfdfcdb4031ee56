/// What the declaration of a name mentions: by these names, an answer about it may rest on other declarations.
package struct NameMentions: Codable, Sendable {
  /// Names in whose place any conforming type may stand: of parts, arguments, constraints, results.
  package private(set) var parts: Set<NameDigest> = []
  /// Names of which only the declarations count: superclasses, protocols, attributes, the types around it.
  package private(set) var parents: Set<NameDigest> = []

  package init() {}

  package mutating func formUnion(_ other: NameMentions) {
    parts.formUnion(other.parts)
    parents.formUnion(other.parents)
  }

  package mutating func add(part name: NameDigest) { parts.insert(name) }

  package mutating func add(parent name: NameDigest) { parents.insert(name) }

  package mutating func add(part type: TypeExpression) { type.forEachName { parts.insert(NameDigest($0)) } }

  mutating func add(parent type: TypeExpression) { type.forEachName { parents.insert(NameDigest($0)) } }

  mutating func add(_ generics: GenericSignature) {
    for parameter in generics.parameters {
      if let constraint = parameter.constraint { add(part: constraint) }
    }
    for requirement in generics.requirements { add(requirement) }
  }

  mutating func add(_ requirement: GenericRequirement) {
    add(part: requirement.left)
    add(part: requirement.right)
  }

  mutating func add(_ attributes: [AttributeUse]) {
    for attribute in attributes { add(parent: attribute.type) }
  }

  /// The types of a function's parameters and of its result.
  mutating func add(signature function: FunctionDeclaration) {
    if let result = function.result { add(part: result) }
    for parameter in function.parameters { add(part: parameter.type) }
  }

  /// The types of the properties that are among the members from which associated types are inferred.
  mutating func add(witnesses members: MemberDeclarations, _ names: Set<String>) {
    for property in members.properties where names.contains(property.head.name) {
      if let type = property.type { add(part: type) }
    }
  }

  /// - Parameter isAsked: Whether they are what a protocol asks for.
  mutating func add(_ members: MemberDeclarations, isAsked: Bool = false) {
    for property in members.properties where isAsked || property.mayMatter {
      if let type = property.type { add(part: type) }
      for attribute in property.head.attributes { add(part: attribute.type) }
    }
    for item in members.cases {
      for value in item.payload { add(part: value.type) }
    }
    for witness in members.witnesses {
      for type in witness.parameters { add(parent: type) }
    }
  }
}

extension PropertyDeclaration {
  /// Whether an answer may rest on its type: a value holds it, or is identified by it.
  fileprivate var mayMatter: Bool {
    !isStatic && (isStored || IdentifyingProperties.names.contains(head.name))
  }
}

extension TypeExpression {
  /// Every name in the type, those that its sugar stands for included.
  package func forEachName(_ body: (String) -> Void) {
    switch self {
    case .named(let components):
      for component in components { body(component.name) }
    case .optional: body("Optional")
    case .array: body("Array")
    case .dictionary: body("Dictionary")
    default: break
    }
    for part in parts { part.forEachName(body) }
  }
}

extension DeclarationSummary {
  /// Hands out every declared type and alias, and every extension under the names of what it extends.
  ///
  /// - Parameters:
  ///   - witnesses: The members from which associated types are inferred.
  ///   - isForeign: Whether a name is none of the project's. Of what extends it, only the head and these members count:
  ///     the others are found under their own names.
  package func forEachMention(
    witnesses: WitnessNames, isForeign: (NameDigest) -> Bool = { _ in false },
    _ body: (NameDigest, NameMentions) -> Void
  ) {
    var signatures: [LexicalScope: NameMentions] = [:]
    for function in functions where function.isMethod && witnesses.names.contains(function.head.name) {
      signatures[function.head.scope, default: NameMentions()].add(signature: function)
    }
    for (position, type) in types.enumerated() {
      var mentions = NameMentions()
      for parent in type.inherited { mentions.add(parent: parent) }
      mentions.add(type.generics)
      mentions.add(type.head.attributes)
      mentions.add(type.members, isAsked: type.kind == .protocol)
      mentions.add(witnesses: type.members, witnesses.names)
      if let signatures = signatures[.type(position)] { mentions.formUnion(signatures) }
      addSurroundings(of: type.head, to: &mentions)
      body(NameDigest(type.head.name), mentions)
    }
    for (position, item) in extensions.enumerated() {
      var mentions = NameMentions()
      mentions.add(parent: item.extended)
      for parent in item.inherited { mentions.add(parent: parent) }
      for requirement in item.requirements { mentions.add(requirement) }
      mentions.add(item.head.attributes)
      mentions.add(witnesses: item.members, witnesses.names)
      if let signatures = signatures[.extension(position)] { mentions.formUnion(signatures) }
      let head = mentions
      mentions.add(item.members)
      item.extended.forEachName { name in
        let name = NameDigest(name)
        if !isForeign(name) { body(name, mentions) } else if !item.inherited.isEmpty { body(name, head) }
      }
    }
    for alias in aliases {
      var mentions = NameMentions()
      if let target = alias.target { mentions.add(part: target) }
      for parent in alias.inherited { mentions.add(part: parent) }
      mentions.add(alias.generics)
      addSurroundings(of: alias.head, to: &mentions)
      body(NameDigest(alias.head.name), mentions)
    }
    for macro in macros {
      var mentions = NameMentions()
      for type in macro.conformances { mentions.add(part: type) }
      body(NameDigest(macro.name), mentions)
    }
  }

  /// What the functions of these names return and where they stand.
  package func mentions(ofFunctions names: Set<String>) -> NameMentions {
    var mentions = NameMentions()
    guard !names.isEmpty else { return mentions }
    for function in functions where names.contains(function.head.name) {
      mentions.add(signature: function)
      mentions.add(function.generics)
      addSurroundings(of: function.head, to: &mentions)
    }
    return mentions
  }

  /// Names are looked up in the types around, and in what those inherit from.
  private func addSurroundings(of head: DeclarationHead, to mentions: inout NameMentions) {
    var scope = head.scope
    while true {
      switch scope {
      case .file: return
      case .type(let position):
        guard types.indices.contains(position) else { return }
        mentions.add(part: NameDigest(types[position].head.name))
        scope = types[position].head.scope
      case .extension(let position):
        guard extensions.indices.contains(position) else { return }
        mentions.add(part: extensions[position].extended)
        scope = extensions[position].head.scope
      }
    }
  }
}
