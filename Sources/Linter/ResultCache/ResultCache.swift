package import CacheRuntime
import HashProbe
import Rules

/// What earlier runs have found out, kept by the project's own cache in a store that outlives the process.
///
/// Three functions of content alone are cached:
/// - what is left of a file after it was parsed, by its bytes and its place (`ParsedFacts`);
/// - what a whole run found, by the bytes of all its files (`RunFindings`);
/// - what it printed (`PrintedReport`).
///
/// So a run on what has not changed computes nothing but digests, and one on what has changed parses the changed files
/// alone; whatever a finding rests on in other files is looked at anew, so that it cannot be out of date. Files that the
/// system says nobody has touched are not even read: a fourth function has noted the digest of their bytes (`FileStates`).
package final class ResultCache: Sendable {
  /// The rules in force and the tool that applies them; nothing of another one counts.
  private let identity: String
  private let facts: CachedClosure<ParsedFacts, any Error, FactsKey>
  private let runs: CachedClosure<RunFindings, any Error, RunKey>
  private let contents: CachedClosure<String, any Error, StateKey>
  private let reports: CachedClosure<PrintedReport, any Error, ReportKey>
  private let factsWork = PendingWork<FactsKey, ParsedFacts>()
  private let runsWork = PendingWork<RunKey, RunFindings>()
  private let contentsWork = PendingWork<StateKey, String>()
  private let reportsWork = PendingWork<ReportKey, PrintedReport>()

  /// - Parameters:
  ///   - store: Where results are kept.
  ///   - build: What tells this build of the tool from every other one.
  package init(store: any CacheStore, build: String) {
    identity = build
    facts = cacheData(
      maxEntries: 200_000, persist: .store(store), showSpinner: false, version: "1"
    ) { [factsWork] (key: FactsKey) throws -> ParsedFacts in try factsWork.value(for: key) }
    runs = cacheData(
      maxEntries: 200, persist: .store(store), showSpinner: false, version: "1",
      storeIf: { $0.isComplete }
    ) { [runsWork] (key: RunKey) throws -> RunFindings in try runsWork.value(for: key) }
    contents = cacheData(
      maxEntries: 200, persist: .store(store), showSpinner: false, version: "1"
    ) { [contentsWork] (key: StateKey) throws -> String in try contentsWork.value(for: key) }
    reports = cacheData(
      maxEntries: 200, persist: .store(store), showSpinner: false, version: "1"
    ) { [reportsWork] (key: ReportKey) throws -> PrintedReport in try reportsWork.value(for: key) }
  }

  /// What identifies a run's rules together with the tool.
  func identity(of configuration: Configuration, rules: [any Rule.Type]) -> String {
    var digest = ContentDigest()
    digest.add(identity)
    digest.add(CanonicalText.of(configuration))
    for rule in rules { digest.add(rule.description.id) }
    return digest.text
  }

  /// The facts of a file: those that are known, or what `parse` makes of it.
  func facts(_ key: FactsKey, _ parse: @escaping @Sendable () throws -> ParsedFacts) throws -> ParsedFacts {
    try factsWork.with(key, parse) { try facts(key) }
  }

  /// What a run found: what is known, or what `lint` finds.
  func findings(_ key: RunKey, _ lint: @escaping @Sendable () -> RunFindings) throws -> RunFindings {
    try runsWork.with(key, lint) { try runs(key) }
  }

  /// The digest of the files in a state, where a run has noted it.
  func content(of state: StateKey) -> String? { try? contents(state) }

  func keep(_ content: String, of state: StateKey) {
    _ = try? contentsWork.with(state, { content }) { try contents(state) }
  }

  /// What a run printed, where it is known.
  func report(_ key: ReportKey) -> PrintedReport? { try? reports(key) }

  func keep(_ report: PrintedReport, at key: ReportKey) {
    _ = try? reportsWork.with(key, { report }) { try reports(key) }
  }
}

/// A file's bytes and what else its facts depend on.
struct FactsKey: Hashable, Codable, Sendable {
  /// As it is reported: the facts hold places.
  var path: String
  var module: String?
  /// Of its bytes.
  var content: String
  /// Its uses are wanted too.
  var isLinted: Bool
  /// None of its functions is passed over.
  var isWhole: Bool
  var identity: String
}

/// The bytes of all files that a run looks at, and what else it depends on.
struct RunKey: Hashable, Codable, Sendable {
  var content: String
  var identity: String
}

/// The state of all files that a run looks at, and what else it depends on.
struct StateKey: Hashable, Codable, Sendable {
  var state: String
  var identity: String
}

/// A run, and how it is reported.
struct ReportKey: Hashable, Codable, Sendable {
  var run: RunKey
  var style: String
}

/// What a run found, its paths as they are reported.
struct RunFindings: Codable, Sendable {
  struct File: Codable, Sendable {
    var path: String
    var findings: [Finding]
    var excerpts: SourceExcerpts
    var uses: UseCounts
    var hasSyntaxErrors: Bool
  }

  var files: [File]
  /// Nothing was left undone; only such a run is kept.
  var isComplete: Bool
}
