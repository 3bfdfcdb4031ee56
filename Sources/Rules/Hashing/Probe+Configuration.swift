package import HashProbe

extension Probe {
  /// A probe that knows what the rules say of types that are not at hand, by their names with and without module.
  package init(index: DeclarationIndex, configuration: Configuration) {
    var known: [String: KnownType] = [:]
    for fact in configuration.hashing.reversed() {
      guard case .named(let components) = fact.type else { continue }
      let type = KnownType(isHashable: fact.isHashable, isStable: fact.isStable, because: fact.because)
      let names = components.map(\.name)
      known[names.joined(separator: ".")] = type
      if names.count > 1 { known[names.dropFirst().joined(separator: ".")] = type }
    }
    let attributes = [configuration.replacements.resource.attribute] + configuration.legacy.attributes
    self.init(index: index, known: known, resourceAttributes: attributes)
  }
}
