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
    guard isSound(refusals(of: node, on: function, in: context.lexicalContext)) else {
      return Array(body.statements)
    }
    return target.body(body)
  }

  static func expansion(
    of node: AttributeSyntax, providingPeersOf declaration: some DeclSyntaxProtocol,
    in context: some MacroExpansionContext
  ) throws -> [DeclSyntax] {
    // The one role that the compiler runs on every kind of declaration, so the one that speaks.
    let found = refusals(of: node, on: declaration, in: context.lexicalContext)
    for diagnostic in found { context.diagnose(diagnostic) }
    guard isSound(found), let function = declaration.as(FunctionDeclSyntax.self), function.body != nil else {
      return []
    }
    let target = CachedFunctionSyntax(function, node, kind: kind, in: context.lexicalContext)
    guard target.hasHandle else { return [] }
    return target.handles
  }

  /// Whether the function can be expanded; one that is refused stays as it is.
  private static func isSound(_ diagnostics: [Diagnostic]) -> Bool {
    !diagnostics.contains { $0.diagMessage.severity == .error }
  }
}
