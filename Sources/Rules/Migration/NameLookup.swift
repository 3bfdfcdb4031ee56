import HashProbe
import SwiftSyntax

/// Where a name is looked for: an attribute never means a function or a variable.
enum Namespace {
  case values, attributes
}

/// What a name means at a place, as far as the file itself tells: a walk outwards through the scopes around it.
///
/// Members of a type count in its body and in its extensions in the same file; a local variable counts behind its
/// declaration only. Loops are used where nesting could be deep.
enum NameLookup {
  /// The declaration, pattern, parameter or capture of that name which is nearest to `node`.
  static func declaration(of name: String, at node: Syntax, _ namespace: Namespace) -> Syntax? {
    var child = node
    while let parent = child.parent {
      if let found = declaration(of: name, in: parent, seenFrom: child, namespace) { return found }
      child = parent
    }
    return nil
  }

  /// The names of the types around a place, outermost first; an extension's as it is spelled.
  static func enclosingTypes(of node: Syntax) -> [String] {
    var names: [String] = []
    var place = node.parent
    while let current = place {
      if let name = typeName(current) { names.append(name) }
      place = current.parent
    }
    return names.reversed()
  }

  private static func typeName(_ node: Syntax) -> String? {
    if let group = node.asProtocol((any DeclGroupSyntax).self) {
      if let extended = group.as(ExtensionDeclSyntax.self) { return extended.extendedType.trimmedText }
      return group.asProtocol((any NamedDeclSyntax).self)?.name.plainText
    }
    return nil
  }

  private static func declaration(
    of name: String, in scope: Syntax, seenFrom child: Syntax, _ namespace: Namespace
  ) -> Syntax? {
    if let members = scope.as(MemberBlockItemListSyntax.self) {
      return member(name, in: members, namespace) ?? memberOfExtension(name, of: members, namespace)
    }
    if let items = scope.as(CodeBlockItemListSyntax.self) {
      return statement(name, in: items, before: child, namespace)
    }
    guard namespace == .values else { return nil }
    return introduced(name, by: scope, seenFrom: child)
  }

  // MARK: - Lists

  private static func statement(
    _ name: String, in items: CodeBlockItemListSyntax, before child: Syntax, _ namespace: Namespace
  ) -> Syntax? {
    let isTopLevel = items.parent?.is(SourceFileSyntax.self) == true
    var pending = Array(items.reversed())
    while let item = pending.popLast() {
      let isBefore = item.endPosition <= child.position
      switch item.item {
      case .decl(let declaration):
        if let conditional = declaration.as(IfConfigDeclSyntax.self) {
          for clause in conditional.clauses.reversed() {
            if case .statements(let inner) = clause.elements { pending += inner.reversed() }
          }
        } else if let variable = declaration.as(VariableDeclSyntax.self) {
          guard namespace == .values, isTopLevel || isBefore else { continue }
          if let binding = binding(name, in: variable) { return binding }
        } else if declares(name, declaration, namespace) {
          return Syntax(declaration)
        }
      case .stmt(let statement):
        guard namespace == .values, isBefore, let guarded = statement.as(GuardStmtSyntax.self) else {
          continue
        }
        for condition in guarded.conditions {
          if let found = pattern(name, in: Syntax(condition.condition)) { return found }
        }
      case .expr: continue
      }
    }
    return nil
  }

  private static func member(
    _ name: String, in members: MemberBlockItemListSyntax, _ namespace: Namespace
  ) -> Syntax? {
    var pending = Array(members.reversed())
    while let member = pending.popLast() {
      if let conditional = member.decl.as(IfConfigDeclSyntax.self) {
        for clause in conditional.clauses.reversed() {
          if case .decls(let inner) = clause.elements { pending += inner.reversed() }
        }
      } else if let variable = member.decl.as(VariableDeclSyntax.self) {
        if namespace == .values, let binding = binding(name, in: variable) { return binding }
      } else if let cases = member.decl.as(EnumCaseDeclSyntax.self) {
        if namespace == .values, let one = cases.elements.first(where: { $0.name.plainText == name }) {
          return Syntax(one)
        }
      } else if declares(name, member.decl, namespace) {
        return Syntax(member.decl)
      }
    }
    return nil
  }

  /// The same type's other bodies in the file, which stand at its top level.
  private static func memberOfExtension(
    _ name: String, of members: MemberBlockItemListSyntax, _ namespace: Namespace
  ) -> Syntax? {
    guard let group = members.parent?.parent, let type = typeName(group),
      let file = group.root.as(SourceFileSyntax.self)
    else { return nil }
    for item in file.statements {
      guard case .decl(let declaration) = item.item, declaration.id != group.id,
        typeName(Syntax(declaration)) == type,
        let other = declaration.asProtocol((any DeclGroupSyntax).self)
      else { continue }
      if let found = member(name, in: other.memberBlock.members, namespace) { return found }
    }
    return nil
  }

  private static func declares(_ name: String, _ declaration: DeclSyntax, _ namespace: Namespace) -> Bool {
    guard let named = declaration.asProtocol((any NamedDeclSyntax).self), named.name.plainText == name else {
      return false
    }
    // A name can be both, as the API's own is: a function does not hide an attribute, nor a macro a function.
    switch namespace {
    case .attributes: return !declaration.is(FunctionDeclSyntax.self)
    case .values: return !declaration.is(MacroDeclSyntax.self)
    }
  }

  // MARK: - Patterns and parameters

  private static func introduced(_ name: String, by scope: Syntax, seenFrom child: Syntax) -> Syntax? {
    if let function = scope.as(FunctionDeclSyntax.self) {
      return child.id == function.body?.id
        ? parameter(name, in: function.signature.parameterClause) : nil
    }
    if let initializer = scope.as(InitializerDeclSyntax.self) {
      return child.id == initializer.body?.id
        ? parameter(name, in: initializer.signature.parameterClause) : nil
    }
    if let subscripted = scope.as(SubscriptDeclSyntax.self) {
      return parameter(name, in: subscripted.parameterClause)
    }
    if let accessor = scope.as(AccessorDeclSyntax.self), let written = accessor.parameters,
      written.name.plainText == name
    {
      return Syntax(written)
    }
    if let closure = scope.as(ClosureExprSyntax.self) { return parameter(name, of: closure) }
    if let conditions = scope.as(ConditionElementListSyntax.self) {
      return pattern(name, in: conditions.prefix { $0.id != child.id }.map { Syntax($0.condition) })
    }
    if let branch = scope.as(IfExprSyntax.self), child.id == branch.body.id {
      return pattern(name, in: branch.conditions.map { Syntax($0.condition) })
    }
    if let loop = scope.as(WhileStmtSyntax.self), child.id == loop.body.id {
      return pattern(name, in: loop.conditions.map { Syntax($0.condition) })
    }
    if let loop = scope.as(ForStmtSyntax.self), child.id != loop.sequence.id {
      return pattern(name, in: Syntax(loop.pattern))
    }
    if let choice = scope.as(SwitchCaseSyntax.self), case .case(let label) = choice.label {
      return pattern(name, in: label.caseItems.map { Syntax($0.pattern) })
    }
    if let clause = scope.as(CatchClauseSyntax.self) {
      return pattern(name, in: clause.catchItems.compactMap { $0.pattern.map { Syntax($0) } })
    }
    return nil
  }

  private static func parameter(_ name: String, in clause: FunctionParameterClauseSyntax) -> Syntax? {
    clause.parameters.first { ($0.secondName ?? $0.firstName).plainText == name }.map { Syntax($0) }
  }

  private static func parameter(_ name: String, of closure: ClosureExprSyntax) -> Syntax? {
    guard let signature = closure.signature else { return nil }
    if let captured = signature.capture?.items.first(where: { $0.name.plainText == name }) {
      return Syntax(captured)
    }
    switch signature.parameterClause {
    case .simpleInput(let names): return names.first { $0.name.plainText == name }.map { Syntax($0) }
    case .parameterClause(let clause):
      return clause.parameters.first { ($0.secondName ?? $0.firstName).plainText == name }.map { Syntax($0) }
    case nil: return nil
    }
  }

  private static func binding(_ name: String, in variable: VariableDeclSyntax) -> Syntax? {
    for binding in variable.bindings {
      if let single = binding.pattern.as(IdentifierPatternSyntax.self) {
        if single.identifier.plainText == name { return Syntax(binding) }
      } else if let found = pattern(name, in: Syntax(binding.pattern)) {
        return found
      }
    }
    return nil
  }

  private static func pattern(_ name: String, in nodes: [Syntax]) -> Syntax? {
    for node in nodes {
      if let found = pattern(name, in: node) { return found }
    }
    return nil
  }

  private static func pattern(_ name: String, in node: Syntax) -> Syntax? {
    let names = PatternNames(name)
    names.walk(node)
    return names.found
  }
}

/// Looks for a name among the patterns that bind, and not in the closures beside them.
private final class PatternNames: SyntaxVisitor {
  private let name: String
  private(set) var found: Syntax?

  init(_ name: String) {
    self.name = name
    super.init(viewMode: .sourceAccurate)
  }

  override func visit(_ node: IdentifierPatternSyntax) -> SyntaxVisitorContinueKind {
    if found == nil, node.identifier.plainText == name { found = Syntax(node) }
    return .skipChildren
  }

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
  override func visit(_ node: CodeBlockSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
