/// Answers whether types and parameters can be part of a cache key.
package struct Probe: Sendable {
  package let index: DeclarationIndex
  /// By full name: what the rules in force say of types of other packages.
  let known: [String: KnownType]
  let resources: ResourceFunctions
  private let answers = ConformanceAnswers()

  /// - Parameter resourceAttributes: The attributes of functions whose results are kept and shared.
  package init(
    index: DeclarationIndex, known: [String: KnownType] = [:],
    resourceAttributes: [String] = ["CacheResource"]
  ) {
    self.index = index
    self.known = known
    resources = ResourceFunctions(of: index, attributes: resourceAttributes)
  }

  /// The verdict on a type as it is written in a scope.
  package func verdict(
    on type: TypeExpression, in scope: NameScope, assumptions: Set<Assumption> = []
  ) -> Verdict {
    verdict(on: index.resolve(type, in: scope), module: scope.module, assumptions: assumptions)
  }

  /// The verdict on a declared type; a generic one is judged with hashable arguments.
  package func verdict(on number: TypeNumber) -> Verdict {
    var assumptions: Set<Assumption> = []
    for parameter in index.parameters(of: number) {
      for name in ["Hashable", "Equatable", "Encodable", "Decodable", "Sendable"] {
        if let target = index.standardNumber(name) {
          assumptions.insert(Assumption(type: .parameter(parameter), protocol: target))
        }
      }
    }
    return verdict(
      on: index.selfType(number), module: index.module(of: number), assumptions: assumptions)
  }

  package func verdict(
    on type: ResolvedType, module: String?, assumptions: Set<Assumption> = []
  ) -> Verdict {
    let query = ConformanceQuery(
      module: module, assumptions: assumptions, known: known, answers: answers)
    let conformance = index.hashability(of: type, query)
    let reason = conformance.explanation
    var verdict = Verdict(
      type: fullName(type), answer: .unknown, source: source(of: reason), because: reason.chain,
      chain: reason.links, declaredAt: place(of: type), resolved: type, assumptions: assumptions)
    switch conformance {
    case .yes:
      verdict.answer = .hashable
      verdict.isStable = isStable(type, query)
      verdict.traps = traps(of: type)
    case .no:
      verdict.answer = .unhashable
      verdict.suggestions = suggestions(for: type, query)
      if verdict.suggestions.isEmpty { verdict.advice = advice(on: type) }
    case .unknown: break
    }
    return verdict
  }

  private func source(of reason: Explanation) -> Verdict.Source {
    switch reason.culprit.origin {
    case .toolchain: .toolchain
    case .rules: .rules
    default: .index
    }
  }

  private func fullName(_ type: ResolvedType) -> String {
    if case .declared(let number, _) = type, !index.isToolchain(number) {
      return index.expression(type, qualified: true).description
    }
    return index.spell(type)
  }

  private func place(of type: ResolvedType) -> DeclarationPlace? {
    guard case .declared(let number, _) = type, !index.isToolchain(number) else { return nil }
    return index[number].declaration.head.place
  }

  /// A key may leave the process when `persist:` takes its parts: standard values, what can be encoded, what says
  /// itself what counts of it; an actor ends with the process.
  private func isStable(_ type: ResolvedType, _ query: ConformanceQuery) -> Bool {
    if case .unknown(let name, _) = type { return known[name]?.isStable ?? false }
    if case .declared(let number, _) = type, index[number].kind == .actor { return false }
    let asked =
      [index.standardNumber("Encodable")].compactMap(\.self)
      + ["CacheHashable", "StrictlyKeyed"].compactMap(index.runtimeProtocol)
    return asked.contains { index.conformance(of: type, to: $0, query).isYes }
  }
}

extension Explanation {
  /// Its sentences from the first to the culprit.
  package var links: [Explanation] {
    var own = self
    own.causes = []
    return [own] + (causes.first?.links ?? [])
  }
}

extension DeclarationIndex {
  /// Whether a type is Hashable.
  package func hashability(of type: ResolvedType, _ query: ConformanceQuery) -> Conformance {
    guard let target = standardNumber("Hashable") else {
      return .unknown(Explanation("the standard library is not known"))
    }
    return conformance(of: type, to: target, query)
  }

  package func module(of number: TypeNumber) -> String? { summaries[self[number].file].module }

  /// The module of a file of the project, by its path as the summaries have it.
  package func module(ofFile path: String) -> String? {
    summaries[projectFiles].first { $0.path == path }?.module
  }

  /// A protocol of the cache, by its name.
  func runtimeProtocol(_ name: String) -> TypeNumber? {
    for named in topLevel[name]?[RuntimeFacts.module] ?? [] {
      if case .type(let number) = named.kind, self[number].kind == .protocol { return number }
    }
    return nil
  }

  /// The types of the project, sorted by their full names.
  package var projectTypes: [TypeNumber] {
    types.map(\.number).filter { !isToolchain($0) }
      .map { (fullName($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The types that a name with or without its outer parts may mean, wherever they are declared.
  package func types(named name: String) -> [TypeNumber] {
    projectTypes.filter { number in
      let full = fullName(number)
      return (full == name || full.hasSuffix("." + name)) && !isSuperseded(number)
    }
  }

  /// Whether a type is left out by an `#if`, and another declaration has its name here.
  package func isSuperseded(_ number: TypeNumber) -> Bool {
    let type = self[number]
    guard !type.isActive else { return false }
    let name = type.name
    let module = summaries[type.file].module
    let namesakes = type.owner.map { members[$0]?[name] } ?? topLevel[name]?[module ?? ""]
    let isReplaced = namesakes?.contains { other in
      other.isActive && (other.file == type.file || module != nil && other.access > .fileprivate)
    }
    return isReplaced == true || type.owner.map(isSuperseded) == true
  }
}

extension DeclarationIndex {
  /// The module that all files belong to, if it is one.
  package var onlyModule: String? {
    let modules = Set(projectFiles.map { summaries[$0].module })
    return modules.count == 1 ? modules.first ?? nil : nil
  }

  /// Whether a type is a name, or holds one, that no declaration was found for.
  package func isMissing(_ type: TypeExpression) -> Bool { !missingNames(in: type).isEmpty }

  /// The names in a type that no declaration was found for, innermost first.
  package func missingNames(in type: TypeExpression) -> [String] {
    var names = type.parts.flatMap { missingNames(in: $0) }
    if case .unknown(let name, _) = resolve(type, in: NameScope(module: onlyModule)), !names.contains(name) {
      names.append(name)
    }
    return names
  }
}
