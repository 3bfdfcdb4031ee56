import SwiftSyntax

extension CachedFunctionSyntax {
  /// A parameter that counts for the key.
  struct KeyParameter {
    /// The internal name as messages have it.
    let name: String
    /// The name as code has it, in backticks where it is a keyword.
    let reference: String
    /// The type as a closure's parameter has it.
    let type: String
    let isPack: Bool
    /// Every name that the type's spelling contains.
    let typeNames: Set<String>
  }

  /// The parameters that count: all but those whose internal name begins with an underscore, and `isolated` ones.
  static func keyParameters(of function: FunctionDeclSyntax) -> [KeyParameter] {
    function.signature.parameterClause.parameters.compactMap { parameter in
      let name = parameter.internalName.bareName
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
        name: name, reference: parameter.internalName.reference, type: text, isPack: isPack,
        typeNames: Set(type.tokens(viewMode: .sourceAccurate).map(\.text)))
    }
  }

  /// Whether `self` counts for the key.
  var countsSelf: Bool { context.isMember && !context.isStaticMember }

  /// Whether the type that a member is called on counts: the one of a subclass may do otherwise.
  var countsType: Bool { countsSelf && context.isClass }

  /// Whether `self`, an instance or a type, is in the key.
  var takesReceiver: Bool { countsSelf || context.isStaticMember && context.isClass }

  /// A key in the making: what has to be said first, and the key then.
  struct KeyCode {
    var statements: [String] = []
    var value: String
  }

  /// The key in code over the parameters; where `throwing`, with `try` wherever it is needed.
  ///
  /// Each part is a statement of its own: in one expression the type checker would try the overloads of all parts together,
  /// which takes minutes from ten parameters on.
  /// - Parameter throwing: whether to make errors out of what has no hash, or to refuse it at compile time.
  func key(throwing: Bool, self receiver: String = "self", inBody: Bool = true) -> KeyCode {
    let attempt = throwing ? "try " : ""
    if hasHashFunctions {
      var parts = keyParameters.map {
        let value =
          $0.isPack ? "__CacheRuntime.list(repeat each \($0.reference))" : $0.reference
        return "(name: \(literal($0.name)), value: \(value) as Any)"
      }
      if takesReceiver { parts.insert("(name: \"self\", value: \(receiver) as Any)", at: 0) }
      let list = parts.map { ", " + $0 }.joined()
      let functions = option("hashFuncs")?.trimmedDescription ?? "[]"
      let nodes = throwing ? "tryNodes" : "nodes"
      if hasOwnStorage, inBody {
        return KeyCode(value: "\(attempt)__Cache.core.\(nodes)(\(list.dropFirst(2)))")
      }
      return KeyCode(
        value:
          "\(attempt)__CacheRuntime.\(nodes)(\(functions), \(literal(name))\(list))")
    }
    let family = partFamily(throwing: throwing)
    let pack = persists ? "storedPack" : "pack"
    func part(_ value: String, _ parameter: String) -> String {
      "\(attempt)__CacheRuntime.\(family)(\(value), \(literal(parameter)), \(literal(name)))"
    }
    func parts(ofPack parameter: KeyParameter) -> String {
      throwing
        ? "try __CacheRuntime.tryPack(repeat each \(parameter.reference), parameter: \(literal(parameter.name)), function: \(literal(name)))"
        : "__CacheRuntime.\(pack)(repeat each \(parameter.reference))"
    }
    var parts = keyParameters.map { $0.isPack ? parts(ofPack: $0) : part($0.reference, $0.name) }
    if countsType { parts.insert(part("__CacheRuntime.dynamicType(\(receiver))", "self"), at: 0) }
    if takesReceiver { parts.insert(part(receiver, "self"), at: 0) }
    guard parts.count > 1 else { return KeyCode(value: parts.first ?? "__CacheRuntime.key()") }
    var value = "__part\(parts.count - 1)"
    for index in (0..<parts.count - 1).reversed() {
      value = "__CacheRuntime.key(__part\(index), \(value))"
    }
    return KeyCode(statements: parts.enumerated().map { "let __part\($0) = \($1)" }, value: value)
  }

  /// The functions of which the one that fits an argument's type makes its part of the key.
  private func partFamily(throwing: Bool) -> String {
    let maySpecialize = isGeneric || context.mayBeGeneric
    if persists { return maySpecialize ? "storedGenericPart" : "storedPart" }
    if maySpecialize { return throwing ? "tryGenericPart" : "genericPart" }
    return throwing ? "tryPart" : "part"
  }

  /// Whether making the key throws: only where a part can. What leaves the process is judged by its type, at compile time.
  var keyThrows: Bool {
    throwsAnything && (takesReceiver || !keyParameters.isEmpty) && (hasHashFunctions || !persists)
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

  /// A function that is never called: it has the compiler look at what hash functions make, where that leaves the process, and
  /// at the parameters that no hash function is for.
  var hashabilityCheck: String? {
    let checks = storedHashChecks + unhashedChecks
    return checks.isEmpty ? nil : "func __check() { \(checks.joined(separator: "; ")) }"
  }

  private var storedHashChecks: [String] {
    guard persists, let list = option("hashFuncs")?.as(ArrayExprSyntax.self) else { return [] }
    return list.elements.compactMap { element in
      guard let call = element.expression.as(FunctionCallExprSyntax.self),
        let callee = call.calledExpression.as(MemberAccessExprSyntax.self),
        callee.declName.baseName.text == "hash", call.arguments.first?.label == nil
      else { return nil }
      let same = call.with(
        \.calledExpression,
        ExprSyntax(DeclReferenceExprSyntax(baseName: .identifier("__CacheRuntime.storedHash"))))
      return "_ = \(same.trimmedDescription)"
    }
  }

  private var unhashedChecks: [String] {
    guard hasHashFunctions, !keyThrows, let hashed = hashedTypeNames else { return [] }
    let others = keyParameters.filter { parameter in
      !parameter.isPack && !hashed.contains { parameter.typeNames.contains($0) }
    }
    let family = partFamily(throwing: false)
    return others.map {
      "_ = __CacheRuntime.\(family)(\($0.reference), \(literal($0.name)), \(literal(name)))"
    }
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
