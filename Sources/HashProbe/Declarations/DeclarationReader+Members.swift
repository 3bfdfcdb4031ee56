import SwiftSyntax

extension DeclarationReader {
  mutating func addProperties(_ node: VariableDeclSyntax, _ around: Surroundings) {
    let modifiers = node.modifiers.map(\.name.text)
    let isStatic = modifiers.contains("static") || modifiers.contains("class")
    var type: TypeExpression?
    for binding in node.bindings.reversed() {
      // `var a, b: Int`: an annotation holds for the names before it that have neither a type nor a value.
      if let annotation = binding.typeAnnotation {
        type = TypeExpression(annotation.type)
      } else if let value = binding.initializer?.value {
        type = TypeExpression(inferredFrom: value)
      }
      for (name, type) in names(binding.pattern, type) {
        add(
          PropertyDeclaration(
            head: head(name.plainText, name, node.attributes, node.modifiers, around), type: type,
            isStored: !binding.isComputed, isStatic: isStatic, isLazy: modifiers.contains("lazy"),
            isLet: node.bindingSpecifier.tokenKind == .keyword(.let),
            isReference: modifiers.contains("weak") || modifiers.contains("unowned"),
            hasEffects: binding.hasEffects),
          around.scope)
        addWitness(named: name, isStatic: isStatic, around)
      }
    }
  }

  private func names(
    _ pattern: PatternSyntax, _ type: TypeExpression?
  ) -> [(TokenSyntax, TypeExpression?)] {
    if let name = pattern.as(IdentifierPatternSyntax.self) { return [(name.identifier, type)] }
    guard let tuple = pattern.as(TuplePatternSyntax.self) else { return [] }
    var types: [TypeExpression?] = Array(repeating: nil, count: tuple.elements.count)
    if case .tuple(let elements) = type, elements.count == types.count { types = elements.map(\.type) }
    return zip(tuple.elements, types).flatMap { element, type in
      element.pattern.as(IdentifierPatternSyntax.self).map { [($0.identifier, type)] } ?? []
    }
  }

  private mutating func addWitness(
    named name: TokenSyntax, isStatic: Bool, _ around: Surroundings
  ) {
    guard !isStatic else { return }
    let kind: Witness.Kind
    switch name.text {
    case "rawValue": kind = .rawValue
    case "hashValue": kind = .hashValue
    default: return
    }
    add(witness(kind, name, around), around.scope)
  }

  mutating func addCases(_ node: EnumCaseDeclSyntax, _ around: Surroundings) {
    for element in node.elements {
      let payload = element.parameterClause?.parameters.map { parameter in
        TypeExpression.TupleElement(parameter.firstName?.plainText, TypeExpression(parameter.type))
      }
      let declaration = CaseDeclaration(
        name: element.name.plainText, payload: payload ?? [], place: place(of: element.name),
        conditions: around.conditions)
      change(around.scope) { $0.cases.append(declaration) }
    }
  }

  mutating func addFunction(_ node: FunctionDeclSyntax, _ around: Surroundings) {
    let modifiers = node.modifiers.map(\.name.text)
    let isStatic = modifiers.contains("static") || modifiers.contains("class")
    let parameters = node.signature.parameterClause.parameters.map(parameter)
    let function = FunctionDeclaration(
      head: head(node.name.plainText, node.name, node.attributes, node.modifiers, around),
      generics: GenericSignature(node.genericParameterClause, node.genericWhereClause),
      parameters: parameters, result: node.signature.returnClause.map { TypeExpression($0.type) },
      isStatic: isStatic, isMethod: around.scope != .file)
    summary.functions.append(function)

    guard ["hash", "encode", "=="].contains(function.head.name) else { return }
    let kind: Witness.Kind
    switch function.fullName {
    case "hash(into:)" where !isStatic: kind = .hash
    case "encode(to:)" where !isStatic: kind = .encode
    case let name where name.hasPrefix("==("): kind = .equals
    default: return
    }
    add(
      witness(
        kind, node.name, around, parameters: parameters.map(\.type),
        mentions: kind == .encode ? [] : node.body.map { mentions($0) } ?? []),
      around.scope)
  }

  mutating func addInitializer(_ node: InitializerDeclSyntax, _ around: Surroundings) {
    let function = FunctionDeclaration(
      head: head("init", node.initKeyword, node.attributes, node.modifiers, around),
      generics: GenericSignature(node.genericParameterClause, node.genericWhereClause),
      parameters: node.signature.parameterClause.parameters.map(parameter), result: nil,
      isStatic: true, isMethod: true)
    summary.functions.append(function)
    guard function.parameters.count == 1 else { return }
    switch function.fullName {
    case "init(from:)": add(witness(.decode, node.initKeyword, around), around.scope)
    case "init(rawValue:)": add(witness(.initRawValue, node.initKeyword, around), around.scope)
    default: break
    }
  }

  private func parameter(_ node: FunctionParameterSyntax) -> ParameterDeclaration {
    let name = node.secondName ?? node.firstName
    return ParameterDeclaration(
      label: node.firstName.tokenKind == .wildcard ? nil : node.firstName.plainText,
      name: name.plainText, type: TypeExpression(node.type), isVariadic: node.ellipsis != nil,
      place: place(of: name), defaultValue: node.defaultValue?.value.trimmedText)
  }

  private func witness(
    _ kind: Witness.Kind, _ node: some SyntaxProtocol, _ around: Surroundings,
    parameters: [TypeExpression] = [], mentions: [String] = []
  ) -> Witness {
    Witness(
      kind: kind, place: place(of: node), conditions: around.conditions, parameters: parameters,
      mentions: mentions)
  }

  /// The names in a body, each once, in the order of their first appearance.
  private func mentions(_ body: some SyntaxProtocol) -> [String] {
    var seen: Set<String> = []
    return body.tokens(viewMode: .sourceAccurate).compactMap { token in
      guard case .identifier = token.tokenKind, seen.insert(token.plainText).inserted else { return nil }
      return token.plainText
    }
  }

  private mutating func add(_ property: PropertyDeclaration, _ scope: LexicalScope) {
    change(scope) { $0.properties.append(property) }
  }

  private mutating func add(_ witness: Witness, _ scope: LexicalScope) {
    change(scope) { $0.witnesses.append(witness) }
  }

  private mutating func change(_ scope: LexicalScope, _ body: (inout MemberDeclarations) -> Void) {
    switch scope {
    case .file: return
    case .type(let number): body(&summary.types[number].members)
    case .extension(let number): body(&summary.extensions[number].members)
    }
  }
}

extension PatternBindingSyntax {
  /// It has a getter, rather than observers or nothing.
  fileprivate var isComputed: Bool {
    guard let accessors = accessorBlock?.accessors else { return false }
    switch accessors {
    case .getter: return true
    case .accessors(let list):
      let observers: Set<String> = ["willSet", "didSet", "init"]
      return list.contains { !observers.contains($0.accessorSpecifier.text) }
    }
  }

  /// Its getter is marked `async`, `throws` or `mutating`.
  fileprivate var hasEffects: Bool {
    guard case .accessors(let list)? = accessorBlock?.accessors else { return false }
    return list.contains { accessor in
      accessor.accessorSpecifier.text == "get"
        && (accessor.effectSpecifiers != nil || accessor.modifier?.name.text == "mutating")
    }
  }
}
