import HashProbe

extension Decider {
  /// Why a resource cannot be shared between tasks; `nil`: it can, or it is not known.
  func unsendable(_ type: ResolvedType, _ question: Question) -> Finding.Note? {
    guard case .no(let reason) = conforms(type, to: "Sendable", question) else { return nil }
    let place = reason.culprit.place
    return Finding.Note(
      message: "a resource must be Sendable, and '\(index.spell(type))' is not", path: place?.path,
      start: place.map { SourcePosition(line: $0.line, column: $0.column, offset: $0.offset) })
  }

  /// Why data cannot be copied for each caller; `nil`: it can, or it is not known.
  func uncopyable(_ type: ResolvedType, _ question: Question) -> Finding.Note? {
    var visited: Set<ResolvedType> = []
    guard let part = uncopyablePart(type, question, &visited) else { return nil }
    return Finding.Note(
      message: "data is copied for every caller, and '\(index.spell(part))' is not Codable")
  }

  /// Looks at each type once; `limit` ends those that nest without end.
  private func uncopyablePart(
    _ type: ResolvedType, _ question: Question, _ visited: inout Set<ResolvedType>
  ) -> ResolvedType? {
    func first(of types: [ResolvedType]) -> ResolvedType? {
      for type in types {
        if let part = uncopyablePart(type, question, &visited) { return part }
      }
      return nil
    }
    switch type {
    case .tuple(let elements): return first(of: elements)
    case .existential, .opaque, .function, .metatype: return isCodable(type, question) ? nil : type
    case .parameter, .member, .pack, .unknown: return nil
    case .declared(let number, let arguments):
      if isCodable(type, question) || conforms(type, to: "BitwiseCopyable", question).isYes { return nil }
      guard visited.count < Self.limit, visited.insert(type).inserted else { return nil }
      let isClass = index[number].kind == .class || index[number].kind == .actor
      if isClass {
        return conforms(type, to: "Encodable", question).isNo ? type : nil
      }
      if index.isToolchain(number) {
        return first(of: arguments)
      }
      return first(of: index.storedParts(of: type).compactMap(\.type))
    }
  }

  /// How many types that a value is made of are looked at.
  private static let limit = 200
}
