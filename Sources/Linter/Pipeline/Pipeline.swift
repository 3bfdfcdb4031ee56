import HashProbe
import Rules
import Synchronization

/// From paths to findings.
///
/// The steps in their order, and why it is this one:
/// 1. **find** the files that the paths lead to;
/// 2. **read** them as bytes, all in parallel, and parse those alone that findings rest on (`RelevantGathering`):
///    files with the names of the API, and files that declare what their uses mention, in the package around too;
/// 3. **index**: merge what those declare, the one step that has to see all of them at once;
/// 4. **run the rules** in parallel over the files with uses, parsing again no more than the uses and what is around;
/// 5. **report**, sorted, so that no thread's luck shows.
package struct Pipeline: Sendable {
  let request: LintRequest
  let pool: WorkerPool
  /// A tree takes some fifty times the memory of its source.
  let parseBudget = ByteBudget(3 << 20)
  /// Findings are looked for in order to be fixed, so the files that they count in are kept.
  var isFixing = false

  package init(_ request: LintRequest) {
    self.request = request
    self.pool = WorkerPool(workers: request.workers)
  }

  package func lint() -> LintReport { lint(find()) }

  func lint(_ scope: LintScope) -> LintReport {
    let examined = examine(scope)
    defer { pool.discard(examined) }
    return report(scope, examined)
  }

  /// The files to lint, and those that are read for their declarations alone.
  func find() -> LintScope {
    LintScope(
      paths: request.paths, workingDirectory: request.workingDirectory, excluding: request.exclusions,
      unsaved: request.unsaved, shard: request.shard, pool: pool)
  }

  /// What the rules find in the files that may hold a use.
  /// - Parameters:
  ///   - summaries: Of the files in the index, where it has to be made of them.
  ///   - index: Asked for where there is such a file.
  func runRules(
    on candidates: [CandidateSource], _ summaries: [DeclarationSummary]? = nil,
    _ index: () -> DeclarationIndex
  ) -> [LookedAtFile] {
    guard !candidates.isEmpty else { return [] }
    let rules = activeRules
    let ids =
      Registry.ruleIDs + request.rules.map { $0.description.id }.filter { Registry.rule(id: $0) == nil }
    let (facts, index) = pool.both(
      { [request] in
        summaries.map { RuleContext.ProjectFacts($0, configuration: request.configuration) }
      }, index)
    let context = RuleContext(
      configuration: request.configuration, index: index, knownRules: ids, facts: facts)
    defer { pool.discard(context) }
    let order = parseBudget.order(of: candidates.map(\.parsedSize))
    return pool.map(candidates, order: order) { [parseBudget, isFixing] candidate in
      parseBudget.with(candidate.parsedSize) {
        switch candidate.sourceFile() {
        case .success(let file):
          LookedAtFile(file, at: candidate.path, rules: rules, context, isFixing: isFixing)
        case .failure(let problem): LookedAtFile(at: candidate.path, problem: problem)
        }
      }
    }
  }

  func report(_ scope: LintScope, _ examined: Examination) -> LintReport {
    let looked = examined.looked
    var excerpts = SourceExcerpts()
    for file in looked { excerpts.merge(file.excerpts) }
    let problems = scope.problems + examined.problems + looked.compactMap(\.problem)
    return LintReport(
      files: examined.linted,
      lookedAt: Set(scope.linted.map(\.shown)).subtracting(problems.map(\.path)),
      findings: looked.flatMap(\.findings), problems: problems,
      uses: Dictionary(
        looked.filter { $0.uses.all > 0 }.map { ($0.path.shown, $0.uses) },
        uniquingKeysWith: { first, _ in first }),
      excerpts: excerpts, share: scope.share(request))
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
final class ProgressCounter: Sendable {
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
