import SwiftSyntax
import SwiftSyntaxBuilder

extension CachedFunctionSyntax {
  /// A parameter that counts for the key.
  struct KeyParameter {
    let name: String
    /// The type as a closure's parameter has it.
    let type: String
    let isPack: Bool
    /// Every name that the type's spelling contains.
    let typeNames: Set<String>
  }

  /// The parameters that count: all but those whose internal name begins with an underscore, and `isolated` ones.
  var keyParameters: [KeyParameter] {
    function.signature.parameterClause.parameters.compactMap { parameter in
      let name = (parameter.secondName ?? parameter.firstName).text
      guard !name.hasPrefix("_") else { return nil }
      var type = parameter.type
      if let attributed = type.as(AttributedTypeSyntax.self) {
        if attributed.specifiers.contains(where: { $0.trimmedDescription == "isolated" }) { return nil }
        type = attributed.baseType
      }
      let isPack = type.is(PackExpansionTypeSyntax.self)
      // In another place than a parameter's own, `Int!` is spelled `Int?`.
      let unwrapped = type.as(ImplicitlyUnwrappedOptionalTypeSyntax.self).map {
        "\($0.wrappedType.trimmedDescription)?"
      }
      let spelled = unwrapped ?? type.trimmedDescription
      let text = parameter.ellipsis == nil ? spelled : "[\(spelled)]"
      return KeyParameter(
        name: name, type: text, isPack: isPack,
        typeNames: Set(type.tokens(viewMode: .sourceAccurate).map(\.text)))
    }
  }

  /// Whether `self` counts for the key.
  var countsSelf: Bool { context.isMember && !context.isStaticMember }

  /// Whether the type that a member is called on counts: the one of a subclass may do otherwise.
  var countsType: Bool { countsSelf && context.isClass }

  /// Whether `self`, an instance or a type, is in the key.
  var takesReceiver: Bool { countsSelf || context.isStaticMember && context.isClass }

  /// The key as an expression over the parameters, without `try`.
  ///
  /// - Parameter throwing: whether to make errors out of what has no hash, or to refuse it at compile time.
  func key(throwing: Bool, self receiver: String = "self", inBody: Bool = true) -> String {
    if hasHashFunctions {
      var parts = keyParameters.map { "(name: \(literal($0.name)), value: \($0.name) as Any)" }
      if countsSelf { parts.insert("(name: \"self\", value: \(receiver) as Any)", at: 0) }
      let list = parts.map { ", " + $0 }.joined()
      let functions = option("hashFuncs")?.trimmedDescription ?? "[]"
      if hasOwnStorage, inBody {
        return "__Cache.core.\(throwing ? "tryNodes" : "nodes")(\(list.dropFirst(2)))"
      }
      return
        "CacheRuntime.CacheExpansion.\(throwing ? "tryNodes" : "nodes")(\(functions), \(literal(name))\(list))"
    }
    let family = partFamily(throwing: throwing)
    func part(_ value: String, _ parameter: String) -> String {
      "CacheRuntime.CacheExpansion.\(family)(\(value), \(literal(parameter)), \(literal(name)))"
    }
    var parts = keyParameters.map { parameter in
      parameter.isPack
        ? "CacheRuntime.CacheExpansion.pack(repeat each \(parameter.name))"
        : part(parameter.name, parameter.name)
    }
    if countsType { parts.insert(part("type(of: \(receiver))", "self"), at: 0) }
    if takesReceiver { parts.insert(part(receiver, "self"), at: 0) }
    guard var key = parts.popLast() else { return "CacheRuntime.CacheExpansion.key()" }
    while let part = parts.popLast() { key = "CacheRuntime.CacheExpansion.key(\(part), \(key))" }
    return key
  }

  /// The functions of which the one that fits an argument's type makes its part of the key.
  private func partFamily(throwing: Bool) -> String {
    if isGeneric || context.mayBeGeneric { return throwing ? "tryGenericPart" : "genericPart" }
    if persists { return throwing ? "tryStoredPart" : "storedPart" }
    return throwing ? "tryPart" : "part"
  }

  /// Whether making the key throws: only where a part can.
  var keyThrows: Bool {
    throwsAnything && (takesReceiver || !keyParameters.isEmpty)
  }

  /// The types that tell specializations apart.
  var types: String {
    var types = context.genericParameters.map { "\($0).self" }
    if context.isMember, context.mayBeGeneric || context.isClass { types.append("Self.self") }
    for parameter in function.genericParameterClause?.parameters ?? [] {
      types.append(
        parameter.specifier == nil
          ? "\(parameter.name.text).self" : "(repeat each \(parameter.name.text)).self")
    }
    return "[\(types.joined(separator: ", "))]"
  }

  /// A function that is never called: it has the compiler look at the parameters that no hash function is for.
  var hashabilityCheck: DeclSyntax? {
    guard hasHashFunctions, !keyThrows, let hashed = hashedTypeNames else { return nil }
    let others = keyParameters.filter { parameter in
      !parameter.isPack && !hashed.contains { parameter.typeNames.contains($0) }
    }
    guard !others.isEmpty else { return nil }
    let family = partFamily(throwing: false)
    let checks = others.map {
      "_ = CacheRuntime.CacheExpansion.\(family)(\($0.name), \(literal($0.name)), \(literal(name)))"
    }
    return "func __check() { \(raw: checks.joined(separator: "; ")) }"
  }

  /// The last names of the types in `hashFuncs`; nil where they cannot all be read off.
  private var hashedTypeNames: [String]? {
    guard let list = option("hashFuncs")?.as(ArrayExprSyntax.self) else { return nil }
    var names: [String] = []
    for element in list.elements {
      guard let call = element.expression.as(FunctionCallExprSyntax.self),
        let first = call.arguments.first, first.label == nil,
        let type = first.expression.as(MemberAccessExprSyntax.self), type.declName.baseName.text == "self",
        let name = type.base?.tokens(viewMode: .sourceAccurate).map(\.text).last(where: {
          $0 != "?" && $0 != "]"
        })
      else { return nil }
      names.append(name)
    }
    return names
  }
}
