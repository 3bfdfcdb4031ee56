package import HashProbe

extension Pipeline {
  /// All that the files of the scope declare, and what could not be read.
  package func index() -> (index: DeclarationIndex, problems: [LintProblem]) {
    let scope = find()
    let sources = readEverything(scope)
    return (DeclarationIndex(sources.summaries), scope.problems + sources.problems)
  }

  /// An index that answers a question as the one of all files does, and what could not be read.
  package func index(
    for question: IndexQuestion
  ) -> (index: DeclarationIndex, problems: [LintProblem]) {
    let scope = find()
    let sources = readRelevant(scope, for: question)
    return (DeclarationIndex(sources.summaries), scope.problems + sources.problems)
  }
}
