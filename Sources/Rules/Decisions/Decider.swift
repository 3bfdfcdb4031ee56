package import HashProbe

/// Decides by the rows of the table alone, until the one that knows the project's types takes its place.
package struct Decider: Sendable {
  private let configuration: Configuration

  package init(configuration: Configuration, index: DeclarationIndex) {
    self.configuration = configuration
  }

  package func decide(
    returnType: TypeExpression, spelled: String, scope: [String], genericParameters: [String],
    module: String?, imports: [String], calls: [String], sharingAsked: Bool
  ) -> Decision {
    let names = lastNames(of: returnType)
    let rows = configuration.decisions.filter { row in
      row.types.contains { !names.isDisjoint(with: lastNames(of: $0)) }
    }
    if let row = rows.first(where: { $0.kind == .resource }) ?? rows.first {
      return Decision(kind: row.kind, returnType: spelled, because: row.useCase, confidence: .certain)
    }
    return Decision(
      kind: sharingAsked ? .resource : .data, returnType: spelled, because: "the type is not known",
      confidence: .unsure)
  }

  private func lastNames(of type: TypeExpression) -> Set<String> {
    var names: Set<String> = []
    if case .named(let components) = type, let last = components.last { names.insert(last.name) }
    for part in type.parts { names.formUnion(lastNames(of: part)) }
    return names
  }
}
