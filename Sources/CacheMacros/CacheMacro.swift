import SwiftDiagnostics
import SwiftSyntax
import SwiftSyntaxBuilder
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
  static func expansion(
    of node: AttributeSyntax,
    providingBodyFor declaration: some DeclSyntaxProtocol & WithOptionalCodeBlockSyntax,
    in context: some MacroExpansionContext
  ) throws -> [CodeBlockItemSyntax] {
    guard let function = declaration.as(FunctionDeclSyntax.self), let body = function.body else {
      return declaration.body.map { Array($0.statements) } ?? []
    }
    // Said by the peer role, which the compiler runs on every kind of declaration; here the body just stays.
    guard !refusals(of: node, on: declaration, in: context.lexicalContext).contains(where: \.isError) else {
      return Array(body.statements)
    }
    let target = CachedFunctionSyntax(function, node, kind: kind, in: context.lexicalContext)
    return captureCheck(of: function, in: context.lexicalContext) + target.body(body)
  }

  static func expansion(
    of node: AttributeSyntax, providingPeersOf declaration: some DeclSyntaxProtocol,
    in context: some MacroExpansionContext
  ) throws -> [DeclSyntax] {
    let refusals = refusals(of: node, on: declaration, in: context.lexicalContext)
    for refusal in refusals { context.diagnose(refusal) }
    guard !refusals.contains(where: \.isError), let function = declaration.as(FunctionDeclSyntax.self) else {
      return []
    }
    let target = CachedFunctionSyntax(function, node, kind: kind, in: context.lexicalContext)
    guard target.hasHandle else { return [] }
    return target.handles
  }
}

extension Diagnostic {
  fileprivate var isError: Bool { diagMessage.severity == .error }
}
