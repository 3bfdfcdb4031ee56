import SwiftSyntax
import SwiftSyntaxBuilder

extension CachedFunctionSyntax {
  private var typedOptions: String { "CacheRuntime.CacheOptions<\(resultType)>(\(options))" }

  /// The new body: the old one as a nested function, and a call of the cache with it.
  func body(_ old: CodeBlockSyntax) -> [CodeBlockItemSyntax] {
    let effects = function.signature.effectSpecifiers?.trimmedDescription ?? ""
    let original = "__original"
    let prefix = (isThrowing ? "try " : "") + (isAsync ? "await " : "")
    var items: [CodeBlockItemSyntax] = []
    let nested: DeclSyntax = "func \(raw: original)() \(raw: effects) -> \(raw: resultType) \(old.trimmed)"
    items.append(CodeBlockItemSyntax(item: .decl(nested)))

    // A result whose type has no name is judged by the function that returns it.
    let result = hasOpaqueResult ? "of: \(original)" : "(\(resultType)).self"
    if kind != "legacy" {
      items.append("let __result = CacheRuntime.CacheExpansion.\(raw: kind)(\(raw: result))")
      items.append("CacheRuntime.CacheExpansion.require(__result)")
    }
    // The deprecated `cache` keeps in memory what cannot leave it, as it does with all that it shares.
    if persists, kind != "legacy" {
      items.append("let __stored = CacheRuntime.CacheExpansion.stored(\(raw: result))")
      items.append("CacheRuntime.CacheExpansion.require(__stored)")
    }
    if let check = hashabilityCheck { items.append(CodeBlockItemSyntax(item: .decl(check))) }
    let key = key(throwing: keyThrows)
    for statement in key.statements { items.append("\(raw: statement)") }
    if hasHashFunctions, !keyThrows {
      items.append(
        "guard let __key = \(raw: key.value) else { return \(raw: prefix)\(raw: original)() }")
    } else {
      items.append("let __key = \(raw: key.value)")
    }
    if hasOwnStorage {
      let storage: DeclSyntax = """
        enum __Cache {
        nonisolated static let core = CacheRuntime.CacheExpansion.core(\(raw: creation(key: detachedKeyClosure)))
        }
        """
      items.insert(CodeBlockItemSyntax(item: .decl(storage)), at: 0)
      items.append("return \(raw: prefix)__Cache.core.call(__key, \(raw: original))")
    } else {
      let options = hasOpaqueResult ? "CacheRuntime.CacheOptions(\(self.options))" : typedOptions
      items.append(
        """
        return \(raw: prefix)CacheRuntime.CacheExpansion.call(\(raw: identity), .\(raw: kind), types: \(raw: types), \
        options: { \(raw: options) }, key: __key, \(raw: original))
        """)
    }
    return items
  }

  /// The arguments that make the cache, or find it.
  private func creation(key: String, parameters: Bool = false) -> String {
    let types = hasOwnStorage ? "" : " types: \(types),"
    let names =
      (takesReceiver ? ["self"] : []) + (countsType && !hasHashFunctions ? ["type(of: self)"] : [])
      + keyParameters.map(\.name)
    let list = parameters ? " parameters: [\(names.map(literal).joined(separator: ", "))]," : ""
    return """
      \(identity), .\(kind),\(types) value: (\(resultType)).self, options: { \(typedOptions) },\(list) key: \(key)
      """
  }

  /// How a handle's arguments become a key.
  private var keyClosure: String {
    let parameters = keyParameters.map { "\($0.reference): \($0.type)" }.joined(separator: ", ")
    let capturesSelf = takesReceiver ? "[self] " : ""
    return "{ \(capturesSelf)(\(parameters)) in \(closureKey(self: "self")) }"
  }

  /// The same where there is no `self` to capture: it is the first argument.
  private var detachedKeyClosure: String {
    var parameters = keyParameters.map { "\($0.reference): \($0.type)" }
    if takesReceiver, let type = context.typeName {
      parameters.insert("__self: \(type)\(context.isStaticMember ? ".Type" : "")", at: 0)
    }
    return "{ (\(parameters.joined(separator: ", "))) in \(closureKey(self: "__self")) }"
  }

  private func closureKey(self receiver: String) -> String {
    let key = key(throwing: hasHashFunctions || keyThrows, self: receiver, inBody: false)
    guard !key.statements.isEmpty else { return key.value }
    return (key.statements + ["return \(key.value)"]).map { "\n" + $0 }.joined() + "\n"
  }

  /// `$f`, one on the instance and one on the type for a method.
  var handles: [DeclSyntax] {
    let kept = function.modifiers.filter {
      switch $0.name.tokenKind {
      case .keyword(.public), .keyword(.package), .keyword(.internal), .keyword(.fileprivate),
        .keyword(.private):
        true
      default: false
      }
    }
    .map { $0.trimmedDescription + " " }.joined()
    let opened = function.modifiers.contains { $0.name.tokenKind == .keyword(.open) } ? "public " : kept
    let isolation = context.isActor && !context.isStaticMember ? "nonisolated " : ""
    let availability = function.attributes.filter {
      $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription == "available"
        || $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription.hasSuffix("Actor") == true
    }
    .map { $0.trimmedDescription + "\n" }.joined()
    let prefix = "\(availability)\(opened)"
    let name = "$\(function.name.bareName)"
    let family: (String) -> DeclSyntax = { isStatic in
      """
      \(raw: prefix)\(raw: isStatic)var \(raw: name): CacheRuntime.CachedFunctionFamily {
      CacheRuntime.CacheExpansion.family(\(raw: identity))
      }
      """
    }
    // A property cannot say "where": what a method asks of the type around it, its handle could not ask.
    let isConstrained = function.genericWhereClause != nil
    if isGeneric || isConstrained || hasOpaqueResult || returnsVaryingSelf
      || keyParameters.contains(where: \.isPack)
    {
      return [family(context.isMember ? "static " : "")]
    }
    let types = ([resultType] + keyParameters.map(\.type)).joined(separator: ", ")
    let isStatic = context.isStaticMember ? "static " : ""
    let handle: DeclSyntax = """
      \(raw: prefix)\(raw: isolation)\(raw: isStatic)var \(raw: name): CacheRuntime.CachedFunction<\(raw: types)> {
      CacheRuntime.CacheExpansion.handle(\(raw: creation(key: keyClosure, parameters: true)))
      }
      """
    return countsSelf ? [handle, family("static ")] : [handle]
  }
}
