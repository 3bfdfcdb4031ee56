extension DeclarationIndex {
  /// What a type is without saying so; `nil`: nothing on this protocol.
  func implicitConformance(
    of number: TypeNumber, _ type: ResolvedType, to target: TypeNumber, _ query: ConformanceQuery,
    _ isBeingLookedAt: Bool
  ) -> Conformance? {
    let declared = self[number]
    guard isToolchain(target), !isToolchain(number) else { return nil }
    let name = self[target].name
    switch name {
    case "Copyable", "Escapable":
      let isSuppressed = declared.declaration.inherited.contains(.suppressed(.named(name)))
      return isSuppressed ? nil : .yes(implicit(number, name, "by default"))
    case "Equatable", "Hashable":
      guard declared.kind == .enum else { return nil }
      if rawType(of: number) != nil { return .yes(implicit(number, name, "as an enum with raw values")) }
      let cases = activeCases(of: number)
      let isPlain = !cases.isEmpty && cases.allSatisfy(\.payload.isEmpty)
      let isCopyable = !declared.declaration.inherited.contains(.suppressed(.named("Copyable")))
      return isPlain && isCopyable
        ? .yes(implicit(number, name, "as an enum without associated values")) : nil
    case "RawRepresentable":
      return rawType(of: number).map { _ in .yes(implicit(number, name, "as an enum with raw values")) }
    case "Actor", "AnyActor":
      return declared.kind == .actor ? .yes(implicit(number, name, "as an actor")) : nil
    case "Sendable", "SendableMetatype":
      if name == "SendableMetatype" { return .yes(implicit(number, name, "by default")) }
      return implicitSendable(number, type, target, query, isBeingLookedAt)
    case "BitwiseCopyable":
      guard declared.kind == .struct || declared.kind == .enum else { return nil }
      return partwise(number, type, target, query, isBeingLookedAt)
    default: return nil
    }
  }

  private func implicit(_ number: TypeNumber, _ protocolName: String, _ why: String) -> Explanation {
    Explanation(
      "'\(self[number].name)' is \(protocolName) \(why)", at: self[number].declaration.head.place,
      origin: .implicit)
  }

  private func implicitSendable(
    _ number: TypeNumber, _ type: ResolvedType, _ target: TypeNumber, _ query: ConformanceQuery,
    _ isBeingLookedAt: Bool
  ) -> Conformance? {
    let declared = self[number]
    switch declared.kind {
    case .actor: return .yes(implicit(number, "Sendable", "as an actor"))
    case .class, .struct, .enum:
      let isIsolated = declared.declaration.head.attributes.contains { attribute in
        attribute.name == "MainActor" || isGlobalActor(attribute, declared)
      }
      if isIsolated { return .yes(implicit(number, "Sendable", "on a global actor")) }
      guard declared.kind != .class else { return nil }
      let isFrozen = declared.declaration.head.attributes.contains { $0.name == "frozen" }
      guard declared.declaration.head.access < .public || isFrozen else { return nil }
      return partwise(number, type, target, query, isBeingLookedAt)
    case .protocol: return nil
    }
  }

  private func isGlobalActor(_ attribute: AttributeUse, _ declared: DeclaredType) -> Bool {
    let scope = scope(of: declared.declaration.head.scope, in: declared.file)
    guard case .declared(let number, _) = resolve(attribute.type, in: scope) else { return false }
    return self[number].declaration.head.attributes.contains { $0.name == "globalActor" }
  }

  private func partwise(
    _ number: TypeNumber, _ type: ResolvedType, _ target: TypeNumber, _ query: ConformanceQuery,
    _ isBeingLookedAt: Bool
  ) -> Conformance? {
    guard !isBeingLookedAt else { return .yes(implicit(number, self[target].name, "as all its parts are")) }
    var doubt: Explanation?
    for part in storedParts(of: type) {
      guard let partType = part.type else {
        doubt = doubt ?? Explanation("the type of \(part.what) is inferred by the compiler", at: part.place)
        continue
      }
      switch conformance(of: partType, to: target, query) {
      case .yes: continue
      case .no: return nil
      case .unknown(let reason): doubt = doubt ?? reason
      }
    }
    return doubt.map { .unknown($0) } ?? .yes(implicit(number, self[target].name, "as all its parts are"))
  }

  /// The type of an enum's raw values: the first entry after its colon, if that is no protocol.
  func rawType(of number: TypeNumber) -> ResolvedType? {
    guard self[number].kind == .enum, let first = clauses[number]?.first(where: { $0.extension == nil }),
      case .declared(let parent, _) = first.type, self[parent].kind != .protocol
    else { return nil }
    return first.type
  }

  func activeCases(of number: TypeNumber) -> [CaseDeclaration] {
    let type = self[number]
    return type.declaration.members.cases.filter { !type.isActive || configuration.isActive($0.conditions) }
  }
}
