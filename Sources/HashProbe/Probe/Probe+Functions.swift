extension Probe {
  /// A function of the index, with the file it stands in.
  package struct FunctionReference: Hashable, Sendable {
    package var file: Int
    package var declaration: FunctionDeclaration
  }

  /// The functions of a full name, such as `rides(in:limit:_:)` or `Store.rides(in:)`.
  package func functions(named name: String) -> [FunctionReference] {
    let outer = name.prefix { $0 != "(" }
    let type = outer.lastIndex(of: ".").map { String(outer[..<$0]) }
    let plain = type.map { String(name.dropFirst($0.count + 1)) } ?? name
    return allFunctions.filter { reference in
      guard reference.declaration.fullName == plain else { return false }
      guard let type else { return true }
      let enclosing = enclosingName(of: reference)
      return enclosing == type || enclosing.hasSuffix("." + type)
    }
  }

  /// All functions of the project.
  package var allFunctions: [FunctionReference] {
    index.projectFiles.flatMap { file in
      index.summaries[file].functions.map { FunctionReference(file: file, declaration: $0) }
    }
  }

  /// The full name of the type around a function.
  package func enclosingName(of reference: FunctionReference) -> String {
    index.enclosingType(of: reference.declaration.head.scope, in: reference.file).map(index.fullName) ?? ""
  }

  /// The verdicts on a function's parameters, `self` of a method first.
  package func verdicts(on reference: FunctionReference) -> [ParameterVerdict] {
    let function = reference.declaration
    var scope = index.scope(of: function.head.scope, in: reference.file)
    scope.addGenericParameters(function.generics.parameters.map(\.name))
    let assumptions = index.assumptions(of: function.generics, in: scope)
    let coverage = function.hashFunctions
    var verdicts: [ParameterVerdict] = []
    if function.isMethod, !function.isStatic,
      let owner = index.enclosingType(of: function.head.scope, in: reference.file)
    {
      let type = index.instanceType(owner)
      verdicts.append(
        ParameterVerdict(
          function: function.fullName, parameter: "self", place: function.head.place,
          verdict: verdict(onArgument: type, module: scope.module, assumptions: assumptions),
          isExcluded: false, coverage, type, index))
    }
    for parameter in function.parameters {
      let spelled = parameter.isVariadic ? TypeExpression.array(parameter.type) : parameter.type
      let type = index.resolve(spelled.unattributed, in: scope)
      var verdict = verdict(onArgument: type, module: scope.module, assumptions: assumptions)
      if verdict.answer == .unhashable, !parameter.isExcluded {
        verdict.suggestions.append(exclusion(of: parameter, in: function, type))
      }
      verdicts.append(
        ParameterVerdict(
          function: function.fullName, parameter: parameter.name, place: parameter.place, verdict: verdict,
          isExcluded: parameter.isExcluded, coverage, type, index))
    }
    return verdicts
  }
}

extension Probe {
  /// The verdict on an argument, of which the cache takes more than what is `Hashable` itself: it knows how to compare
  /// the value behind `any Hashable`, types, and actors.
  package func verdict(
    onArgument type: ResolvedType, module: String?, assumptions: Set<Assumption> = []
  ) -> Verdict {
    var verdict = verdict(on: type, module: module, assumptions: assumptions)
    guard verdict.answer == .unhashable, let reason = reasonToTake(type) else { return verdict }
    verdict.answer = .hashable
    verdict.because = reason
    verdict.chain = [Explanation(reason)]
    verdict.isStable = true
    verdict.suggestions = []
    verdict.advice = nil
    switch type {
    case .metatype: break
    case .declared(let number, _) where index[number].kind == .actor: verdict.isStable = false
    default: verdict.traps = [Self.dynamicTrap]
    }
    return verdict
  }

  private func reasonToTake(_ type: ResolvedType) -> String? {
    switch type {
    case .metatype: return "the cache tells types apart"
    case .declared(let number, _) where index[number].kind == .actor:
      return "the cache tells actors apart, and keeps them as long as the key"
    case .existential(let parts):
      guard parts.contains(where: isHashableProtocol) else { return nil }
      return "the cache compares what is behind '\(index.spell(type))', and its type"
    case .declared(let number, let arguments) where index.isToolchain(number):
      guard let last = arguments.last, case .existential = last,
        index[number].name == "Array" || (index[number].name == "Dictionary" && isKey(arguments[0]))
      else { return nil }
      return reasonToTake(last)
    default: return nil
    }
  }

  private func isHashableProtocol(_ type: ResolvedType) -> Bool {
    guard case .declared(let number, _) = type else { return false }
    return index[number].kind == .protocol && index.refines(number, "Hashable")
  }

  private func isKey(_ type: ResolvedType) -> Bool { index.hashability(of: type, ConformanceQuery()).isYes }
}

extension DeclarationIndex {
  /// The positions of the project's own files among the summaries.
  var projectFiles: Range<Int> { toolchainCount..<summaries.count }

  /// What it was made of, without the toolchain.
  package var projectSummaries: [DeclarationSummary] { Array(summaries[projectFiles]) }

  /// The type whose members stand in a scope.
  func enclosingType(of scope: LexicalScope, in file: Int) -> TypeNumber? {
    switch scope {
    case .file: nil
    case .type(let position): numbers[file][position]
    case .extension(let position): extensions[firstExtensions[file] + position].target
    }
  }

  /// What `self` is in a scope; `nil` outside of types.
  package func selfType(in scope: NameScope) -> ResolvedType? {
    for level in scope.levels {
      switch level {
      case .type(let number): return instanceType(number)
      case .extension(let position): return extensions[position].target.map(instanceType)
      case .generics, .parameters: continue
      }
    }
    return nil
  }

  /// In a protocol `self` is whatever conforms to it.
  func instanceType(_ number: TypeNumber) -> ResolvedType {
    self[number].kind == .protocol ? .parameter(ParameterName(owner: number, name: "Self")) : selfType(number)
  }

  /// What a function says of its own generic parameters.
  package func assumptions(of generics: GenericSignature, in scope: NameScope) -> Set<Assumption> {
    var all: Set<Assumption> = []
    func assume(_ left: TypeExpression, _ right: TypeExpression) {
      let type = resolve(left, in: scope)
      for constraint in constraints(right, in: scope) {
        if case .declared(let number, _) = constraint { all.insert(Assumption(type: type, protocol: number)) }
      }
    }
    for parameter in generics.parameters {
      if let constraint = parameter.constraint { assume(.named(parameter.name), constraint) }
    }
    for requirement in generics.requirements where requirement.relation == .conforms {
      assume(requirement.left, requirement.right)
    }
    return all
  }
}
