import HashProbe
import Rules

extension Pipeline {
  /// After so many rounds fixes are taken not to settle.
  static let roundLimit = 20

  /// Finds, applies fixes, parses and looks again, until nothing changes; nothing is written to disk.
  package func fix(includingUnsafe: Bool) -> FixReport {
    fixing.rounds(includingUnsafe: includingUnsafe, Optional<(LintReport) throws(Never) -> LintReport>.none)
  }

  /// Finds, applies fixes, parses and looks again, until nothing changes; nothing is written to disk.
  ///
  /// A round goes through all files at once, because a declaration that changed in one of them may decide about
  /// another: the index is brought up to date before the rules look again.
  ///
  /// - Parameter choose: Says which of all findings are to be fixed; the others, and what stands where none of the chosen
  ///   ones did, are left alone and left out of the report.
  package func fix<Failure: Error>(
    includingUnsafe: Bool, choosing choose: (LintReport) throws(Failure) -> LintReport
  ) throws(Failure) -> FixReport {
    try withoutActuallyEscaping(choose) { choose throws(Failure) in
      try fixing.rounds(includingUnsafe: includingUnsafe, choose)
    }
  }

  private var fixing: Pipeline {
    var pipeline = self
    pipeline.isFixing = true
    return pipeline
  }

  private func rounds<Failure: Error>(
    includingUnsafe: Bool, _ choose: ((LintReport) throws(Failure) -> LintReport)?
  ) throws(Failure) -> FixReport {
    let scope = find()
    var examined = examine(scope)
    if examined.sources == nil, examined.looked.contains(where: \.hasFixes) {
      // The rounds need the declarations that the findings of an earlier run rested on.
      let sources = readRelevant(scope)
      examined = examination(sources)
    }
    lookForSyntaxErrors(&examined.looked)
    let sources = examined.sources ?? RelevantSources()
    let modules = Dictionary(
      sources.candidates.map { ($0.path.canonical, $0.module) }, uniquingKeysWith: { first, _ in first })

    let (chosen, reaches) = try choice(scope, &examined, choose)
    var files = examined.looked.compactMap { looked in
      FixingFile(looked, module: modules[looked.path.canonical] ?? nil, reach: reaches[looked.path.shown])
    }
    let own = Set(files.map(\.path.canonical))
    examined.looked.removeAll { own.contains($0.path.canonical) }

    var summaries = Dictionary(
      sources.summaries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var index = examined.index
    var open = Array(files.indices)
    for round in 0...Self.roundLimit where !open.isEmpty {
      let isLast = round == Self.roundLimit
      let steps = pool.map(open.map { files[$0] }) { file in
        FixStep(file, includingUnsafe: includingUnsafe, isLast: isLast)
      }
      for (index, step) in zip(open, steps) {
        files[index] = step.file
        if let summary = step.summary { summaries[step.file.path.shown] = summary }
      }
      open = zip(open, steps).filter { $0.1.source != nil }.map(\.0)

      let changed = steps.compactMap { step in
        step.source.map {
          CandidateSource(path: step.file.path, module: step.file.module, size: $0.bytes.count, kept: $0)
        }
      }
      let again = runRules(on: changed) {
        // Nearly always a fix leaves all declarations as they were, at other places.
        if var known = index, steps.compactMap(\.summary).allSatisfy({ known.replace($0) }) {
          index = known
          return known
        }
        let merged = DeclarationIndex(summaries.keys.sorted().compactMap { summaries[$0] }, on: pool)
        index = merged
        return merged
      }
      for (index, result) in zip(open, again) { files[index].settle(result) }
    }

    var before = report(scope, examined)
    before.add(chosen.filter { !before.problems.contains($0) })
    return FixReport(
      before: before, untouched: examined.looked, files: files,
      includingUnsafe: includingUnsafe)
  }
}

extension Pipeline {
  /// Parses whole what is to be fixed: linting has left out bodies in which errors may be.
  private func lookForSyntaxErrors(_ looked: inout [LookedAtFile]) {
    let places = looked.indices.filter { !looked[$0].bytes.isEmpty && !looked[$0].hasSyntaxErrors }
    let errors = pool.map(places.map { looked[$0].bytes }) { [parseBudget] bytes in
      parseBudget.with(bytes.count) { SourceReader.tree(of: bytes).hasError }
    }
    for (place, hasErrors) in zip(places, errors) { looked[place].hasSyntaxErrors = hasErrors }
  }

  /// Takes the findings out that were not chosen.
  /// - Returns: The problems of the choice, and what fixing may touch in files that have lost some.
  private func choice<Failure: Error>(
    _ scope: LintScope, _ examined: inout Examination, _ choose: ((LintReport) throws(Failure) -> LintReport)?
  ) throws(Failure) -> (problems: [LintProblem], reaches: [String: FixReach]) {
    guard let choose else { return ([], [:]) }
    let report = try choose(self.report(scope, examined))
    let chosen = Set(report.findings)
    var reaches: [String: FixReach] = [:]
    for index in examined.looked.indices {
      let file = examined.looked[index]
      examined.looked[index].findings = file.findings.filter { chosen.contains($0) }
      reaches[file.path.shown] = FixReach(
        chosen: examined.looked[index].findings, others: file.findings.filter { !chosen.contains($0) },
        in: file.bytes)
      if !examined.looked[index].hasFixes { examined.looked[index].bytes = [] }
    }
    return (report.problems, reaches)
  }
}

/// One round of one file.
private struct FixStep: Sendable {
  var file: FixingFile
  var source: SourceFile?
  var summary: DeclarationSummary?

  init(_ before: FixingFile, includingUnsafe: Bool, isLast: Bool) {
    file = before
    source = file.advance(includingUnsafe: includingUnsafe)
    if source != nil, isLast {
      let rules = Set(file.applied.map(\.finding.rule)).sorted()
      file.giveUp(
        LintProblem(path: file.path.shown, .fixesDoNotSettle(rules: rules, rounds: Pipeline.roundLimit)))
      source = nil
    }
    summary = source.map { DeclarationSummary(of: $0.tree, path: file.path.shown, module: file.module) }
  }
}
