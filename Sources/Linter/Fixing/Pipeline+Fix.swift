import HashProbe
import Rules

extension Pipeline {
  /// After so many rounds fixes are taken not to settle.
  static let roundLimit = 20

  /// Finds, applies fixes, parses and looks again, until nothing changes; nothing is written to disk.
  ///
  /// A round goes through all files at once, because a declaration that changed in one of them may decide about
  /// another: the index is merged anew before the rules look again.
  package func fix(includingUnsafe: Bool) -> FixReport {
    let scope = find()
    let sources = readRelevant(scope)
    var looked = runRules(on: sources.candidates) { DeclarationIndex(sources.summaries) }
    let modules = Dictionary(
      sources.candidates.map { ($0.path.canonical, $0.module) }, uniquingKeysWith: { first, _ in first })

    var files = looked.compactMap { FixingFile($0, module: modules[$0.path.canonical] ?? nil) }
    let own = Set(files.map(\.path.canonical))
    looked.removeAll { own.contains($0.path.canonical) }

    var summaries = Dictionary(
      sources.summaries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
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
        DeclarationIndex(summaries.keys.sorted().compactMap { summaries[$0] })
      }
      for (index, result) in zip(open, again) { files[index].settle(result) }
    }

    return FixReport(
      before: report(scope, sources, looked), untouched: looked, files: files,
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
