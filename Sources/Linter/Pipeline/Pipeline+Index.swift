package import HashProbe

extension Pipeline {
  /// All that the files of the scope declare, and what could not be read.
  package func index() -> (index: DeclarationIndex, problems: [LintProblem]) {
    let scope = find()
    let sources = readEverything(scope)
    return (DeclarationIndex(sources.summaries), scope.problems + sources.problems)
  }
}
