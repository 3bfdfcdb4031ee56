import SwiftParser
package import SwiftSyntax

/// Which types the `hashFuncs` of an attribute cover.
package struct HashFunctionCoverage: Hashable, Sendable {
  /// The types' last names, whichever module or type stands before them.
  private var names: Set<String> = []
  /// Something in the list, or the list itself, is computed: any type may be covered.
  package private(set) var isOpen = false

  /// - Parameter list: What stands behind `hashFuncs:`.
  package init(_ list: ExprSyntax) {
    guard let elements = list.as(ArrayExprSyntax.self)?.elements else {
      isOpen = true
      return
    }
    for element in elements {
      guard let call = element.expression.as(FunctionCallExprSyntax.self), let first = call.arguments.first,
        let name = Self.typeName(first.expression)
      else {
        isOpen = true
        continue
      }
      names.insert(Self.lastName(name))
    }
  }

  /// - Parameter arguments: What stands between an attribute's parentheses; `nil` where it names no `hashFuncs`.
  package init?(arguments: String) {
    var parser = Parser("cache(\(arguments))")
    let call = ExprSyntax.parse(from: &parser).as(FunctionCallExprSyntax.self)
    guard let list = call?.arguments.first(where: { $0.label?.text == "hashFuncs" }) else { return nil }
    self.init(list.expression)
  }

  /// Whether a function is given for a type or for one that it is made of: one for the element covers the array.
  package func covers(_ type: ResolvedType, _ index: DeclarationIndex) -> Bool {
    parts(of: type).contains { names.contains(Self.lastName(index.spell($0))) }
  }

  /// `Region` of `Region.self` and of `"App.Region"`.
  private static func typeName(_ expression: ExprSyntax) -> String? {
    if let text = expression.as(StringLiteralExprSyntax.self) { return text.representedLiteralValue }
    guard let member = expression.as(MemberAccessExprSyntax.self), let base = member.base,
      member.declName.baseName.tokenKind == .keyword(.self)
    else { return nil }
    // As the index would spell it: `[String]` for `Array<String>`.
    return (try? TypeExpression(parsing: base.trimmedText))?.description ?? base.trimmedText
  }

  private static func lastName(_ spelling: String) -> String {
    guard spelling.first != "(", spelling.first != "[" else { return spelling }
    return String(spelling.prefix { $0 != "<" }.split(separator: ".").last ?? "")
  }

  private func parts(of type: ResolvedType) -> [ResolvedType] {
    switch type {
    case .declared(_, let arguments): [type] + arguments.flatMap(parts)
    case .tuple(let elements): [type] + elements.flatMap(parts)
    default: [type]
    }
  }
}

extension FunctionDeclaration {
  /// What the `hashFuncs` of its attributes cover; `nil` where there are none.
  var hashFunctions: HashFunctionCoverage? {
    head.attributes.lazy.compactMap(\.arguments).compactMap(HashFunctionCoverage.init(arguments:)).first
  }
}
