import HashProbe
import Rules

/// Follows what uses mention to the files that declare it, and what those declarations mention to the next ones.
///
/// Three kinds of links are followed. A name leads to every file that declares or extends it. A protocol that stands
/// for a value leads to what conforms to it, since such a value is what its conforming types are. And a name leads to
/// its aliases where something is declared under an alias of it.
struct MentionClosure {
  /// The files that were parsed, those that were known from the start first.
  private(set) var sources: [ParsedSource] = []
  private let rest: [ScannedSource]
  private let pool: WorkerPool
  private let buffers: BufferPool
  private let parser: SourceParser
  private let modules: Set<String?>
  private let followsConformers: Bool

  private var graph: HeadGraph
  private var mentions: [NameDigest: NameMentions] = [:]
  private var witnesses = WitnessNames()
  private var loaded: Set<Int> = []
  private var files: Set<Int> = []

  private var wanted: Set<NameDigest> = []
  /// Those of the wanted names in whose place what conforms to them may stand.
  private var open: Set<NameDigest> = []
  private var pending: [NameDigest] = []
  private let functions: Set<String>
  private let uses: [UseMentions]

  /// - Parameters:
  ///   - uses: What the uses of each file mention.
  ///   - followsConformers: Whether it matters what the types are that conform to a protocol.
  init(
    _ known: [ParsedSource], _ uses: [UseMentions], rest: [ScannedSource], buffers: BufferPool,
    pool: WorkerPool, followsConformers: Bool = true, parser: SourceParser
  ) {
    self.followsConformers = followsConformers
    self.rest = rest
    self.pool = pool
    self.buffers = buffers
    self.parser = parser
    self.uses = uses
    functions = Set(uses.flatMap(\.functions))
    let summaries = known.compactMap(\.summary)
    modules = Set(summaries.map(\.module) + rest.map(\.module))
    graph =
      rest.isEmpty
      ? HeadGraph([], and: [], toolchain: [])
      : HeadGraph(
        pool.map(rest) { source in (try? buffers.read(source.path) { SourceHeads($0) }.get()) ?? .unclear },
        and: summaries, toolchain: Self.toolchain)
    if !rest.isEmpty {
      for summary in ToolchainFacts.summaries { note(summary) }
    }
    take(known)
  }

  private var summaries: [DeclarationSummary] { sources.compactMap(\.summary) }

  mutating func follow() {
    guard !rest.isEmpty else { return }
    files = graph.alwaysRelevant
    if followsConformers { files.formUnion(graph.macroFiles) }
    files.formUnion(functions.flatMap { graph.files(ofFunction: NameDigest($0)) })
    for use in uses { want(use.names) }
    for name in Self.implied { want(NameDigest(name), open: false) }
    for summary in summaries { want(summary.mentions(ofFunctions: functions)) }
    while !pending.isEmpty || !files.isSubset(of: loaded) {
      // All that is declared under a name must be known before what it mentions is followed.
      load()
      let names = pending
      pending = []
      for name in names {
        if let mentions = mentions[name] { want(mentions) }
        followBack(name)
      }
      if followsConformers { followMacros() }
    }
  }

  /// The names that the toolchain declares.
  private static let toolchain: Set<NameDigest> = {
    var names: Set<NameDigest> = []
    for summary in ToolchainFacts.summaries {
      for type in summary.types { names.insert(NameDigest(type.head.name)) }
      for alias in summary.aliases { names.insert(NameDigest(alias.head.name)) }
    }
    return names
  }()

  /// What brackets and question marks stand for, and the protocol of the cache that a project may declare itself.
  private static let implied = ["Array", "Optional", "Dictionary", "InlineArray", "CacheHashable"]

  private mutating func want(_ mentions: NameMentions) {
    for name in mentions.parts { want(name, open: true) }
    for name in mentions.parents { want(name, open: false) }
  }

  private mutating func want(_ name: NameDigest, open isOpen: Bool) {
    let isNew = wanted.insert(name).inserted
    let isOpened = isOpen && open.insert(name).inserted
    guard isNew || isOpened else { return }
    pending.append(name)
    if isNew { files.formUnion(graph.files(of: name)) }
  }

  /// To what is declared by mentioning the name: its aliases, and what conforms to it.
  private mutating func followBack(_ name: NameDigest) {
    let isOpen = followsConformers && open.contains(name) && graph.standsForOthers(name)
    for link in graph.links(from: name) {
      switch link.kind {
      case .alias:
        let isUsed =
          followsConformers ? graph.isUsedInHeads(link.name) : graph.leadsToExtension(link.name)
        if isUsed { want(link.name, open: isOpen) }
      case .protocol where isOpen: want(link.name, open: true)
      case .other where isOpen: want(link.name, open: false)
      default: break
      }
    }
  }

  /// A macro that adds a conformance makes every type that carries it one of those that conform.
  private mutating func followMacros() {
    let adding = summaries.flatMap(\.macros).filter { macro in
      !graph.followedMacros.contains(macro.name)
        && macro.conformances.contains { type in
          var isOpen = false
          type.forEachName { if open.contains(NameDigest($0)) { isOpen = true } }
          return isOpen
        }
    }.map(\.name)
    guard !adding.isEmpty else { return }
    graph.followedMacros.formUnion(adding)
    let search = WordSearch(adding)
    let carries = pool.map(rest) { [buffers] source in
      (try? buffers.read(source.path) { search.occurs(in: $0) }.get()) ?? true
    }
    for (file, carries) in carries.enumerated() where carries { files.insert(file) }
    load()
    let names = Set(adding)
    for summary in summaries {
      for type in summary.types where type.head.attributes.contains(where: { names.contains($0.name) }) {
        want(NameDigest(type.head.name), open: false)
      }
    }
  }

  /// Parses the files that have become relevant.
  private mutating func load() {
    let new = files.subtracting(loaded).sorted { rest[$0].scan.size > rest[$1].scan.size }
    guard !new.isEmpty else { return }
    loaded.formUnion(new)
    let first = sources.count
    take(pool.map(new.map { rest[$0] }) { [parser] in parser.parse($0) })
    for source in sources[first...] {
      if let summary = source.summary { want(summary.mentions(ofFunctions: functions)) }
    }
  }

  /// Takes in what new files declare; where their protocols ask for members that no other did, those of the files before
  /// count from now on.
  private mutating func take(_ new: [ParsedSource]) {
    // Each of them is asked.
    let isNew = new.compactMap(\.summary).map { witnesses.add($0) }.contains(true)
    let first = isNew ? 0 : sources.count
    sources += new
    readWhole()
    guard !rest.isEmpty else { return }
    for source in sources[first...] {
      if let summary = source.summary { note(summary) }
    }
  }

  /// Reads the functions after all that were passed over in files where something rests on them.
  private mutating func readWhole() {
    let functions = Set(functions.map { NameDigest($0) })
    lazy var conformances = NamedConformances(sources.compactMap(\.summary), on: pool)
    let places = sources.indices.filter { place in
      guard let unread = sources[place].summary?.unread, !unread.isEmpty else { return false }
      return unread.contains(anyOf: functions)
        || unread.contains(anyOf: witnesses) { conformances.mayConform($0, toAnyOf: $1) }
    }
    guard !places.isEmpty else { return }
    let read = pool.map(places.map { sources[$0].source }) { [parser] in parser.parseWhole($0) }
    for (place, read) in zip(places, read) {
      sources[place].declare(as: read)
      if !rest.isEmpty, let summary = read.summary { note(summary) }
    }
  }

  private mutating func note(_ summary: DeclarationSummary) {
    summary.forEachMention(witnesses: witnesses, isForeign: graph.isForeign) { name, mentions in
      self.mentions[name, default: NameMentions()].formUnion(mentions)
      // Late news of a name that was followed already, as from a file that is read for another reason.
      if wanted.contains(name) { pending.append(name) }
    }
  }

  /// For the files that were not parsed, what they say as parts of their modules: that these exist, and what they
  /// import, where it depends on that which conformances are in sight.
  var moduleSummaries: [DeclarationSummary] {
    var imports: [String?: Set<String>] = [:]
    for module in modules { imports[module] = [] }
    if hasForeignConformances {
      let unread = rest.indices.filter { !loaded.contains($0) }.map { rest[$0] }
      let read = pool.map(unread) { [buffers, parser] source -> Set<String> in
        let raw = try? buffers.read(source.path) { SourceImports($0) }.get()
        if let raw, !raw.isUnclear { return raw.modules }
        return Set(parser.parse(source).summary?.imports.map(\.module) ?? [])
      }
      for (source, modules) in zip(unread, read) { imports[source.module, default: []].formUnion(modules) }
    }
    return imports.sorted { ($0.key ?? "") < ($1.key ?? "") }.map { module, imported in
      // A path that no file has.
      DeclarationSummary(
        path: "/" + (module ?? ""), module: module,
        imports: imported.sorted().map { ModuleImport(module: $0, isExported: false) })
    }
  }

  /// Whether an extension adds a conformance to a type of another module.
  private var hasForeignConformances: Bool {
    guard modules.count > 1 else { return false }
    var homes: [NameDigest: Set<String?>] = [:]
    for summary in ToolchainFacts.summaries + summaries {
      for type in summary.types { homes[NameDigest(type.head.name), default: []].insert(summary.module) }
      for alias in summary.aliases { homes[NameDigest(alias.head.name), default: []].insert(summary.module) }
    }
    return summaries.contains { summary in
      summary.extensions.contains { item in
        guard !item.inherited.isEmpty else { return false }
        var isForeign = false
        item.extended.forEachName { name in
          if homes[NameDigest(name)]?.contains(where: { $0 != summary.module }) == true { isForeign = true }
        }
        return isForeign
      }
    }
  }
}
