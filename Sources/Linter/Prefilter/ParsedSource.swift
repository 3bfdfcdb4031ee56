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
  init(_ source: ScannedSource, _ scanner: SourceScanner, _ configuration: Configuration) {
    self.source = source
    switch SourceReader.read(source.path) {
    case .failure(let failure): problem = failure
    case .success(let bytes): parse(bytes, scanner, configuration)
    }
  }

  /// Takes a file from the cache, or parses it for this run and later ones.
  init(
    _ source: ScannedSource, _ scanner: SourceScanner, _ configuration: Configuration,
    _ cache: (results: ResultCache, identity: String), buffers: BufferPool
  ) {
    let content =
      source.scan.digest.map { .success($0) } ?? buffers.read(source.path, ContentDigest.text(of:))
    guard case .success(let content) = content else {
      self.init(source, scanner, configuration)
      return
    }
    let key = FactsKey(
      path: source.path.shown, module: source.module, content: content, isLinted: source.isLinted,
      identity: cache.identity)
    let facts = try? cache.results.facts(key) {
      let parsed = try ParsedSource(source, scanner, configuration, demanding: content)
      guard let facts = parsed.facts, parsed.problem == nil else { throw NothingToKeep() }
      return facts
    }
    if let facts { self.init(source, facts) } else { self.init(source, scanner, configuration) }
  }

  private init(_ source: ScannedSource, _ facts: ParsedFacts) {
    self.source = source
    self.facts = facts
  }

  /// Parses a file whose bytes are known by their digest.
  private init(
    _ source: ScannedSource, _ scanner: SourceScanner, _ configuration: Configuration,
    demanding content: String
  ) throws {
    self.source = source
    guard case .success(let bytes) = SourceReader.read(source.path),
      bytes.withUnsafeBytes(ContentDigest.text(of:)) == content
    else { throw NothingToKeep() }
    parse(bytes, scanner, configuration)
  }

  /// The file has a problem, or has been changed since it was looked at.
  private struct NothingToKeep: Error {}

  private mutating func parse(_ bytes: [UInt8], _ scanner: SourceScanner, _ configuration: Configuration) {
    let path = source.path.shown
    let isCandidate = source.isLinted && source.scan.isCandidate
    let offsets = isCandidate ? bytes.withUnsafeBytes(scanner.offsets) : []
    let tree = SourceReader.tree(of: source.scan.isDeep ? bytes : scanner.withoutBodies(bytes, offsets))
    problem = SourceReader.problem(in: tree, path: path)
    var facts = ParsedFacts(
      summary: DeclarationSummary(of: tree, bytes: bytes, path: path, module: source.module))
    defer { self.facts = facts }
    guard isCandidate else { return }
    var mentions = UseMentions(in: tree, configuration, offsets: scanner.isBlind ? nil : offsets)
    // Of a call every name in the file counts, those in other bodies too.
    if !mentions.areAttributes { mentions = UseMentions(in: SourceReader.tree(of: bytes), configuration) }
    facts.mentions = mentions
    guard mentions.areAttributes, !scanner.isBlind, !tree.hasError else { return }
    facts.outline = bytes.withUnsafeBytes { SourceOutline(of: tree, $0, keeping: offsets) }
  }

  /// The file for the rules to look at.
  var candidate: CandidateSource {
    CandidateSource(
      path: source.path, module: source.module, size: source.scan.size, outline: facts?.outline)
  }
}
