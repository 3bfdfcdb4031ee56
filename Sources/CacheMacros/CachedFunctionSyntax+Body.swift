import SwiftSyntax

extension CachedFunctionSyntax {
  private var typedOptions: String { "__CacheRuntime.Options<\(resultType)>(\(options))" }

  /// The new body: the old one as a nested function, and a call of the cache with it.
  func body(_ old: CodeBlockSyntax) -> [CodeBlockItemSyntax] {
    let effects = function.signature.effectSpecifiers?.trimmedDescription ?? ""
    let original = "__original"
    let prefix = (isThrowing ? "try " : "") + (isAsync ? "await " : "")
    var items = ["func \(original)() \(effects) -> \(resultType) \(old.trimmedDescription)"]

    // A result whose type has no name is judged by the function that returns it.
    let result = hasOpaqueResult ? "of: \(original)" : "(\(resultType)).self"
    if kind != "legacy" {
      items.append("let __result = __CacheRuntime.\(kind)(\(result))")
      items.append("__CacheRuntime.require(__result)")
    }
    // The deprecated `cache` keeps in memory what cannot leave it, as it does with all that it shares.
    if persists, kind != "legacy" {
      items.append("let __stored = __CacheRuntime.stored(\(result))")
      items.append("__CacheRuntime.require(__stored)")
    }
    if let check = hashabilityCheck { items.append(check) }
    let key = key(throwing: keyThrows)
    items += key.statements
    if hasHashFunctions, !keyThrows {
      items.append("guard let __key = \(key.value) else { return \(prefix)\(original)() }")
    } else {
      items.append("let __key = \(key.value)")
    }
    if hasOwnStorage {
      items.insert(
        "enum __Cache { static let core = __CacheRuntime.core(\(creation(key: detachedKeyClosure))) }",
        at: 0)
      items.append("return \(prefix)__Cache.core.call(__key, \(original))")
    } else {
      let options = hasOpaqueResult ? "__CacheRuntime.Options(\(self.options))" : typedOptions
      items.append(
        """
        return \(prefix)__CacheRuntime.call(\(identity), .\(kind), types: \(types), \
        options: { \(options) }, key: __key, \(original))
        """)
    }
    return items.map { CodeBlockItemSyntax(verbatim: $0) }
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
    let isolation =
      context.isActor && !context.isStaticMember && function.modifier(.nonisolated) == nil
      ? "nonisolated " : ""
    let availability = function.attributes.filter {
      $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription == "available"
        || $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription.hasSuffix("Actor") == true
    }
    .map { $0.trimmedDescription + "\n" }.joined()
    let isNonisolated = function.modifier(.nonisolated) != nil
    let prefix = "\(availability)\(opened)\(isNonisolated ? "nonisolated " : "")"
    let name = "$\(function.name.bareName)"
    let family: (String) -> DeclSyntax = { isStatic in
      DeclSyntax(
        verbatim:
          "\(prefix)\(isStatic)var \(name): __CacheRuntime.Family { __CacheRuntime.family(\(identity)) }")
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
    let handle = DeclSyntax(
      verbatim: """
        \(prefix)\(isolation)\(isStatic)var \(name): __CacheRuntime.Function<\(types)> {
        __CacheRuntime.handle(\(creation(key: keyClosure, parameters: true)))
        }
        """)
    return countsSelf ? [handle, family("static ")] : [handle]
  }
}
