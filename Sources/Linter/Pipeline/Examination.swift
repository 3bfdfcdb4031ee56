import HashProbe
import Rules
import Synchronization

/// What the rules found in the files of a run, be it in this run or in an earlier one.
struct Examination: Sendable {
  /// How many files were read in order to be linted.
  var linted: Int
  var looked: [LookedAtFile]
  /// Of linted files.
  var problems: [LintProblem]
  /// What the findings rest on; `nil` where they come from the cache.
  var sources: RelevantSources?
  /// Of the declarations in `sources`, where a rule has asked for it.
  var index: DeclarationIndex?
  /// What it depends on; `nil` where nobody keeps what it found.
  var key: RunKey?
}

extension Pipeline {
  /// Finds out which files matter, and what the rules say of them.
  func examine(_ scope: LintScope) -> Examination {
    var gathering = RelevantGathering(self, scope)
    if let sources = gathering.begin() { return examination(sources) }
    guard let cache = request.cache, let key = gathering.runKey(cache) else {
      return examination(gathering.finish())
    }
    let fresh = Mutex<Examination?>(nil)
    let known = try? cache.findings(key) { [gathering] in
      var gathering = gathering
      let examined = examination(gathering.finish())
      fresh.withLock { $0 = examined }
      return RunFindings(examined)
    }
    var examined =
      fresh.withLock({ $0 }) ?? known.flatMap { gathering.examination(of: $0) }
      ?? examination(gathering.finish())
    examined.key = key
    return examined
  }

  func examination(_ sources: RelevantSources) -> Examination {
    var index: DeclarationIndex?
    let looked = runRules(on: sources.candidates, sources.summaries) {
      let merged = DeclarationIndex(sources.summaries, on: pool)
      index = merged
      return merged
    }
    return Examination(
      linted: sources.linted, looked: looked, problems: sources.problems, sources: sources, index: index)
  }
}

extension RunFindings {
  init(_ examination: Examination) {
    files = examination.looked.map { file in
      File(
        path: file.path.shown, findings: file.findings, excerpts: file.excerpts, uses: file.uses,
        hasSyntaxErrors: file.hasSyntaxErrors)
    }
    isComplete = examination.problems.isEmpty && examination.looked.allSatisfy { $0.problem == nil }
  }
}
