/// A verdict's type as the compiler can be asked about it.
package struct CompilerQuestion: Hashable, Sendable {
  /// `<P0: Swift.Hashable>` of what is generic, or nothing.
  package var generics: String
  /// The names between its angle brackets.
  package var parameters: [String]
  /// The type, with the module before every name.
  package var type: String
  /// The modules that it names.
  package var modules: Set<String>
  /// The least that any of its parts is visible.
  package var access: AccessLevel
}

extension Probe {
  /// The question behind a verdict; `nil` for what cannot be written down outside of its own declaration.
  package func question(for verdict: Verdict) -> CompilerQuestion? {
    var writer = QuestionWriter(index: index, assumptions: verdict.assumptions)
    guard let type = writer.write(verdict.resolved) else { return nil }
    let text = SwiftName.code(type)
    guard !text.contains(where: { $0.isNewline || $0 == "{" || $0 == ";" }) else { return nil }
    return CompilerQuestion(
      generics: writer.generics, parameters: writer.names, type: text, modules: writer.modules,
      access: writer.access)
  }
}

/// Writes a type out with modules, and its generic parameters as those of the function that asks.
private struct QuestionWriter {
  let index: DeclarationIndex
  let assumptions: Set<Assumption>
  private(set) var modules: Set<String> = []
  private(set) var access = AccessLevel.open
  /// Generic parameters, and `some` types, which are such without a name.
  private var parameters: [ResolvedType] = []

  init(index: DeclarationIndex, assumptions: Set<Assumption>) {
    self.index = index
    self.assumptions = assumptions
  }

  var names: [String] { parameters.indices.map { "P\($0)" } }

  var generics: String {
    guard !parameters.isEmpty else { return "" }
    let all = parameters.enumerated().map { position, parameter in
      let names = Set(
        constraints(on: parameter).map { number in
          unhidden(index.expression(.declared(number, []), qualified: true)).description
        }
      ).sorted()
      return "P\(position)" + (names.isEmpty ? "" : ": " + names.joined(separator: " & "))
    }
    return "<" + all.joined(separator: ", ") + ">"
  }

  private func constraints(on type: ResolvedType) -> [TypeNumber] {
    let assumed = assumptions.filter { $0.type == type }.map(\.protocol)
    var asked: [ResolvedType] = []
    if case .parameter(let parameter) = type { asked = index.constraints(on: parameter) }
    if case .opaque(let parts) = type { asked = parts }
    return assumed
      + asked.compactMap { constraint in
        if case .declared(let number, []) = constraint { return number }
        return nil
      }
  }

  mutating func write(_ type: ResolvedType) -> TypeExpression? {
    guard let replaced = replace(type) else { return nil }
    note(replaced)
    for parameter in parameters {
      for number in constraints(on: parameter) { note(.declared(number, [])) }
    }
    let expression = index.expression(replaced, qualified: true)
    return expression.isReadable ? unhidden(expression) : nil
  }

  /// Puts the asking function's parameters in the place of the type's own; `nil` for what has no name there.
  private mutating func replace(_ type: ResolvedType) -> ResolvedType? {
    switch type {
    case .declared(let number, let arguments):
      return all(arguments).map { .declared(number, $0) }
    case .parameter(let parameter) where !index.isPlain(parameter): return nil
    case .parameter, .opaque:
      if !parameters.contains(type) { parameters.append(type) }
      return .unknown("P\(parameters.firstIndex(of: type) ?? 0)")
    case .tuple(let elements): return all(elements).map { .tuple($0) }
    case .metatype(let inner): return replace(inner).map { .metatype($0) }
    case .existential(let parts): return all(parts).map { .existential($0) }
    // No function is Hashable, whatever it takes.
    case .function: return .function(isSendable: false, .function(parameters: [], result: .tuple([])))
    case .member, .pack, .unknown: return nil
    }
  }

  private mutating func all(_ types: [ResolvedType]) -> [ResolvedType]? {
    var replaced: [ResolvedType] = []
    for type in types {
      guard let type = replace(type) else { return nil }
      replaced.append(type)
    }
    return replaced
  }

  /// Gathers the modules and the access level.
  private mutating func note(_ type: ResolvedType) {
    switch type {
    case .declared(let number, let arguments):
      if let module = index.module(of: number) { modules.insert(module) }
      if !index.isToolchain(number) { access = min(access, index.effectiveAccess(of: number)) }
      arguments.forEach { note($0) }
    case .tuple(let types), .existential(let types): types.forEach { note($0) }
    case .metatype(let type): note(type)
    case .unknown, .function, .parameter, .member, .opaque, .pack: break
    }
  }

  /// A module that declares a type of its own name is hidden by it.
  private func unhidden(_ type: TypeExpression) -> TypeExpression {
    guard case .named(let components) = type else { return type.mapParts(unhidden) }
    let isHidden = components.first.map { index.topLevel[$0.name]?[$0.name] != nil } ?? false
    return .named(
      components.dropFirst(isHidden && components.count > 1 ? 1 : 0).map {
        .init($0.name, $0.arguments.map(unhidden))
      })
  }
}

extension DeclarationIndex {
  /// What a type's own level and those of the types around it allow.
  fileprivate func effectiveAccess(of number: TypeNumber) -> AccessLevel {
    let own = self[number].declaration.head.access
    return self[number].owner.map { min(own, effectiveAccess(of: $0)) } ?? own
  }

  /// Neither a pack nor a value.
  fileprivate func isPlain(_ parameter: ParameterName) -> Bool {
    guard let owner = parameter.owner else { return true }
    return self[owner].declaration.generics.parameters.contains {
      $0.name == parameter.name && !$0.isPack && !$0.isValue
    }
  }
}
