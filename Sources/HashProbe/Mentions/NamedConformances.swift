/// What types may conform to, by names alone: with every name behind the colon of a type and of its extensions, what
/// stands behind the colon of that.
package struct NamedConformances: Sendable {
  /// The names that have a name behind their colon.
  private var children: [NameDigest: [NameDigest]] = [:]
  private var conforming: [NameDigest: Set<NameDigest>] = [:]

  package init(_ summaries: [DeclarationSummary], on threads: some ParallelMapping) {
    for links in threads.mapInRuns(summaries, Self.links) {
      for (child, parent) in links { children[parent, default: []].append(child) }
    }
  }

  /// Each name in a file that has another behind its colon.
  private static func links(in summary: DeclarationSummary) -> [(child: NameDigest, parent: NameDigest)] {
    var links: [(child: NameDigest, parent: NameDigest)] = []
    func add(_ parent: TypeExpression, to child: NameDigest) {
      parent.forEachName { links.append((child, NameDigest($0))) }
    }
    // By their indices: a copy of each declaration would take longer than the look at its names.
    for index in summary.types.indices {
      let name = NameDigest(summary.types[index].head.name)
      for parent in summary.types[index].inherited { add(parent, to: name) }
      // Macros may add conformances.
      for attribute in summary.types[index].head.attributes { add(attribute.type, to: name) }
    }
    for index in summary.extensions.indices where !summary.extensions[index].inherited.isEmpty {
      summary.extensions[index].extended.forEachName { name in
        for parent in summary.extensions[index].inherited { add(parent, to: NameDigest(name)) }
      }
    }
    for alias in summary.aliases where !alias.isAssociatedType {
      let name = NameDigest(alias.head.name)
      alias.target?.forEachName { target in
        links.append((name, NameDigest(target)))
        links.append((NameDigest(target), name))
      }
    }
    for macro in summary.macros {
      for type in macro.conformances { add(type, to: NameDigest(macro.name)) }
    }
    return links
  }

  /// Whether a type of this name may conform to one of these protocols.
  package mutating func mayConform(_ name: NameDigest, toAnyOf protocols: Set<NameDigest>) -> Bool {
    for asked in protocols {
      let known = conforming[asked] ?? names(conformingTo: asked)
      conforming[asked] = known
      if known.contains(name) { return true }
    }
    return false
  }

  private func names(conformingTo asked: NameDigest) -> Set<NameDigest> {
    var found: Set<NameDigest> = [asked]
    var pending = [asked]
    while let next = pending.popLast() {
      for child in children[next] ?? [] where found.insert(child).inserted { pending.append(child) }
    }
    return found
  }
}
