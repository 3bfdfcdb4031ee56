package import CacheRuntime
import HashProbe
import Rules
import Synchronization

/// What earlier runs have found out, kept by the project's own cache in a store that outlives the process.
///
/// Two functions of content alone are cached:
/// - what is left of a file after it was parsed, by its bytes and its place (`ParsedFacts`);
/// - what a whole run found, by the bytes of all its files (`RunFindings`).
///
/// So a run on what has not changed computes nothing but digests, and one on what has changed parses the changed files
/// alone; whatever a finding rests on in other files is looked at anew, so that it cannot be out of date.
package final class ResultCache: Sendable {
  /// The rules in force and the tool that applies them; nothing of another one counts.
  private let identity: String
  private let facts: CachedClosure<ParsedFacts, any Error, FactsKey>
  private let runs: CachedClosure<RunFindings, any Error, RunKey>
  private let work = PendingWork()

  /// - Parameters:
  ///   - store: Where results are kept.
  ///   - build: What tells this build of the tool from every other one.
  package init(store: any CacheStore, build: String) {
    identity = build
    facts = cacheData(
      maxEntries: 200_000, persist: .store(store), showSpinner: false, version: "1"
    ) { [work] (key: FactsKey) throws -> ParsedFacts in try work.facts(for: key) }
    runs = cacheData(
      maxEntries: 200, persist: .store(store), showSpinner: false, version: "1",
      storeIf: { $0.isComplete }
    ) { [work] (key: RunKey) throws -> RunFindings in try work.run(for: key) }
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
    try work.with(key, parse) { try facts(key) }
  }

  /// What a run found: what is known, or what `lint` finds.
  func findings(_ key: RunKey, _ lint: @escaping @Sendable () -> RunFindings) throws -> RunFindings {
    try work.with(key, lint) { try runs(key) }
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
  var identity: String
}

/// The bytes of all files that a run looks at, and what else it depends on.
struct RunKey: Hashable, Codable, Sendable {
  var content: String
  var identity: String
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

/// What the cached functions compute, handed over beside the key: a key says what is meant, not how it is got.
private final class PendingWork: Sendable {
  private struct State {
    var facts: [FactsKey: @Sendable () throws -> ParsedFacts] = [:]
    var runs: [RunKey: @Sendable () -> RunFindings] = [:]
  }

  /// A result was asked for without the work that leads to it.
  private struct NoWork: Error {}

  private let state = Mutex(State())

  func facts(for key: FactsKey) throws -> ParsedFacts {
    guard let body = state.withLock({ $0.facts[key] }) else { throw NoWork() }
    return try body()
  }

  func run(for key: RunKey) throws -> RunFindings {
    guard let body = state.withLock({ $0.runs[key] }) else { throw NoWork() }
    return body()
  }

  func with<Result>(
    _ key: FactsKey, _ body: @escaping @Sendable () throws -> ParsedFacts, _ call: () throws -> Result
  ) rethrows -> Result {
    state.withLock { $0.facts[key] = body }
    defer { state.withLock { $0.facts[key] = nil } }
    return try call()
  }

  func with<Result>(
    _ key: RunKey, _ body: @escaping @Sendable () -> RunFindings, _ call: () throws -> Result
  ) rethrows -> Result {
    state.withLock { $0.runs[key] = body }
    defer { state.withLock { $0.runs[key] = nil } }
    return try call()
  }
}
