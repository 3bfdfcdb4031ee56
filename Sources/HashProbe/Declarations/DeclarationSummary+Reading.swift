package import SwiftSyntax

extension DeclarationSummary {
  /// Reads what a file declares outside of function bodies.
  package init(of tree: SourceFileSyntax, path: String, module: String?) {
    self.init(of: tree, bytes: tree.syntaxTextBytes, path: path, module: module)
  }

  /// - Parameters:
  ///   - bytes: The text of the tree, or the one that it was condensed from.
  ///   - condensed: What was parsed, where that is not all.
  package init(
    of tree: SourceFileSyntax, bytes: [UInt8], condensed: CondensedSource? = nil, path: String,
    module: String?
  ) {
    var reader = DeclarationReader(LineTable(bytes), condensed, path: path, module: module)
    reader.read(tree.statements, Surroundings())
    self = reader.summary
  }
}

/// What a declaration stands in.
struct Surroundings {
  var scope = LexicalScope.file
  var conditions: [CompilationCondition] = []
  /// What a declaration without an access modifier gets.
  var access = AccessLevel.internal
}

/// Walks declarations only: a file's function bodies, where most of its syntax is, are not entered.
struct DeclarationReader {
  var summary: DeclarationSummary
  private let lines: LineTable
  private let condensed: CondensedSource?

  init(_ lines: LineTable, _ condensed: CondensedSource?, path: String, module: String?) {
    summary = DeclarationSummary(path: path, module: module)
    self.lines = lines
    self.condensed = condensed
  }

  func place(of node: some SyntaxProtocol) -> DeclarationPlace {
    let offset = node.positionAfterSkippingLeadingTrivia.utf8Offset
    return lines.place(condensed?.offset(of: offset) ?? offset, summary.path)
  }

  mutating func read(_ items: CodeBlockItemListSyntax, _ around: Surroundings) {
    for item in items {
      if case .decl(let declaration) = item.item { read(declaration, around) }
    }
  }

  mutating func read(_ members: MemberBlockItemListSyntax, _ around: Surroundings) {
    for member in members { read(member.decl, around) }
  }

  private mutating func read(_ declaration: DeclSyntax, _ around: Surroundings) {
    switch declaration.as(DeclSyntaxEnum.self) {
    case .structDecl(let node):
      addType(.struct, node, node.name, node.genericParameterClause, node.genericWhereClause, around)
    case .enumDecl(let node):
      addType(.enum, node, node.name, node.genericParameterClause, node.genericWhereClause, around)
    case .classDecl(let node):
      addType(.class, node, node.name, node.genericParameterClause, node.genericWhereClause, around)
    case .actorDecl(let node):
      addType(.actor, node, node.name, node.genericParameterClause, node.genericWhereClause, around)
    case .protocolDecl(let node):
      addType(.protocol, node, node.name, nil, node.genericWhereClause, around)
    case .extensionDecl(let node): addExtension(node, around)
    case .typeAliasDecl(let node): addAlias(node, around)
    case .associatedTypeDecl(let node): addAssociatedType(node, around)
    case .importDecl(let node): addImport(node)
    case .functionDecl(let node): addFunction(node, around)
    case .initializerDecl(let node): addInitializer(node, around)
    case .variableDecl(let node): addProperties(node, around)
    case .enumCaseDecl(let node): addCases(node, around)
    case .macroDecl(let node): addMacro(node)
    case .ifConfigDecl(let node): readBranches(node, around)
    default: break
    }
  }

  /// Every branch is read, and remembers under which condition it counts.
  private mutating func readBranches(_ node: IfConfigDeclSyntax, _ around: Surroundings) {
    var before: [CompilationCondition] = []
    for clause in node.clauses {
      let condition = clause.condition.map(CompilationCondition.init) ?? .flag("true")
      var inside = around
      inside.conditions += before.map(CompilationCondition.not) + [condition]
      before.append(condition)
      switch clause.elements {
      case .statements(let items): read(items, inside)
      case .decls(let members): read(members, inside)
      default: break
      }
    }
  }

  private mutating func addType(
    _ kind: TypeDeclaration.Kind, _ node: some DeclGroupSyntax, _ name: TokenSyntax,
    _ parameters: GenericParameterClauseSyntax?, _ requirements: GenericWhereClauseSyntax?,
    _ around: Surroundings
  ) {
    let head = head(name.plainText, name, node.attributes, node.modifiers, around)
    let type = TypeDeclaration(
      head: head, kind: kind, generics: GenericSignature(parameters, requirements),
      inherited: inherited(node.inheritanceClause), members: MemberDeclarations())
    let number = summary.types.count
    summary.types.append(type)
    let access = kind == .protocol ? head.access : .internal
    read(
      node.memberBlock.members,
      Surroundings(scope: .type(number), conditions: around.conditions, access: access))
  }

  private mutating func addExtension(_ node: ExtensionDeclSyntax, _ around: Surroundings) {
    let extended = TypeExpression(node.extendedType)
    let number = summary.extensions.count
    let access = accessLevel(node.modifiers) ?? .internal
    summary.extensions.append(
      ExtensionDeclaration(
        head: head(extended.description, node.extendedType, node.attributes, node.modifiers, around),
        extended: extended, inherited: inherited(node.inheritanceClause),
        requirements: GenericSignature(nil, node.genericWhereClause).requirements,
        members: MemberDeclarations()))
    read(
      node.memberBlock.members,
      Surroundings(scope: .extension(number), conditions: around.conditions, access: access))
  }

  private mutating func addAlias(_ node: TypeAliasDeclSyntax, _ around: Surroundings) {
    summary.aliases.append(
      AliasDeclaration(
        head: head(node.name.plainText, node.name, node.attributes, node.modifiers, around),
        generics: GenericSignature(node.genericParameterClause, node.genericWhereClause),
        target: TypeExpression(node.initializer.value), isAssociatedType: false))
  }

  private mutating func addAssociatedType(_ node: AssociatedTypeDeclSyntax, _ around: Surroundings) {
    summary.aliases.append(
      AliasDeclaration(
        head: head(node.name.plainText, node.name, node.attributes, node.modifiers, around),
        generics: GenericSignature(nil, node.genericWhereClause),
        target: node.initializer.map { TypeExpression($0.value) }, isAssociatedType: true,
        inherited: inherited(node.inheritanceClause)))
  }

  private mutating func addImport(_ node: ImportDeclSyntax) {
    guard let module = node.path.first?.name.plainText else { return }
    let isExported = node.attributes.contains { $0.trimmedText == "@_exported" }
    summary.imports.append(ModuleImport(module: module, isExported: isExported))
  }

  /// `@attached(extension, conformances: Hashable, Codable) macro Name()`.
  private mutating func addMacro(_ node: MacroDeclSyntax) {
    var conformances: [TypeExpression] = []
    for case .attribute(let attribute) in node.attributes {
      guard case .argumentList(let arguments) = attribute.arguments else { continue }
      var isConformance = false
      for argument in arguments {
        if let label = argument.label { isConformance = label.text == "conformances" }
        if isConformance, let type = try? TypeExpression(parsing: argument.expression.trimmedText) {
          conformances.append(type)
        }
      }
    }
    summary.macros.append(MacroDeclaration(name: node.name.plainText, conformances: conformances))
  }

  private func inherited(_ clause: InheritanceClauseSyntax?) -> [TypeExpression] {
    clause?.inheritedTypes.map { TypeExpression($0.type) } ?? []
  }
}
