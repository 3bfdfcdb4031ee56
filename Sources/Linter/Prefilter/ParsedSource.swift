import HashProbe
import Rules

/// What is left of a file after it was parsed and its tree let go: all that later steps need of it.
struct ParsedFacts: Codable, Sendable {
  var summary: DeclarationSummary
  /// What its uses mention; of linted files alone.
  var mentions: UseMentions?
  var outline: SourceOutline?
}

/// A file after it was parsed, or found in the cache.
struct ParsedSource: Sendable {
  let source: ScannedSource
  /// `nil` where the file could not be read or parsed.
  private(set) var facts: ParsedFacts?
  private(set) var problem: LintProblem?

  var summary: DeclarationSummary? { facts?.summary }
  var mentions: UseMentions? { facts?.mentions }

  /// Parses a file.
  ///
  /// - Parameter isWhole: Whether the functions are wanted in which no name of the API stands.
  init(_ source: ScannedSource, _ scanner: SourceScanner, _ configuration: Configuration, isWhole: Bool) {
    self.source = source
    switch SourceReader.read(source.path) {
    case .failure(let failure): problem = failure
    case .success(let bytes): parse(bytes, scanner, configuration, isWhole: isWhole)
    }
  }

  /// Takes a file from the cache, or parses it for this run and later ones.
  init(
    _ source: ScannedSource, _ scanner: SourceScanner, _ configuration: Configuration,
    _ cache: (results: ResultCache, identity: String), buffers: BufferPool, isWhole: Bool
  ) {
    let content =
      source.scan.digest.map { .success($0) } ?? buffers.read(source.path, ContentDigest.text(of:))
    guard case .success(let content) = content else {
      self.init(source, scanner, configuration, isWhole: isWhole)
      return
    }
    let key = FactsKey(
      path: source.path.shown, module: source.module, content: content, isLinted: source.isLinted,
      isWhole: isWhole, identity: cache.identity)
    let facts = try? cache.results.facts(key) {
      let parsed = try ParsedSource(source, scanner, configuration, demanding: content, isWhole: isWhole)
      guard let facts = parsed.facts, parsed.problem == nil else { throw NothingToKeep() }
      return facts
    }
    if let facts {
      self.init(source, facts)
    } else {
      self.init(source, scanner, configuration, isWhole: isWhole)
    }
  }

  private init(_ source: ScannedSource, _ facts: ParsedFacts) {
    self.source = source
    self.facts = facts
  }

  /// Parses a file whose bytes are known by their digest.
  private init(
    _ source: ScannedSource, _ scanner: SourceScanner, _ configuration: Configuration,
    demanding content: String, isWhole: Bool
  ) throws {
    self.source = source
    guard case .success(let bytes) = SourceReader.read(source.path),
      bytes.withUnsafeBytes(ContentDigest.text(of:)) == content
    else { throw NothingToKeep() }
    parse(bytes, scanner, configuration, isWhole: isWhole)
  }

  /// The file has a problem, or has been changed since it was looked at.
  private struct NothingToKeep: Error {}

  /// Takes over what the same file declares from another reading of it.
  mutating func declare(as other: ParsedSource) {
    if let summary = other.summary { facts?.summary = summary }
  }

  private mutating func parse(
    _ bytes: [UInt8], _ scanner: SourceScanner, _ configuration: Configuration, isWhole: Bool
  ) {
    let path = source.path.shown
    let offsets = source.scan.isCandidate ? bytes.withUnsafeBytes(scanner.offsets) : []
    let bodies = source.scan.isDeep ? nil : scanner.bodies(in: bytes, offsets, isWhole: isWhole)
    let condensed = CondensedSource(bytes, without: bodies?.ranges ?? [])
    let tree = SourceReader.tree(of: condensed.bytes)
    problem = SourceReader.problem(in: tree, path: path)
    var facts = ParsedFacts(
      summary: DeclarationSummary(
        of: tree, bytes: bytes, condensed: condensed, path: path, module: source.module))
    if let bodies { facts.summary.unread = bodies.unread }
    defer { self.facts = facts }
    guard source.isLinted, source.scan.isCandidate else { return }
    var mentions = UseMentions(
      in: tree, configuration,
      offsets: scanner.isBlind ? nil : offsets.map { condensed.place(ofOffset: $0) })
    // Of a call every name in the file counts, those in other bodies too.
    if !mentions.areAttributes { mentions = UseMentions(in: SourceReader.tree(of: bytes), configuration) }
    facts.mentions = mentions
    guard mentions.areAttributes, !scanner.isBlind, !tree.hasError else { return }
    facts.outline = bytes.withUnsafeBytes {
      SourceOutline(of: tree, $0, keeping: offsets, condensed, without: bodies?.functions ?? [])
    }
  }

  /// The file for the rules to look at.
  var candidate: CandidateSource {
    CandidateSource(
      path: source.path, module: source.module, size: source.scan.size, outline: facts?.outline)
  }
}
