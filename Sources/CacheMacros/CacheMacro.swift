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
    let target = CachedFunctionSyntax(function, node, kind: kind, in: context.lexicalContext)
    guard target.isExpandable else { return Array(body.statements) }
    return target.body(body)
  }

  static func expansion(
    of node: AttributeSyntax, providingPeersOf declaration: some DeclSyntaxProtocol,
    in context: some MacroExpansionContext
  ) throws -> [DeclSyntax] {
    guard let function = declaration.as(FunctionDeclSyntax.self), function.body != nil else { return [] }
    let target = CachedFunctionSyntax(function, node, kind: kind, in: context.lexicalContext)
    guard target.isExpandable, target.hasHandle else { return [] }
    return target.handles
  }
}
