import DurationText
import SwiftDiagnostics
import SwiftSyntax

/// The options of each attribute; a test compares them with the declarations of the macros.
enum CacheOption {
  /// What all three attributes take.
  static let common = [
    "ttl", "idle", "maxEntries", "maxBytes", "weigher", "eviction", "showSpinner", "showTime", "hashFuncs",
    "validate",
    "onRelease",
    "scope", "version", "dependsOn", "storeIf", "clock", "handle",
  ]
  /// What `@cache` took and its successors do not.
  static let removed: Set<String> = ["allowOutputMutation", "suppressStWarning"]

  static func names(of attribute: String) -> [String] {
    switch attribute {
    case CacheAttribute.resource: common + ["experimentalAllowWidgets"]
    case CacheAttribute.legacy: common + ["persist"] + removed.sorted()
    default: common + ["persist", "experimentalAllowWidgets"]
    }
  }
}

/// Refusals of the attribute's options.
func addOptionRefusals(
  of attribute: AttributeSyntax, on function: FunctionDeclSyntax, in lexicalContext: [Syntax],
  to found: inout RefusalCollector
) {
  let name = attribute.cacheName
  let known = CacheOption.names(of: name)
  var seen: Set<String> = []
  for option in attribute.options {
    guard let label = option.label else { continue }
    let removal = FixIt.removing(option, from: attribute)
    if !seen.insert(label.text).inserted {
      found.add(.duplicateOption(attribute: name, option: label.text), at: label, fixIts: removal)
    } else if name != CacheAttribute.legacy, CacheOption.removed.contains(label.text) {
      found.add(.removedOption(attribute: name, option: label.text), at: label, fixIts: removal)
    } else if name == CacheAttribute.resource, label.text == "persist" {
      found.add(.persistedResource(attribute: name), at: label, fixIts: removal)
    } else if !known.contains(label.text) {
      let suggestion = nearest(to: label.text, among: known)
      found.add(
        .unknownOption(attribute: name, option: label.text, suggestion: suggestion), at: label,
        fixIts: suggestion.map { [.renaming(label, to: $0)] } ?? [])
    } else {
      addValueRefusals(of: label.text, option.expression, to: &found)
    }
  }
  addPairRefusals(of: attribute, to: &found)
  addShadowRefusals(of: attribute, on: function, to: &found)
  addHashFunctionRefusals(of: attribute, on: function, in: lexicalContext, to: &found)
}

/// Options that do not go together, where both are literals.
private func addPairRefusals(of attribute: AttributeSyntax, to found: inout RefusalCollector) {
  let name = attribute.cacheName
  if let time = attribute.option("showTime"), time.expression.isLiteral(true),
    attribute.option("showSpinner")?.expression.isLiteral(false) == true
  {
    found.add(
      .timeWithoutSpinner(attribute: name), at: time.expression,
      fixIts: FixIt.removing(time, from: attribute))
  }
  if name == CacheAttribute.data, let persist = attribute.option("persist"),
    attribute.option("experimentalAllowWidgets")?.expression.isLiteral(true) == true,
    persist.expression.isLiteral(true) || persist.expression.namesStore
  {
    found.add(
      .persistedWidgets(attribute: name), at: persist.expression,
      fixIts: FixIt.removing(persist, from: attribute))
  }
}

/// Options that mean something else where they are used, which is inside of the function.
private func addShadowRefusals(
  of attribute: AttributeSyntax, on function: FunctionDeclSyntax, to found: inout RefusalCollector
) {
  let parameters = Set(function.signature.parameterClause.parameters.map(\.internalName.text))
  for option in attribute.options {
    guard let label = option.label else { continue }
    let references = ReferenceFinder(viewMode: .sourceAccurate)
    references.walk(option.expression)
    let shadowed = references.names.first {
      parameters.contains($0.text) && !references.declared.contains($0.text)
    }
    guard let shadowed else { continue }
    found.add(
      .shadowedOption(option: label.text, name: shadowed.text, function: function.fullName), at: shadowed)
  }
}

/// Literal values that are wrong whatever the program does.
private func addValueRefusals(of option: String, _ value: ExprSyntax, to found: inout RefusalCollector) {
  switch option {
  case "ttl", "idle":
    if let literal = value.as(StringLiteralExprSyntax.self), let text = literal.representedLiteralValue {
      do {
        _ = try DurationText.nanoseconds(in: text)
      } catch {
        found.add(.unreadableDuration(option: option, problem: error.description), at: value)
      }
    } else if value.isNegativeLiteral {
      found.add(.negativeDuration(option: option, written: value.trimmedDescription), at: value)
    } else if let call = value.as(FunctionCallExprSyntax.self), call.isDurationFactory,
      let argument = call.arguments.first?.expression, argument.isNegativeLiteral
    {
      found.add(.negativeDuration(option: option, written: value.trimmedDescription), at: argument)
    }
  case "maxEntries", "maxBytes":
    guard value.isNegativeLiteral || value.isZeroLiteral else { return }
    found.add(.emptyBound(option: option, written: value.trimmedDescription), at: value)
  default: return
  }
}

/// Hash functions that cannot matter.
private func addHashFunctionRefusals(
  of attribute: AttributeSyntax, on function: FunctionDeclSyntax, in lexicalContext: [Syntax],
  to found: inout RefusalCollector
) {
  guard let functions = attribute.option("hashFuncs")?.expression.as(ArrayExprSyntax.self) else { return }
  let parameters = function.signature.parameterClause.parameters
  let isMethod = !function.isStatic && lexicalContext.first.map(\.isTypeDeclaration) == true
  let mayNeedAny = isMethod || parameters.contains { !$0.isExcluded && !$0.type.isPlainScalar }
  var seen: Set<String> = []
  let persist = attribute.option("persist")?.expression
  let leavesProcess = persist.map { $0.isLiteral(true) || $0.namesStore } ?? false
  for element in functions.elements {
    if leavesProcess,
      let token = element.tokens(viewMode: .sourceAccurate).first(where: {
        ["hashValue", "Hasher", "ObjectIdentifier"].contains($0.text)
      })
    {
      found.add(.processHash(name: token.text), at: token)
    }
    guard let (type, node) = element.expression.hashedType else { continue }
    guard seen.insert(type).inserted else {
      found.add(.duplicateHashFunction(type: type), at: node)
      continue
    }
    // A parameter of another type may hold a value of this one, so only a function without any is refused.
    if !mayNeedAny,
      let excluded = parameters.first(where: { $0.isExcluded && $0.type.trimmedDescription == type })
    {
      found.add(
        .hashedExcludedParameter(parameter: excluded.internalName.text, type: type), at: node)
    }
  }
}

extension AttributeSyntax {
  var options: LabeledExprListSyntax {
    if case .argumentList(let list)? = arguments { return list }
    return []
  }

  func option(_ name: String) -> LabeledExprSyntax? { options.first { $0.label?.text == name } }
}

extension ExprSyntax {
  fileprivate func isLiteral(_ value: Bool) -> Bool {
    self.as(BooleanLiteralExprSyntax.self)?.literal.tokenKind == .keyword(value ? .true : .false)
  }

  /// `.disk`, `.shared`, `.store(…)`: any member but `.none`, called or not.
  fileprivate var namesStore: Bool {
    let member = self.as(FunctionCallExprSyntax.self)?.calledExpression ?? self
    guard let name = member.as(MemberAccessExprSyntax.self)?.declName.baseName.text else { return false }
    return name != "none"
  }

  fileprivate var isNumberLiteral: Bool {
    self.is(IntegerLiteralExprSyntax.self) || self.is(FloatLiteralExprSyntax.self)
  }

  fileprivate var isNegativeLiteral: Bool {
    guard let prefixed = self.as(PrefixOperatorExprSyntax.self), prefixed.operator.text == "-" else {
      return false
    }
    return prefixed.expression.isNumberLiteral && !prefixed.expression.isZeroLiteral
  }

  /// Any spelling of zero: every digit is one.
  fileprivate var isZeroLiteral: Bool {
    if let prefixed = self.as(PrefixOperatorExprSyntax.self), prefixed.operator.text == "-" {
      return prefixed.expression.isZeroLiteral
    }
    guard isNumberLiteral else { return false }
    var text = Substring(trimmedDescription)
    for prefix in ["0x", "0b", "0o"] where text.hasPrefix(prefix) { text.removeFirst(2) }
    return text.allSatisfy { $0 == "0" || $0 == "_" || $0 == "." }
  }

  /// `.hash(Type.self) { … }` or `HashFunction.hash(Type.self, …)`: the type as it is spelt.
  fileprivate var hashedType: (String, ExprSyntax)? {
    guard let call = self.as(FunctionCallExprSyntax.self),
      call.calledExpression.as(MemberAccessExprSyntax.self)?.declName.baseName.text == "hash",
      let argument = call.arguments.first, argument.label == nil,
      let metatype = argument.expression.as(MemberAccessExprSyntax.self),
      metatype.declName.baseName.tokenKind == .keyword(.self), let type = metatype.base
    else { return nil }
    return (type.trimmedDescription, argument.expression)
  }
}

extension FunctionCallExprSyntax {
  /// `.seconds(…)` and its like.
  fileprivate var isDurationFactory: Bool {
    guard let name = calledExpression.as(MemberAccessExprSyntax.self)?.declName.baseName.text else {
      return false
    }
    return [
      "nanoseconds", "microseconds", "milliseconds", "seconds", "minutes", "hours", "days", "weeks",
    ].contains(name)
  }
}

extension TypeSyntax {
  /// A type of the standard library that holds nothing of the project's.
  fileprivate var isPlainScalar: Bool {
    let name = trimmedDescription
    return [
      "Bool", "String", "Character", "Double", "Float", "Int", "Int8", "Int16", "Int32", "Int64", "UInt",
      "UInt8", "UInt16",
      "UInt32", "UInt64",
    ].contains(name)
  }
}

extension FixIt {
  fileprivate static func renaming(_ label: TokenSyntax, to name: String) -> FixIt {
    FixIt(
      message: Remedy.renameOption(name),
      changes: [.replace(oldNode: Syntax(label), newNode: Syntax(label.with(\.tokenKind, .identifier(name))))]
    )
  }

  /// Takes one option away, and the parentheses with the last one.
  fileprivate static func removing(_ option: LabeledExprSyntax, from attribute: AttributeSyntax) -> [FixIt] {
    guard let label = option.label else { return [] }
    var left = attribute.options.filter { $0.id != option.id }
    var replacement = attribute
    if left.isEmpty {
      replacement.leftParen = nil
      replacement.arguments = nil
      replacement.rightParen = nil
    } else {
      if let last = left.last, let index = left.index(of: last) {
        left[index] = last.with(\.trailingComma, nil)
      }
      replacement.arguments = .argumentList(left)
    }
    replacement.trailingTrivia = attribute.trailingTrivia
    return [
      FixIt(
        message: Remedy.removeOption(label.text),
        changes: [.replace(oldNode: Syntax(attribute), newNode: Syntax(replacement))])
    ]
  }
}
