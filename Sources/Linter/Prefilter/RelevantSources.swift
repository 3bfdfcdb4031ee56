import HashProbe
import Rules

/// The files that the findings of a run rest on, parsed; all others were only looked at as bytes.
struct RelevantSources: Sendable {
  /// How many files were read in order to be linted.
  var linted = 0
  var summaries: [DeclarationSummary] = []
  var candidates: [CandidateSource] = []
  /// Of linted files.
  var problems: [LintProblem] = []
  /// How many files were parsed.
  var parsed = 0
}

extension Pipeline {
  /// Finds out which files matter, and parses those.
  func readRelevant(_ scope: LintScope) -> RelevantSources {
    var gathering = RelevantGathering(self, scope)
    return gathering.gather()
  }

  /// Finds out which files an answer rests on, and parses those.
  func readRelevant(_ scope: LintScope, for question: IndexQuestion) -> RelevantSources {
    var gathering = RelevantGathering(self, scope)
    return gathering.gather(for: question)
  }

  /// Parses all files, as whoever asks for any of them wants it.
  func readEverything(_ scope: LintScope) -> RelevantSources {
    var gathering = RelevantGathering(self, scope)
    return gathering.parseEverything(hearing: true)
  }
}

/// From raw bytes to the declarations that findings rest on, in as few parsed files as can be.
///
/// 1. **Scan** the linted files for the names of the API. Where there is none, nothing is parsed at all.
/// 2. **See** whether a file with such a name can see the API: it imports its module, or another file passes that on.
/// 3. **Parse** these files; what their uses mention is what is wanted.
/// 4. **Follow** the mentions: the files that declare or extend what is wanted are parsed, and what their declarations
///    mention is wanted next, until nothing new comes up (`MentionClosure`).
struct RelevantGathering: Sendable {
  private let pipeline: Pipeline
  private let scope: LintScope
  private let scanner: SourceScanner
  private let buffers = BufferPool()
  private let legacy: Set<String>
  private var result = RelevantSources()
  private var linted: [ScannedSource] = []
  private var beside: [ScannedSource] = []

  init(_ pipeline: Pipeline, _ scope: LintScope) {
    self.pipeline = pipeline
    self.scope = scope
    scanner = SourceScanner(pipeline.request.configuration, isPrefiltered: pipeline.request.isPrefiltered)
    legacy = Set(pipeline.request.configuration.legacy.modules)
  }

  mutating func gather() -> RelevantSources { begin() ?? finish() }

  /// Looks at the bytes of the linted files.
  /// - Returns: All there is, where it turns out that no use can be among them; otherwise `finish` is due.
  mutating func begin() -> RelevantSources? {
    if scanner.isBlind || !pipeline.request.isPrefiltered { return parseEverything(hearing: scanner.isBlind) }
    scanLinted()
    result.problems += parse(linted.filter(\.scan.isDeep), isWhole: true).compactMap(\.problem)

    guard linted.contains(where: { $0.scan.isCandidate }) else { return result }
    let isImported = linted.contains { $0.scan.hasName && $0.scan.hasModule }
    if !isImported { scanBeside() }
    let isPassedOn = (linted + beside).contains { $0.scan.mayExport && $0.scan.hasModule }
    guard isImported || isPassedOn else { return directivesAlone() }
    if isImported { scanBeside() }
    assignModules()
    return nil
  }

  /// Parses what matters.
  mutating func finish() -> RelevantSources {
    pipeline.pool.begin(DeclarationIndex.prepare)
    let all = linted + beside
    // What may pass a module on decides about all others.
    let exporting = parse(all.filter { $0.scan.mayExport })
    let exports = ModuleExports(exporting.compactMap(\.summary), of: legacy)
    let looked = Set(exporting.map(\.source.path.canonical))
    let named = parse(
      linted.filter {
        $0.scan.isCandidate && ($0.scan.hasModule || !exports.isEmpty)
          && !looked.contains($0.path.canonical)
      })
    var parsed = exporting + named
    let using = parsed.filter { source in
      source.mentions?.hasUses == true && source.summary.map(exports.isSeen) == true
    }
    guard !using.isEmpty else { return finish(parsed, using: [], exports) }

    // Whatever is called like the API may stand in its way.
    var known = Set(parsed.map(\.source.path.canonical))
    parsed += parse(all.filter { $0.scan.hasName && !known.contains($0.path.canonical) })
    known = Set(parsed.map(\.source.path.canonical))
    let rest = all.filter { !known.contains($0.path.canonical) }
    let attributes = APINames(pipeline.request.configuration).attributes
    // What functions that share objects return says which types are such, wherever they stand.
    let sharing = parsed.compactMap { source -> UseMentions? in
      guard !rest.isEmpty, let summary = source.summary else { return nil }
      let names = summary.functions.indices.filter { index in
        summary.functions[index].head.attributes.contains { attributes.contains($0.name) }
      }.map { summary.functions[$0].head.name }
      guard !names.isEmpty else { return nil }
      return UseMentions(names: summary.mentions(ofFunctions: Set(names)), functions: [])
    }
    var closure = MentionClosure(
      parsed, using.compactMap(\.mentions) + sharing, rest: rest, buffers: buffers, pool: pipeline.pool,
      parser: parser(isWhole: false))
    closure.follow()
    parsed = closure.sources
    if !rest.isEmpty { result.summaries = closure.moduleSummaries }
    return finish(parsed, using: using, exports)
  }

  /// Whether it has to be said that a file could not be parsed whole: a rule would have looked at it, or it is so deep
  /// that nobody should take it for a source.
  private func isHeard(_ source: ScannedSource, _ exports: ModuleExports) -> Bool {
    source.isLinted
      && (source.scan.isDeep || source.scan.hasName && (source.scan.hasModule || !exports.isEmpty))
  }

  /// The same from what somebody asks instead of from uses: names, functions, whole files.
  mutating func gather(for question: IndexQuestion) -> RelevantSources {
    scanLinted()
    scanBeside()
    assignModules()
    let all = linted + beside
    let marks = question.sharingMarks
    let sharing = pipeline.pool.map(all) { [buffers] source in
      source.scan.hasName
        && (try? buffers.read(source.path) { bytes in
          marks.contains { ByteSearch.offset(of: $0, in: bytes) != nil }
        }.get()) == true
    }
    var parsed = parse(
      zip(all, sharing).filter { source, isSharing in
        isSharing || source.scan.mayExport || question.files.contains(source.path.shown)
      }.map(\.0), isWhole: true)
    let known = Set(parsed.map(\.source.path.canonical))
    var closure = MentionClosure(
      parsed, [question.mentions(parsed.compactMap(\.summary))],
      rest: all.filter { !known.contains($0.path.canonical) }, buffers: buffers,
      pool: pipeline.pool, followsConformers: false, parser: parser(isWhole: true))
    closure.follow()
    parsed = closure.sources
    result.parsed = parsed.count
    result.summaries = closure.moduleSummaries + parsed.compactMap(\.summary)
    result.problems += parsed.filter(\.source.isLinted).compactMap(\.problem)
    return result
  }

  /// Takes in what was parsed.
  private mutating func finish(
    _ parsed: [ParsedSource], using: [ParsedSource], _ exports: ModuleExports
  ) -> RelevantSources {
    let files = Set(using.map(\.source.path.canonical))
    result.candidates = parsed.filter { source in
      let path = source.source.path.canonical
      return files.contains(path) || (source.source.isLinted && source.source.scan.hasDirective)
    }.map(\.candidate)
    let unparsed = Set(parsed.map(\.source.path.canonical))
    result.candidates += linted.filter { $0.scan.hasDirective && !unparsed.contains($0.path.canonical) }
      .map { CandidateSource(path: $0.path, module: $0.module, size: $0.scan.size) }
    result.summaries += parsed.compactMap(\.summary)
    result.problems += parsed.filter { !$0.source.scan.isDeep && isHeard($0.source, exports) }
      .compactMap(\.problem)
    return result
  }

  /// No file sees the API; only what is said to the linter in comments is left to be looked at.
  private mutating func directivesAlone() -> RelevantSources {
    finish([], using: [], ModuleExports([], of: legacy))
  }

  /// Without prefilter: all files are parsed, and rules look at all that are linted.
  /// - Parameter hearing: Whether problems count of files too at which no rule would have looked.
  mutating func parseEverything(hearing: Bool) -> RelevantSources {
    scanLinted()
    scanBeside()
    assignModules()
    let parsed = parse(linted + beside, isWhole: true)
    result.parsed = parsed.count
    result.summaries = parsed.compactMap(\.summary)
    result.candidates = parsed.filter { $0.source.isLinted && $0.summary != nil }.map(\.candidate)
    let exports = ModuleExports(result.summaries, of: legacy)
    result.problems += parsed.filter { hearing && $0.source.isLinted || isHeard($0.source, exports) }
      .compactMap(\.problem)
    return result
  }

  // MARK: - Reading

  private mutating func scanLinted() {
    linted = scan(scope.linted, isLinted: true, problems: &result.problems)
    result.linted = linted.count
  }

  private mutating func scanBeside() {
    var unheard: [LintProblem] = []
    beside = scan(scope.beside(), isLinted: false, problems: &unheard)
  }

  private func scan(
    _ paths: [SourcePath], isLinted: Bool, problems: inout [LintProblem]
  ) -> [ScannedSource] {
    let counter = isLinted ? ProgressCounter(total: paths.count, pipeline.request.progress) : nil
    let isKept = pipeline.request.cache != nil
    let results = pipeline.pool.map(paths) { [scanner, buffers] path in
      defer { counter?.advance() }
      return buffers.read(path) { bytes in scanner.scan(bytes, digesting: isKept) }
    }
    var scanned: [ScannedSource] = []
    for (path, result) in zip(paths, results) {
      switch result {
      case .failure(let problem): problems.append(problem)
      case .success(let scan):
        if scan.isInvalid, case .failure(let problem) = SourceReader.read(path) {
          problems.append(problem)
        } else {
          scanned.append(ScannedSource(path: path, isLinted: isLinted, scan: scan))
        }
      }
    }
    return scanned
  }

  private mutating func assignModules() {
    let modules = ModuleMap(
      manifestsAmong: (linted + beside).map(\.path.canonical), pipeline.pool)
    let assign: @Sendable (ScannedSource) -> String? = { modules.module(ofFile: $0.path.canonical) }
    for (index, module) in pipeline.pool.map(linted, assign).enumerated() { linted[index].module = module }
    for (index, module) in pipeline.pool.map(beside, assign).enumerated() { beside[index].module = module }
  }

  // MARK: - What earlier runs know

  /// What all that this run will find depends on; `nil` where a file cannot be read.
  func runKey(_ cache: ResultCache) -> RunKey? {
    let all = linted + beside
    let digests = pipeline.pool.map(all) { [buffers] source in
      source.scan.digest ?? (try? buffers.read(source.path, ContentDigest.text(of:)).get())
    }
    var content = ContentDigest()
    for (source, digest) in zip(all, digests) {
      guard let digest else { return nil }
      content.add(source.path.shown)
      content.add(source.isLinted ? "linted" : "beside")
      content.add(source.module ?? "")
      content.add(digest)
    }
    return RunKey(
      content: content.text,
      identity: cache.identity(of: pipeline.request.configuration, rules: pipeline.request.rules))
  }

  /// What an earlier run found, as if this one had; `nil` where it speaks of files that this one does not have.
  func examination(of known: RunFindings) -> Examination? {
    let files = Dictionary(linted.map { ($0.path.shown, $0) }, uniquingKeysWith: { first, _ in first })
    var looked: [LookedAtFile] = []
    for file in known.files {
      guard let source = files[file.path] else { return nil }
      looked.append(LookedAtFile(file, at: source))
    }
    return Examination(linted: result.linted, looked: looked, problems: result.problems, sources: nil)
  }

  /// Parses files.
  /// - Parameter isWhole: Whether functions are wanted that nobody has asked for.
  private func parse(_ sources: [ScannedSource], isWhole: Bool = false) -> [ParsedSource] {
    let parser = parser(isWhole: isWhole)
    return pipeline.pool.map(
      sources, order: pipeline.parseBudget.order(of: sources.map(\.scan.size))
    ) { parser.parse($0) }
  }

  private func parser(isWhole: Bool) -> SourceParser {
    let request = pipeline.request
    return SourceParser(
      scanner: scanner, configuration: request.configuration, budget: pipeline.parseBudget, buffers: buffers,
      isWhole: isWhole,
      cache: request.cache.map { ($0, $0.identity(of: request.configuration, rules: request.rules)) })
  }
}
