import HashProbe

extension Decider {
  /// What the index makes of a type.
  struct Nature {
    var kind: Decision.Kind
    /// The fact about the type, as a clause.
    var because: String
  }

  /// What a type is by its declaration; `nil` where too little is known of it.
  ///
  /// Each type is judged once: what is met again while it is being judged adds nothing, and is data so far.
  func nature(of type: ResolvedType, _ question: Question) -> Nature? {
    if let known = question.judged.natures[type] { return known }
    let nature = judgedNature(of: type, question)
    question.judged.natures[type] = .some(nature)
    return nature
  }

  private func judgedNature(of type: ResolvedType, _ question: Question) -> Nature? {
    switch type {
    case .function: return Nature(kind: .resource, because: "a closure cannot be serialized")
    case .metatype: return Nature(kind: .resource, because: "'\(index.spell(type))' is a type, not a value")
    case .tuple(let elements):
      if elements.isEmpty { return Nature(kind: .data, because: "it returns nothing") }
      return strictest(elements, of: type, question)
    case .existential(let parts), .opaque(let parts): return nature(ofConstraints: parts, question)
    case .parameter(let parameter):
      return nature(ofConstraints: index.constraints(on: parameter) + demands(on: type, question), question)
    case .member:
      let demands = demands(on: type, question)
      return demands.isEmpty ? nil : nature(ofConstraints: demands, question)
    case .pack, .unknown: return nil
    case .declared(let number, let arguments):
      return index.isToolchain(number)
        ? nature(ofToolchain: number, arguments, type, question)
        : nature(ofDeclared: number, type, question)
    }
  }

  /// What the function itself demands of a generic parameter, or of a member of one.
  private func demands(on type: ResolvedType, _ question: Question) -> [ResolvedType] {
    question.assumptions.filter { $0.type == type }.map(\.protocol)
      .sorted { index[$0].name < index[$1].name }.map { .declared($0, []) }
  }

  /// One resource among the parts makes the whole a resource; one unknown part makes it unknown.
  private func strictest(
    _ parts: [ResolvedType], of whole: ResolvedType, _ question: Question
  ) -> Nature? {
    var isComplete = true
    var data: Nature?
    for part in parts {
      guard let nature = natureByTable(part, question) ?? nature(of: part, question) else {
        isComplete = false
        continue
      }
      if nature.kind == .resource { return nature }
      data = data ?? nature
    }
    return isComplete ? data : nil
  }

  /// What the table says of a part: the row's use case is the reason.
  private func natureByTable(_ type: ResolvedType, _ question: Question) -> Nature? {
    guard let match = table.match(index.tableExpression(type), in: question.circumstances) else { return nil }
    let name = index.spell(type)
    return Nature(kind: match.row.kind, because: "'\(name)' is in the table: \(match.row.useCase)")
  }

  private func nature(ofConstraints parts: [ResolvedType], _ question: Question) -> Nature? {
    for part in parts {
      guard case .declared(let number, _) = part else { continue }
      if index[number].kind != .protocol { return nature(of: part, question) }
    }
    for part in parts {
      guard case .declared(let number, _) = part else { continue }
      let name = index[number].name
      if index.refines(number, "Actor") || index.isClassBound(number) {
        return Nature(kind: .resource, because: "protocol '\(name)' is for classes only")
      }
    }
    let names = parts.map { index.spell($0) }.joined(separator: " & ")
    let isCodable = ["Encodable", "Decodable"].allSatisfy { asked in
      parts.contains { part in
        if case .declared(let number, _) = part { return index.refines(number, asked) }
        return false
      }
    }
    if isCodable { return Nature(kind: .data, because: "'\(names)' is Codable") }
    let protocols = parts.compactMap(number)
    guard question.visiting.isDisjoint(with: protocols) else {
      return Nature(kind: .data, because: "what conforms to '\(names)' holds nothing but data")
    }
    var question = question
    question.visiting.formUnion(protocols)
    var first: Nature?
    for conforming in protocols.flatMap({ index.conformingTypes(of: $0) }) {
      guard let nature = nature(of: index.selfType(conforming), question),
        first == nil || nature.kind == first?.kind
      else { return nil }
      first = first ?? nature
    }
    return first.map {
      Nature(kind: $0.kind, because: "what conforms to '\(names)' is \($0.kind): \($0.because)")
    }
  }

  private func number(_ type: ResolvedType) -> TypeNumber? {
    if case .declared(let number, _) = type, !index.isToolchain(number) { return number }
    return nil
  }

  private func nature(
    ofDeclared number: TypeNumber, _ type: ResolvedType, _ question: Question
  ) -> Nature? {
    let declared = index[number]
    let what = "\(declared.kind.rawValue) '\(declared.name)'"
    switch declared.kind {
    case .actor: return Nature(kind: .resource, because: "\(what) is shared, never copied")
    case .class:
      return isCodable(type, question)
        ? Nature(kind: .data, because: "\(what) is Codable")
        : Nature(kind: .resource, because: "\(what) is not Codable")
    case .protocol: return nature(ofConstraints: [type], question)
    case .struct, .enum:
      if isCodable(type, question) { return Nature(kind: .data, because: "\(what) is Codable") }
      guard !question.visiting.contains(number) else {
        return Nature(kind: .data, because: "\(what) holds nothing but data")
      }
      var question = question
      question.visiting.insert(number)
      return nature(ofParts: index.storedParts(of: type), what, question)
    }
  }

  private func nature(ofParts parts: [StoredPart], _ what: String, _ question: Question) -> Nature? {
    var isComplete = true
    for part in parts {
      guard let type = part.type else {
        isComplete = false
        continue
      }
      let byTable = table.match(index.tableExpression(type), in: question.circumstances)
      let name = index.spell(type)
      if let byTable {
        guard byTable.row.kind == .resource else { continue }
        let article = part.isStoredProperty ? "'\(part.name)'" : "in case '\(part.name)'"
        return Nature(
          kind: .resource,
          because: "\(what) holds \(article), a '\(name)' (\(byTable.row.useCase.lowercasedStart))"
        )
      }
      guard let nature = nature(of: type, question) else {
        isComplete = false
        continue
      }
      guard nature.kind == .resource else { continue }
      let article = part.isStoredProperty ? "'\(part.name)'" : "a value in case '\(part.name)'"
      return Nature(kind: .resource, because: "\(what) holds \(article), and \(nature.because)")
    }
    return isComplete ? Nature(kind: .data, because: "\(what) holds nothing but data") : nil
  }

  func isCodable(_ type: ResolvedType, _ question: Question) -> Bool {
    ["Encodable", "Decodable"].allSatisfy { conforms(type, to: $0, question).isYes }
  }

  func conforms(_ type: ResolvedType, to name: String, _ question: Question) -> Conformance {
    guard let target = index.standardNumber(name) else { return .unknown(Explanation("")) }
    return index.conformance(of: type, to: target, query(question))
  }

  private func query(_ question: Question) -> ConformanceQuery {
    ConformanceQuery(module: question.module, assumptions: question.assumptions, answers: answers)
  }

  // MARK: - The toolchain's types

  private func nature(
    ofToolchain number: TypeNumber, _ arguments: [ResolvedType], _ type: ResolvedType, _ question: Question
  ) -> Nature? {
    let declared = index[number]
    let name = index.spell(type)
    if let held = Self.kindsOfResource.first(where: { $0.matches(declared.name) }) {
      return Nature(kind: .resource, because: "'\(name)' is \(held.what)")
    }
    switch declared.kind {
    case .actor: return Nature(kind: .resource, because: "actor '\(name)' is shared, never copied")
    case .protocol: return nature(ofConstraints: [type], question)
    case .class:
      // A class that is merely 'NSCoding' or 'NSCopying' is none that '@CacheData' can copy.
      return isCodable(type, question)
        ? Nature(kind: .data, because: "class '\(name)' is Codable")
        : Nature(kind: .resource, because: "class '\(name)' is not Codable")
    case .struct, .enum:
      if !arguments.isEmpty, let nature = strictest(arguments, of: type, question) {
        return nature.kind == .resource
          ? nature : Nature(kind: .data, because: "'\(name)' holds nothing but data")
      }
      guard arguments.isEmpty else { return nil }
      let isData =
        isCodable(type, question) || conforms(type, to: "BitwiseCopyable", question).isYes
        || conforms(type, to: "Hashable", question).isYes
      return isData ? Nature(kind: .data, because: "'\(name)' is a value of the standard library") : nil
    }
  }

  private struct KindOfResource {
    var what: String
    var names: Set<String>
    /// Or names that hold one of these.
    var parts: [[UInt8]] = []

    func matches(_ name: String) -> Bool {
      if names.contains(name) { return true }
      guard !parts.isEmpty else { return false }
      return Array(name.utf8).withUnsafeBytes { bytes in
        parts.contains { ByteSearch.offset(of: $0, in: bytes) != nil }
      }
    }
  }

  /// What cannot be serialized by its nature, though the toolchain declares it as a struct.
  private static let kindsOfResource: [KindOfResource] = [
    KindOfResource(
      what: "a pointer", names: ["OpaquePointer", "Unmanaged", "CVaListPointer"],
      parts: [Array("Pointer".utf8)]),
    KindOfResource(what: "a task", names: ["Task", "UnsafeCurrentTask"], parts: [Array("TaskGroup".utf8)]),
    KindOfResource(
      what: "a lock",
      names: ["Mutex", "Atomic", "AtomicLazyReference", "NSLock", "NSRecursiveLock", "NSCondition"]),
    KindOfResource(
      what: "a stream",
      names: ["AsyncStream", "AsyncThrowingStream", "Continuation", "InputStream", "OutputStream"],
      parts: [Array("CheckedContinuation".utf8), Array("UnsafeContinuation".utf8)]),
  ]
}

extension String {
  /// A use case in the middle of a sentence.
  fileprivate var lowercasedStart: String {
    dropFirst().first?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst()
  }
}
