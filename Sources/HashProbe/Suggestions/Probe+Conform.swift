extension Probe {
  /// A `Hashable` conformance to paste into the file that declares a type; `nil` where none would be right.
  func conformance(for number: TypeNumber, _ query: ConformanceQuery) -> Suggestion? {
    let head = index[number].declaration.head
    guard index.canBeExtended(number), !index.isIsolated(number),
      head.attributes.allSatisfy({ $0.name != "available" }), !index.declaresHashable(number)
    else { return nil }
    switch index[number].kind {
    case .struct, .enum: return valueConformance(number, query)
    case .class: return classConformance(number, query)
    case .actor, .protocol: return nil
    }
  }

  /// Synthesized where all parts are hashable; with a `==` written by hand, a hash of what that compares.
  private func valueConformance(_ number: TypeNumber, _ query: ConformanceQuery) -> Suggestion? {
    let declared = index[number]
    let type = index.selfType(number)
    let query = query.assuming(index.hashableParameters(of: number) + index.hashable(type))
    let parts = index.storedParts(of: type)
    let written = index.allWitnesses(of: number)
    guard declared.kind == .struct || !declared.declaration.members.cases.isEmpty,
      parts.allSatisfy({ part in part.type.map { index.hashability(of: $0, query).isYes } ?? false }),
      !written.contains(where: { $0.kind == .hash || $0.kind == .hashValue })
    else { return nil }
    let name = SwiftName.code(.named(index.path(of: number).map { .init($0) }))
    let conditions = index.parameters(of: number).filter { parameter in
      !index.hashability(of: .parameter(parameter), ConformanceQuery(module: query.module)).isYes
    }.map(\.name)
    guard let equals = written.first(where: { $0.kind == .equals }) else {
      let isEquatable = index.declaresEquatable(number)
      let steps = conditions.isEmpty || isEquatable ? ["Hashable"] : ["Equatable", "Hashable"]
      let code = steps.map { step in
        "extension \(name): \(step)\(Self.clause(conditions, step)) {}"
      }
      return suggestion(number, code.joined(separator: "\n"))
    }
    let compared = parts.filter { $0.isStoredProperty && equals.mentions.contains($0.name) }.map(\.name)
    guard declared.kind == .struct, !compared.isEmpty else { return nil }
    return suggestion(
      number,
      """
      extension \(name): Hashable\(Self.clause(conditions, "Hashable")) {
        \(index.accessPrefix(number))func hash(into hasher: inout Hasher) {
      \(Self.feeding(compared))
        }
      }
      """)
  }

  /// Only for classes that are values in all but name: what may change under a set or dictionary is no identity.
  private func classConformance(_ number: TypeNumber, _ query: ConformanceQuery) -> Suggestion? {
    let type = index.selfType(number)
    let parts = index.storedParts(of: type)
    guard index.parameters(of: number).isEmpty, index.superclass(of: type) == nil,
      index.witnesses(of: number).isDisjoint(with: [.equals, .hash])
    else { return nil }
    let properties = index[number].declaration.members.properties.filter { $0.isStored && !$0.isStatic }
    let constants = Set(properties.filter(\.isLet).map(\.head.name))
    let hashable = parts.filter { part in
      guard let type = part.type, constants.contains(part.name) else { return false }
      return index.hashability(of: type, query).isYes && !index.comparesInstances(type)
    }.map(\.name)
    let isValue = hashable.count == parts.count
    let certain = hashable.first(where: IdentifyingProperties.certainNames.contains)
    let compared = isValue ? hashable : [certain].compactMap(\.self)
    guard !compared.isEmpty else { return nil }
    let name = SwiftName.code(.named(index.path(of: number).map { .init($0) }))
    let access = index.accessPrefix(number)
    let comparison = compared.map(SwiftName.member).map { "left.\($0) == right.\($0)" }
      .joined(separator: "\n      && ")
    return suggestion(
      number,
      """
      extension \(name): Hashable {
        \(access)static func == (left: \(name), right: \(name)) -> Bool {
          \(comparison)
        }

        \(access)func hash(into hasher: inout Hasher) {
      \(Self.feeding(compared))
        }
      }
      """,
      isValue ? nil : "compares '\(compared[0])' alone")
  }

  private func suggestion(_ number: TypeNumber, _ code: String, _ warning: String? = nil) -> Suggestion {
    let place = "in the file that declares '\(index[number].name)'"
    return Suggestion(
      kind: .conform, code: code, note: ([place] + [warning].compactMap(\.self)).joined(separator: "; "))
  }

  private static func clause(_ parameters: [String], _ step: String) -> String {
    parameters.isEmpty ? "" : " where " + parameters.map { "\($0): \(step)" }.joined(separator: ", ")
  }

  private static func feeding(_ properties: [String]) -> String {
    properties.map { "    hasher.combine(\(SwiftName.unqualified($0, besides: "hasher")))" }
      .joined(separator: "\n")
  }
}

extension DeclarationIndex {
  /// The names from the outermost type to this one.
  func path(of number: TypeNumber) -> [String] {
    (self[number].owner.map { path(of: $0) } ?? []) + [self[number].name]
  }

  /// Whether an extension at the top of its file can name a type and write conditions on its parameters.
  fileprivate func canBeExtended(_ number: TypeNumber) -> Bool {
    let parameters = self[number].declaration.generics.parameters
    let isPlain =
      parameters.allSatisfy { !$0.isPack && !$0.isValue }
      && !suppressesCopying(self[number].declaration)
    guard isPlain, let owner = self[number].owner else { return isPlain }
    return self[number].declaration.head.access != .private && self.parameters(of: owner).isEmpty
      && canBeExtended(owner)
  }

  private func suppressesCopying(_ declaration: TypeDeclaration) -> Bool {
    let constraints = declaration.generics.parameters.compactMap(\.constraint)
    let required = declaration.generics.requirements.map(\.right)
    return (declaration.inherited + constraints + required).contains { $0.isSuppression }
  }

  /// What is taken for granted when a generic type gets a conditional conformance.
  fileprivate func hashableParameters(of number: TypeNumber) -> [Assumption] {
    parameters(of: number).flatMap { hashable(.parameter($0)) }
  }

  fileprivate func hashable(_ type: ResolvedType) -> [Assumption] {
    ["Hashable", "Equatable"].compactMap(standardNumber).map { Assumption(type: type, protocol: $0) }
  }

  fileprivate func declaresEquatable(_ number: TypeNumber) -> Bool {
    clauses[number, default: []].contains { clause in
      guard case .declared(let parent, _) = clause.type else { return false }
      return refines(parent, "Equatable")
    }
  }

  /// What the witnesses of a public conformance must carry.
  fileprivate func accessPrefix(_ number: TypeNumber) -> String {
    switch self[number].declaration.head.access {
    case .open, .public: "public "
    case .package: "package "
    case .internal, .fileprivate, .private: ""
    }
  }
}

extension TypeExpression {
  /// `~Copyable`, alone or among others.
  fileprivate var isSuppression: Bool {
    if case .suppressed = self { return true }
    if case .composition(let parts) = self { return parts.contains(where: \.isSuppression) }
    return false
  }
}
