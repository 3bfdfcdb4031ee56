import SwiftSyntax

extension CachedFunctionSyntax {
  /// A parameter that counts for the key.
  struct KeyParameter {
    let name: String
    /// The type as a closure's parameter has it.
    let type: String
    let isPack: Bool
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
      let text = parameter.ellipsis == nil ? type.trimmedDescription : "[\(type.trimmedDescription)]"
      return KeyParameter(name: name, type: text, isPack: isPack)
    }
  }

  /// Whether `self` counts for the key.
  var countsSelf: Bool { context.isMember && !context.isStaticMember }

  /// Whether the type that a member is called on counts: the one of a subclass may do otherwise.
  private var countsType: Bool { countsSelf && context.isClass }

  /// Whether `self`, an instance or a type, is in the key.
  var takesReceiver: Bool { countsSelf || context.isStaticMember && context.isClass }

  /// The key as an expression over the parameters, without `try`.
  ///
  /// - Parameter throwing: whether to make errors out of what has no hash, or to refuse it at compile time.
  func key(throwing: Bool, self receiver: String = "self") -> String {
    if hasHashFunctions {
      var parts = keyParameters.map { "(name: \(literal($0.name)), value: \($0.name) as Any)" }
      if countsSelf { parts.insert("(name: \"self\", value: \(receiver) as Any)", at: 0) }
      let list = parts.map { ", " + $0 }.joined()
      let functions = option("hashFuncs")?.trimmedDescription ?? "[]"
      return
        "CacheRuntime.CacheExpansion.\(throwing ? "tryNodes" : "nodes")(\(functions), \(literal(name))\(list))"
    }
    let isGeneric = isGeneric || context.mayBeGeneric
    let family =
      switch (throwing, isGeneric) {
      case (true, true): "tryGenericPart"
      case (true, false): "tryPart"
      case (false, true): "genericPart"
      case (false, false): "part"
      }
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
}
