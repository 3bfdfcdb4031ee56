package import HashProbe

/// An index, and what became of the files that it was made from.
package struct IndexRun: Sendable {
  package var index: DeclarationIndex
  package var problems: [LintProblem]
  /// How many files were parsed.
  package var parsed: Int
  /// How long it took to find, read, parse and summarize files, and to make one index of the summaries.
  package var reading: Duration
  package var indexing: Duration
}

extension Pipeline {
  /// All that the files of the scope declare, and what could not be read.
  package func index() -> IndexRun { index { readEverything($0) } }

  /// An index that answers a question as the one of all files does, and what could not be read.
  package func index(for question: IndexQuestion) -> IndexRun {
    index { readRelevant($0, for: question) }
  }

  private func index(_ read: (LintScope) -> RelevantSources) -> IndexRun {
    let clock = ContinuousClock()
    let start = clock.now
    let scope = find()
    let sources = read(scope)
    let middle = clock.now
    let index = DeclarationIndex(sources.summaries, on: pool)
    return IndexRun(
      index: index, problems: scope.problems + sources.problems, parsed: sources.parsed,
      reading: middle - start, indexing: clock.now - middle)
  }
}
