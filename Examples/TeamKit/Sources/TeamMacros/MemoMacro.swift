import SwiftCompilerPlugin
import SwiftSyntax
import SwiftSyntaxMacros

@main
struct TeamMacros: CompilerPlugin {
  let providingMacros: [any Macro.Type] = [MemoMacro.self]
}

/// Moves the body of a function into a nested one, and asks the keeper for its result.
struct MemoMacro: BodyMacro {
  static func expansion(
    of node: AttributeSyntax,
    providingBodyFor declaration: some DeclSyntaxProtocol & WithOptionalCodeBlockSyntax,
    in context: some MacroExpansionContext
  ) throws -> [CodeBlockItemSyntax] {
    guard let function = declaration.as(FunctionDeclSyntax.self), let body = function.body else { return [] }
    let signature = function.signature
    let names = signature.parameterClause.parameters.map {
      ($0.secondName ?? $0.firstName).trimmedDescription
    }
    let labels = signature.parameterClause.parameters.map { "\($0.firstName.trimmedDescription):" }.joined()
    let throwing = signature.effectSpecifiers?.throwsClause != nil
    let key = ["\"\(function.name.text)(\(labels))\"", "#fileID"] + names
    let result = signature.returnClause?.trimmedDescription ?? ""
    let lifetime =
      node.arguments?.as(LabeledExprListSyntax.self)?
      .first { $0.label?.text == "seconds" || $0.label?.text == "lifetime" }?.expression.trimmedDescription
    return [
      "func original() \(raw: throwing ? "throws " : "")\(raw: result) \(body.trimmed)",
      """
      return \(raw: throwing ? "try " : "")TeamKit.Keeper.shared.value(for: [\(raw: key.joined(separator: ", "))], \
      lifetime: \(raw: lifetime ?? "nil"), original)
      """,
    ]
  }
}
