import HashProbe
import Rules
import Synchronization

/// From paths to findings.
///
/// The steps in their order, and why it is this one:
/// 1. **find** the files that the paths lead to, and those of the packages around them, which decisions need;
/// 2. **read and parse** all of them in parallel, the largest first, so that none is left over at the end;
/// 3. **summarize** what each declares, and drop its tree unless the file may hold a use and there is room;
/// 4. **index**: merge the summaries, the one step that has to see all files at once;
/// 5. **run the rules** in parallel over the files that may hold a use, parsing again what was dropped;
/// 6. **report**, sorted, so that no thread's luck shows.
package struct Pipeline: Sendable {
  let request: LintRequest
  let pool: WorkerPool

  package init(_ request: LintRequest) {
    self.request = request
    self.pool = WorkerPool(workers: request.workers)
  }

  package func lint() -> LintReport {
    let scope = find()
    let sources = readAndSummarize(scope)
    let index = DeclarationIndex(sources.summaries)
    let looked = runRules(on: sources.candidates, index)
    return report(scope, sources, looked)
  }

  /// The files to lint, and those that are read for their declarations alone.
  func find() -> LintScope {
    LintScope(paths: request.paths, workingDirectory: request.workingDirectory)
  }

  /// Reads, parses and summarizes every file of the scope.
  func readAndSummarize(_ scope: LintScope) -> ReadSources {
    let files = scope.files
    let order = files.indices.sorted { files[$0].path.size > files[$1].path.size }
    let room = TreeRoom()
    let counter = ProgressCounter(total: files.count, request.progress)
    let needles = Needles(request.configuration)
    let read = pool.map(files, order: order) { file in
      defer { counter.advance() }
      return ReadSource(file, needles: needles, room: room)
    }
    return ReadSources(read)
  }

  /// What the rules find in the files that may hold a use.
  func runRules(on candidates: [CandidateSource], _ index: DeclarationIndex) -> [LookedAtFile] {
    let context = RuleContext(configuration: request.configuration, index: index)
    let rules = activeRules
    let order = candidates.indices.sorted { candidates[$0].path.size > candidates[$1].path.size }
    return pool.map(candidates, order: order) { candidate in
      switch candidate.sourceFile() {
      case .success(let file): LookedAtFile(file, at: candidate.path, rules: rules, context)
      case .failure(let problem): LookedAtFile(at: candidate.path, problem: problem)
      }
    }
  }

  func report(_ scope: LintScope, _ sources: ReadSources, _ looked: [LookedAtFile]) -> LintReport {
    var excerpts = SourceExcerpts()
    for file in looked { excerpts.merge(file.excerpts) }
    return LintReport(
      files: sources.linted,
      findings: looked.flatMap(\.findings),
      problems: scope.problems + sources.problems + looked.compactMap(\.problem),
      excerpts: excerpts)
  }

  /// The rules that the configuration has not switched off.
  private var activeRules: [any Rule.Type] {
    request.rules.filter { rule in
      let description = rule.description
      return (request.configuration.severities[description.id] ?? description.severity) != .off
    }
  }
}

/// Tells how many files are done.
private final class ProgressCounter: Sendable {
  private let done = Atomic<Int>(0)
  private let total: Int
  private let report: (@Sendable (LintProgress) -> Void)?

  init(total: Int, _ report: (@Sendable (LintProgress) -> Void)?) {
    self.total = total
    self.report = report
  }

  func advance() {
    let done = done.wrappingAdd(1, ordering: .relaxed).newValue
    report?(LintProgress(done: done, total: total))
  }
}
