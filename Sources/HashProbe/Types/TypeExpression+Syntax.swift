package import SwiftSyntax

extension TypeExpression {
  /// Types nested deeper than this are `unreadable`, so that no input can exhaust the stack.
  package static let maximumDepth = 128

  /// Reads a type from its syntax; `Array<Int>`, `Optional<Int>` and `Int!` become what their sugar would be.
  package init(_ syntax: some TypeSyntaxProtocol) {
    self = Self.read(TypeSyntax(syntax), depth: 0)
  }

  private static func read(_ type: TypeSyntax, depth: Int) -> TypeExpression {
    guard depth < maximumDepth else { return .unreadable("a type nested too deeply") }
    let depth = depth + 1
    switch type.as(TypeSyntaxEnum.self) {
    case .identifierType(let type):
      var components = [component(type.name, type.genericArgumentClause, depth)]
      if let module = type.moduleSelector { components.insert(Component(module.moduleName.plainText), at: 0) }
      return canonical(components)
    case .memberType(let type): return readMember(type, depth)
    case .optionalType(let type): return .optional(read(type.wrappedType, depth: depth))
    case .implicitlyUnwrappedOptionalType(let type): return .optional(read(type.wrappedType, depth: depth))
    case .arrayType(let type): return .array(read(type.element, depth: depth))
    case .dictionaryType(let type):
      return .dictionary(key: read(type.key, depth: depth), value: read(type.value, depth: depth))
    case .inlineArrayType(let type):
      let arguments = [argument(type.count, depth), argument(type.element, depth)]
      return .named([Component("InlineArray", arguments)])
    case .tupleType(let type): return readTuple(type.elements, depth)
    case .functionType(let type): return readFunction(type, depth)
    case .metatypeType(let type): return .metatype(read(type.baseType, depth: depth))
    case .someOrAnyType(let type):
      let constraint = read(type.constraint, depth: depth)
      return type.someOrAnySpecifier.tokenKind == .keyword(.some)
        ? .opaque(constraint) : .existential(constraint)
    case .compositionType(let type):
      return .composition(type.elements.map { read($0.type, depth: depth) })
    case .attributedType(let type): return readAttributed(type, depth)
    case .packExpansionType(let type): return .packExpansion(read(type.repetitionPattern, depth: depth))
    case .packElementType(let type): return .attributed(["each"], read(type.pack, depth: depth))
    case .suppressedType(let type): return .suppressed(read(type.type, depth: depth))
    case .classRestrictionType: return .named([Component("AnyObject")])
    case .namedOpaqueReturnType(let type): return .opaque(read(type.type, depth: depth))
    case .missingType: return .unreadable(type.trimmedText)
    }
  }

  /// `A.B.C` is walked from the right without recursion: such chains are as long as their author likes.
  private static func readMember(_ type: MemberTypeSyntax, _ depth: Int) -> TypeExpression {
    var components: [Component] = []
    var rest = TypeSyntax(type)
    while let member = rest.as(MemberTypeSyntax.self) {
      guard components.count < maximumDepth else { return .unreadable("a type nested too deeply") }
      components.append(component(member.name, member.genericArgumentClause, depth))
      rest = member.baseType
    }
    components.reverse()
    switch read(rest, depth: depth) {
    case .named(let base): return canonical(base + components)
    case .array(let element): return .named([Component("Array", [element])] + components)
    case .optional(let wrapped): return .named([Component("Optional", [wrapped])] + components)
    case .dictionary(let key, let value): return .named([Component("Dictionary", [key, value])] + components)
    case .attributed(["each"], .named(let base)): return .attributed(["each"], .named(base + components))
    default: return .unreadable(type.trimmedText)
    }
  }

  private static func readTuple(_ elements: TupleTypeElementListSyntax, _ depth: Int) -> TypeExpression {
    let parts = elements.map { element -> TupleElement in
      let label = (element.firstName ?? element.secondName)?.plainText
      return TupleElement(label == "_" ? nil : label, read(element.type, depth: depth))
    }
    if let only = parts.first, parts.count == 1 {
      if case .packExpansion = only.type { return .tuple(parts) }
      return only.type
    }
    return .tuple(parts)
  }

  private static func readFunction(_ type: FunctionTypeSyntax, _ depth: Int) -> TypeExpression {
    let parameters = type.parameters.map { parameter -> TypeExpression in
      let type = read(parameter.type, depth: depth)
      return parameter.ellipsis == nil ? type : .attributed(["..."], type)
    }
    let function = TypeExpression.function(
      parameters: parameters, result: read(type.returnClause.type, depth: depth))
    var effects: [String] = []
    if let keyword = type.effectSpecifiers?.asyncSpecifier { effects.append(keyword.text) }
    if let clause = type.effectSpecifiers?.throwsClause {
      let error = clause.type.map { "(\(read($0, depth: depth)))" } ?? ""
      effects.append(clause.throwsSpecifier.text + error)
    }
    return effects.isEmpty ? function : .attributed(effects, function)
  }

  private static func readAttributed(_ type: AttributedTypeSyntax, _ depth: Int) -> TypeExpression {
    let base = read(type.baseType, depth: depth)
    let words =
      type.specifiers.map(\.trimmedText) + type.attributes.map(\.trimmedText)
      + type.lateSpecifiers.map(\.trimmedText)
    if case .attributed(let inner, let base) = base { return .attributed(words + inner, base) }
    return words.isEmpty ? base : .attributed(words, base)
  }

  private static func component(
    _ name: TokenSyntax, _ clause: GenericArgumentClauseSyntax?, _ depth: Int
  ) -> Component {
    Component(name.plainText, clause?.arguments.map { argument($0, depth) } ?? [])
  }

  private static func argument(_ argument: GenericArgumentSyntax, _ depth: Int) -> TypeExpression {
    switch argument.argument {
    case .type(let type): read(type, depth: depth)
    case .expr(let value): .named([Component(value.trimmedText)])
    }
  }

  /// `Array<Int>` is `[Int]`, `Optional<Int>` is `Int?`, `Void` is `()`, each with `Swift.` in front too.
  static func canonical(_ components: [Component]) -> TypeExpression {
    var rest = components[...]
    if rest.count == 2, rest.first == Component("Swift") { rest.removeFirst() }
    guard rest.count == 1, let only = rest.first else { return .named(components) }
    switch (only.name, only.arguments.count) {
    case ("Array", 1): return .array(only.arguments[0])
    case ("Optional", 1): return .optional(only.arguments[0])
    case ("Dictionary", 2): return .dictionary(key: only.arguments[0], value: only.arguments[1])
    case ("Void", 0): return .tuple([])
    default: return .named(components)
    }
  }
}

extension SyntaxProtocol {
  /// The text without the trivia around it, as `trimmedDescription` has it, for which the tree would be copied.
  package var trimmedText: String {
    let bytes = syntaxTextBytes
    let end = max(leadingTriviaLength.utf8Length, bytes.count - trailingTriviaLength.utf8Length)
    return String(decoding: bytes[leadingTriviaLength.utf8Length..<end], as: UTF8.self)
  }
}

extension TokenSyntax {
  /// The token's text without the backticks that keep a keyword from being one.
  package var plainText: String {
    let text = self.text
    return text.utf8.count > 2 && text.hasPrefix("`") && text.hasSuffix("`")
      ? String(text.dropFirst().dropLast()) : text
  }
}
