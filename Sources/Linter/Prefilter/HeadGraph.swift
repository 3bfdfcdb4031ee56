import HashProbe

/// Where names seem to be declared, and which names are declared by mentioning others.
struct HeadGraph {
  private var files: [NameDigest: [Int]] = [:]
  /// Files with extensions that add conformances.
  private var conformingFiles: [NameDigest: [Int]] = [:]
  /// What the project declares, and what only the toolchain does.
  private var declared: Set<NameDigest> = []
  private let toolchain: Set<NameDigest>
  private var functionFiles: [NameDigest: [Int]] = [:]
  private var links: [NameDigest: Set<SourceHeads.Link>] = [:]
  private var protocols: Set<NameDigest> = []
  private var aliases: Set<NameDigest> = []
  private var extended: Set<NameDigest> = []
  /// Files that matter whatever is wanted.
  private(set) var alwaysRelevant: Set<Int> = []
  /// Files that may declare a macro, which may add conformances to whatever carries it.
  private(set) var macroFiles: Set<Int> = []
  var followedMacros: Set<String> = []

  /// - Parameters:
  ///   - heads: Of the files that are not parsed yet, by their position.
  ///   - summaries: Of those that are.
  ///   - toolchain: The names that the toolchain declares.
  init(_ heads: [SourceHeads], and summaries: [DeclarationSummary], toolchain: Set<NameDigest>) {
    self.toolchain = toolchain
    var declared: Set<NameDigest> = []
    for (file, heads) in heads.enumerated() {
      for name in heads.declared.union(heads.extended).union(heads.compared) {
        files[name, default: []].append(file)
      }
      for name in heads.conformed { conformingFiles[name, default: []].append(file) }
      for name in heads.functions { functionFiles[name, default: []].append(file) }
      for link in heads.links { links[link.mentioned, default: []].insert(link) }
      declared.formUnion(heads.declared)
      protocols.formUnion(heads.protocols)
      aliases.formUnion(heads.aliases)
      extended.formUnion(heads.extended)
      if heads.isUnclear { alwaysRelevant.insert(file) }
      if heads.mayDeclareMacro { macroFiles.insert(file) }
    }
    for summary in summaries { add(summary, &declared) }
    // `extension User.ID`: the name of what an associated type turned out to be.
    let inferred = Set(["ID", "RawValue", "AllCases"].map { NameDigest($0) })
    for (file, heads) in heads.enumerated() {
      let isOdd = heads.dotted.contains { inferred.contains($0) || !declared.contains($0) }
      if isOdd { alwaysRelevant.insert(file) }
    }
    self.declared = declared
  }

  private mutating func add(_ summary: DeclarationSummary, _ declared: inout Set<NameDigest>) {
    func link(_ type: TypeExpression, _ name: NameDigest, _ kind: SourceHeads.Link.Kind) {
      type.forEachName { mentioned in
        let mentioned = NameDigest(mentioned)
        links[mentioned, default: []].insert(.init(mentioned: mentioned, name: name, kind: kind))
      }
    }
    for type in summary.types {
      let name = NameDigest(type.head.name)
      declared.insert(name)
      if type.kind == .protocol { protocols.insert(name) }
      for parent in type.inherited { link(parent, name, type.kind == .protocol ? .protocol : .other) }
      for requirement in type.generics.requirements where type.kind == .protocol {
        link(requirement.right, name, .protocol)
      }
    }
    for alias in summary.aliases {
      let name = NameDigest(alias.head.name)
      declared.insert(name)
      aliases.insert(name)
      if let target = alias.target { link(target, name, .alias) }
    }
    for macro in summary.macros {
      for type in macro.conformances { link(type, NameDigest(macro.name), .other) }
    }
    for item in summary.extensions {
      item.extended.forEachName { extendedName in
        let name = NameDigest(extendedName)
        extended.insert(name)
        for parent in item.inherited { link(parent, name, .other) }
      }
    }
  }

  /// The files that say something of a name; of the toolchain's own, what an extension adds to its conformances counts.
  func files(of name: NameDigest) -> [Int] {
    (isForeign(name) ? conformingFiles[name] : files[name]) ?? []
  }

  /// Whether the toolchain declares a name and the project does not.
  func isForeign(_ name: NameDigest) -> Bool { toolchain.contains(name) && !declared.contains(name) }

  func files(ofFunction name: NameDigest) -> [Int] { functionFiles[name] ?? [] }

  func links(from name: NameDigest) -> Set<SourceHeads.Link> { links[name] ?? [] }

  /// Whether a name is a protocol of the project, or an alias that may be one.
  func standsForOthers(_ name: NameDigest) -> Bool { protocols.contains(name) || aliases.contains(name) }

  /// Whether something is extended under a name, or under an alias of it.
  func leadsToExtension(_ name: NameDigest) -> Bool {
    var seen: Set<NameDigest> = [name]
    var pending = [name]
    while let next = pending.popLast() {
      if extended.contains(next) { return true }
      for link in links(from: next) where link.kind == .alias && seen.insert(link.name).inserted {
        pending.append(link.name)
      }
    }
    return false
  }

  /// Whether something is declared by mentioning a name, or extended under it.
  func isUsedInHeads(_ name: NameDigest) -> Bool { extended.contains(name) || links[name] != nil }
}
