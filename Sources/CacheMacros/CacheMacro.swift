import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxMacros

/// One of the three attributes: moves the body into a nested function behind a cache, and adds the handle `$f`.
protocol CacheMacro: BodyMacro, PeerMacro {
  /// The case of `CacheKind` that the attribute stands for.
  static var kind: String { get }
}

/// `@CacheData`.
enum CacheDataMacro: CacheMacro {
  static let kind = "data"
}

/// `@CacheResource`.
enum CacheResourceMacro: CacheMacro {
  static let kind = "resource"
}

/// `@cache`.
enum LegacyCacheMacro: CacheMacro {
  static let kind = "legacy"
}

extension CacheMacro {
  /// What is made is laid out as it is to be; to format it would take longer than all else.
  static var formatMode: FormatMode { .disabled }

  static func expansion(
    of node: AttributeSyntax,
    providingBodyFor declaration: some DeclSyntaxProtocol & WithOptionalCodeBlockSyntax,
    in context: some MacroExpansionContext
  ) throws -> [CodeBlockItemSyntax] {
    guard let function = declaration.as(FunctionDeclSyntax.self), let body = function.body else {
      return declaration.body.map { Array($0.statements) } ?? []
    }
    // Said by the peer role, which the compiler runs on every kind of declaration; here the body just stays.
    let surroundings = Surroundings(of: node, in: context)
    guard !refusals(of: node, on: declaration, in: surroundings.lexicalContext).contains(where: \.isError)
    else {
      // Else the compiler would say of what is inside as well that it cannot expand it.
      return Array(body.statements.removingAttributes(named: node.cacheName))
    }
    let target = CachedFunctionSyntax(function, node, kind: kind, in: surroundings)
    return captureCheck(of: function, in: surroundings.lexicalContext) + target.body(body)
  }

  static func expansion(
    of node: AttributeSyntax, providingPeersOf declaration: some DeclSyntaxProtocol,
    in context: some MacroExpansionContext
  ) throws -> [DeclSyntax] {
    let surroundings = Surroundings(of: node, in: context)
    let refusals = refusals(of: node, on: declaration, in: surroundings.lexicalContext)
    for refusal in refusals { context.diagnose(refusal) }
    guard !refusals.contains(where: \.isError), let function = declaration.as(FunctionDeclSyntax.self) else {
      return []
    }
    let target = CachedFunctionSyntax(function, node, kind: kind, in: surroundings)
    guard target.hasHandle else { return [] }
    return target.handles
  }
}

extension Diagnostic {
  fileprivate var isError: Bool { diagMessage.severity == .error }
}

extension CodeBlockItemListSyntax {
  /// The statements with no function under an attribute of this name in them.
  fileprivate func removingAttributes(named name: String) -> CodeBlockItemListSyntax {
    AttributeRemover(name).rewrite(self).as(CodeBlockItemListSyntax.self) ?? self
  }
}

private final class AttributeRemover: SyntaxRewriter {
  private let name: String

  init(_ name: String) { self.name = name }

  override func visit(_ node: FunctionDeclSyntax) -> DeclSyntax {
    let others = node.attributes.filter { $0.as(AttributeSyntax.self)?.cacheName != name }
    guard others.count < node.attributes.count else { return super.visit(node) }
    return super.visit(
      node.with(\.attributes, others).with(\.leadingTrivia, node.leadingTrivia))
  }
}
