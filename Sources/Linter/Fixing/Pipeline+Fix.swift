import HashProbe
import Rules

extension Pipeline {
  /// After so many rounds fixes are taken not to settle.
  static let roundLimit = 20

  /// Finds, applies fixes, parses and looks again, until nothing changes; nothing is written to disk.
  ///
  /// A round goes through all files at once, because a declaration that changed in one of them may decide about
  /// another: the index is brought up to date before the rules look again.
  package func fix(includingUnsafe: Bool) -> FixReport {
    let scope = find()
    var examined = examine(scope)
    if examined.sources == nil, examined.looked.contains(where: \.hasFixes) {
      // The rounds need the declarations that the findings of an earlier run rested on.
      let sources = readRelevant(scope)
      examined = examination(sources)
    }
    let sources = examined.sources ?? RelevantSources()
    let modules = Dictionary(
      sources.candidates.map { ($0.path.canonical, $0.module) }, uniquingKeysWith: { first, _ in first })

    var files = examined.looked.compactMap { FixingFile($0, module: modules[$0.path.canonical] ?? nil) }
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
        let merged = DeclarationIndex(summaries.keys.sorted().compactMap { summaries[$0] })
        index = merged
        return merged
      }
      for (index, result) in zip(open, again) { files[index].settle(result) }
    }

    return FixReport(
      before: report(scope, examined), untouched: examined.looked, files: files,
      includingUnsafe: includingUnsafe)
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
