import SwiftDiagnostics
import SwiftSyntax

/// Results that there is no sense in keeping, or that cannot be kept as data.
func addResultRefusals(
  of attribute: AttributeSyntax, on function: FunctionDeclSyntax, to found: inout RefusalCollector
) {
  let name = function.fullName
  guard let result = function.signature.returnClause?.type else {
    found.add(
      .noResult(function: name, attribute: attribute.cacheName, result: "nothing"), at: function.name,
      fixIts: [.removing(attribute)])
    return
  }
  if result.isEmptyResult {
    found.add(
      .noResult(function: name, attribute: attribute.cacheName, result: "'\(result.trimmedDescription)'"),
      at: result,
      fixIts: [.removing(attribute)])
    return
  }
  let isData = attribute.cacheName == CacheAttribute.data
  for part in result.parts {
    let spelt = part.trimmedDescription
    if part.isClosure {
      if isData { found.add(.closureResult(function: name), at: part, fixIts: [.usingResource(attribute)]) }
      continue
    }
    switch part.deferral {
    case .task?: found.add(.taskResult(function: name, type: spelt, isError: isData), at: part)
    case .stream?: found.add(.streamResult(function: name, type: spelt, isError: isData), at: part)
    case .lazy?: found.add(.lazyResult(function: name, type: spelt, isError: isData), at: part)
    case nil: continue
    }
  }
}

/// How a result puts off its work until it is read.
private enum Deferral {
  case task, stream, lazy

  /// The types of the standard library, by name and number of generic arguments: a project's own `Task` takes none.
  init?(name: String, arguments: Int) {
    switch (name, arguments) {
    case ("Task", 2): self = .task
    case ("AsyncStream", 1), ("AsyncThrowingStream", 2), ("AnyIterator", 1): self = .stream
    case ("LazySequence", 1), ("LazyMapSequence", 2), ("LazyFilterSequence", 1),
      ("LazyPrefixWhileSequence", 1),
      ("LazyDropWhileSequence", 1):
      self = .lazy
    default: return nil
    }
  }

  /// The protocols of the standard library, behind `some` or `any`.
  init?(constraint: String) {
    switch constraint {
    case "AsyncSequence", "IteratorProtocol", "AsyncIteratorProtocol": self = .stream
    case "LazySequenceProtocol", "LazyCollectionProtocol": self = .lazy
    default: return nil
    }
  }
}

extension TypeSyntax {
  /// Nothing to keep: `Void`, `()` or `Never`.
  fileprivate var isEmptyResult: Bool {
    if let tuple = self.as(TupleTypeSyntax.self) {
      guard let only = tuple.elements.first else { return true }
      return tuple.elements.count == 1 && only.type.isEmptyResult
    }
    return ["Void", "Swift.Void", "Never", "Swift.Never"].contains(trimmedDescription)
  }

  /// Whether this is a function type, behind attributes, parentheses and optionality.
  var isClosure: Bool {
    switch self.as(TypeSyntaxEnum.self) {
    case .functionType: true
    case .attributedType(let type): type.baseType.isClosure
    case .optionalType(let type): type.wrappedType.isClosure
    case .implicitlyUnwrappedOptionalType(let type): type.wrappedType.isClosure
    case .tupleType(let type): type.elements.count == 1 && type.elements.first?.type.isClosure == true
    default: false
    }
  }

  /// The types that a value of this type surely holds: itself, what is optional, elements of tuples, arrays and
  /// dictionaries.
  fileprivate var parts: [TypeSyntax] {
    if isClosure { return [self] }
    switch self.as(TypeSyntaxEnum.self) {
    case .attributedType(let type): return type.baseType.parts
    case .optionalType(let type): return type.wrappedType.parts
    case .tupleType(let type): return type.elements.flatMap(\.type.parts)
    case .arrayType(let type): return type.element.parts
    case .dictionaryType(let type): return type.value.parts
    default: return [self]
    }
  }

  fileprivate var deferral: Deferral? {
    switch self.as(TypeSyntaxEnum.self) {
    case .identifierType(let type):
      return Deferral(name: type.name.text, arguments: type.genericArgumentClause?.arguments.count ?? 0)
    case .memberType(let type):
      guard ["Swift", "_Concurrency"].contains(type.baseType.trimmedDescription) else { return nil }
      return Deferral(name: type.name.text, arguments: type.genericArgumentClause?.arguments.count ?? 0)
    case .someOrAnyType(let type):
      let constraints =
        type.constraint.as(CompositionTypeSyntax.self)?.elements.map(\.type) ?? [type.constraint]
      return constraints.lazy.compactMap {
        $0.as(IdentifierTypeSyntax.self).flatMap { Deferral(constraint: $0.name.text) }
      }
      .first
    default: return nil
    }
  }
}

extension FixIt {
  /// Changes the attribute's name and leaves its options.
  fileprivate static func usingResource(_ attribute: AttributeSyntax) -> FixIt {
    let name = TypeSyntax(IdentifierTypeSyntax(name: .identifier(CacheAttribute.resource)))
      .with(\.trailingTrivia, attribute.attributeName.trailingTrivia)
    return FixIt(
      message: Remedy.useResource,
      changes: [.replace(oldNode: Syntax(attribute.attributeName), newNode: Syntax(name))])
  }
}
