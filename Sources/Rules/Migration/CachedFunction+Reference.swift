import HashProbe
import SwiftSyntax

extension CachedFunction {
  /// The function that a call caches: a closure, or what a name refers to.
  init(in call: FunctionCallExprSyntax, of file: SourceFile, _ index: DeclarationIndex) {
    if let closure = call.trailingClosure {
      self.init(closure, in: call)
      return
    }
    guard let argument = call.functionArgument?.withoutParentheses else {
      self.init(name: nil, at: Syntax(call))
      return
    }
    if let closure = argument.as(ClosureExprSyntax.self) {
      self.init(closure, in: call)
    } else if let reference = FunctionReference(argument) {
      self.init(reference, in: call, of: file, index)
    } else {
      self.init(name: nil, at: Syntax(call))
    }
  }

  private init(
    _ reference: FunctionReference, in call: FunctionCallExprSyntax, of file: SourceFile,
    _ index: DeclarationIndex
  ) {
    if reference.base == nil,
      let found = NameLookup.declaration(of: reference.name, at: Syntax(call), .values),
      !found.is(FunctionDeclSyntax.self)
    {
      self.init(name: reference.name, returnType: found.writtenType?.functionResult, at: Syntax(call))
      return
    }
    let here = FunctionsOfFile(named: reference.name, in: file.tree).functions.filter {
      reference.mayMean($0, from: call)
    }
    var candidates = here.map { CachedFunction($0) }
    if candidates.isEmpty {
      candidates = reference.candidates(in: index, from: call, module: file.module).map {
        CachedFunction($0.function, enclosedIn: $0.enclosing)
      }
    }
    guard let first = candidates.first else {
      self.init(name: reference.spelling, at: Syntax(call))
      return
    }
    self = first
    if Set(candidates.map(\.result)).count > 1 { doubts.append(.severalFunctions) }
    if reference.leavesMethodUnapplied(here) { doubts.append(.unappliedMethod) }
  }
}

/// A function by its name: `load`, `load(url:)`, `Store.load`, `self.load`.
private struct FunctionReference {
  var base: ExprSyntax?
  var name: String
  /// As written between the parentheses; `nil` without them.
  var labels: [String]?

  init?(_ expression: ExprSyntax) {
    if let reference = expression.as(DeclReferenceExprSyntax.self) {
      self.init(base: nil, reference)
    } else if let member = expression.as(MemberAccessExprSyntax.self), let base = member.base {
      self.init(base: base, member.declName)
    } else if let generic = expression.as(GenericSpecializationExprSyntax.self) {
      self.init(generic.expression)
    } else {
      return nil
    }
  }

  private init(base: ExprSyntax?, _ reference: DeclReferenceExprSyntax) {
    self.base = base
    name = reference.baseName.plainText
    labels = reference.argumentNames?.arguments.map(\.name.plainText)
  }

  var spelling: String { labels.map { name + "(" + $0.map { $0 + ":" }.joined() + ")" } ?? name }

  private var baseName: String? {
    base?.as(DeclReferenceExprSyntax.self)?.baseName.plainText
      ?? base?.as(MemberAccessExprSyntax.self)?.declName.baseName.plainText
  }

  /// The type that the base names, for `Store.load` and `self.load`; `nil` for a variable.
  private func typeName(from call: FunctionCallExprSyntax) -> String? {
    switch baseName {
    case "self", "Self": NameLookup.enclosingTypes(of: Syntax(call)).last
    case let name?: name.first?.isUppercase == true ? name : nil
    case nil: nil
    }
  }

  func mayMean(_ function: FunctionDeclSyntax, from call: FunctionCallExprSyntax) -> Bool {
    let written = function.signature.parameterClause.parameters.map(\.firstName.plainText)
    if let labels, labels != written { return false }
    let enclosing = NameLookup.enclosingTypes(of: Syntax(function))
    if base != nil {
      guard let type = typeName(from: call) else { return !enclosing.isEmpty }
      return enclosing.last == type
    }
    return NameLookup.enclosingTypes(of: Syntax(call)).starts(with: enclosing)
  }

  /// What the project's other files declare under this name, the own module's first of all.
  func candidates(
    in index: DeclarationIndex, from call: FunctionCallExprSyntax, module: String?
  ) -> [(function: FunctionDeclaration, enclosing: [String])] {
    let type = typeName(from: call)
    let own = NameLookup.enclosingTypes(of: Syntax(call)).last
    var near: [(function: FunctionDeclaration, enclosing: [String])] = []
    var far = near
    for summary in index.summaries.dropFirst(index.toolchainCount) {
      for function in summary.functions where function.head.name == name {
        let enclosing = summary.enclosingTypes(of: function.head)
        guard labels == nil || labels == function.parameters.map({ $0.label ?? "_" }) else { continue }
        let isMeant =
          base == nil
          ? enclosing.isEmpty || enclosing.last == own
          : type.map { enclosing.last == $0 } ?? !enclosing.isEmpty
        guard isMeant else { continue }
        if summary.module == module {
          near.append((function, enclosing))
        } else {
          far.append((function, enclosing))
        }
      }
    }
    return near.isEmpty ? far : near
  }

  /// `Store.load` of a method that is not static is a function that gives a function.
  func leavesMethodUnapplied(_ functions: [FunctionDeclSyntax]) -> Bool {
    guard let baseName, baseName.first?.isUppercase == true, baseName != "Self" else { return false }
    return functions.contains { function in
      !function.modifiers.contains {
        $0.name.tokenKind == .keyword(.static) || $0.name.tokenKind == .keyword(.class)
      }
    }
  }
}

/// All functions of one name that a file declares.
private final class FunctionsOfFile: SyntaxVisitor {
  private let name: String
  private(set) var functions: [FunctionDeclSyntax] = []

  init(named name: String, in tree: SourceFileSyntax) {
    self.name = name
    super.init(viewMode: .sourceAccurate)
    walk(tree)
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    if node.name.plainText == name { functions.append(node) }
    return .visitChildren
  }
}

extension Syntax {
  /// The type that a declaration of a variable or parameter spells.
  fileprivate var writtenType: TypeSyntax? {
    if let parameter = self.as(FunctionParameterSyntax.self) { return parameter.type }
    if let parameter = self.as(ClosureParameterSyntax.self) { return parameter.type }
    if let binding = self.as(PatternBindingSyntax.self) {
      if let annotation = binding.typeAnnotation { return annotation.type }
      // `let load = { (url: URL) -> [Ride] in … }` says it as well.
      return nil
    }
    return nil
  }
}
