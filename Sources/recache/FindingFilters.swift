import ArgumentParser
import Linter
import Rules

/// What becomes of the findings that are to stay for now.
struct FindingFilters: ParsableArguments {
  @Option(
    help: ArgumentHelp("Write all findings to a file, for '--baseline'.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var writeBaseline: String?

  @Flag(help: "Remove from the baseline what no finding answers to any more.")
  var pruneBaseline = false

  @Option(
    help: ArgumentHelp("Write comments that suppress the findings, with this reason.", valueName: "reason"))
  var addSuppressions: String?

  /// - Parameter isShard: Whether the run is about a share of the files.
  func validate(with choice: FindingChoice, isShard: Bool) throws {
    let (since, baseline) = (choice.since, choice.baseline)
    if isShard, writeBaseline != nil || pruneBaseline {
      throw ValidationError(
        "'--\(pruneBaseline ? "prune" : "write")-baseline' is about all files; leave out '--shard'")
    }
    if pruneBaseline, baseline == nil {
      throw ValidationError("'--prune-baseline' needs '--baseline FILE'")
    }
    if writeBaseline != nil, baseline != nil {
      throw ValidationError(
        "'--write-baseline' writes a new baseline; leave out '--baseline', or use '--prune-baseline'")
    }
    if writeBaseline != nil, since != nil || addSuppressions != nil {
      throw ValidationError(
        "'--write-baseline' is about all findings; leave out '\(since == nil ? "--add-suppressions" : "--since")'"
      )
    }
  }

  func validate() throws {
    if let reason = addSuppressions {
      let isPlain = !reason.unicodeScalars.contains {
        $0.properties.generalCategory == .control || $0 == "\u{2028}" || $0 == "\u{2029}"
      }
      guard isPlain, reason.contains(where: { !$0.isWhitespace }) else {
        throw ValidationError("'--add-suppressions' takes a reason of one line")
      }
    }
  }

  /// The report as it is told, after the baseline, git and the comments have had their say.
  /// - Parameters:
  ///   - isPartial: Whether files may be missing from the run that the baseline knows of.
  ///   - tell: Takes a line for standard error.
  func apply(
    to report: LintReport, _ request: LintRequest, _ choice: FindingChoice, isPartial: Bool,
    tell: (String) -> Void
  ) throws -> LintReport {
    var report = report
    if let writeBaseline { return write(report, to: writeBaseline, request, tell) }
    report = try choice.apply(
      to: report, request, isPartial: isPartial, isPruning: pruneBaseline, tell: tell)
    if let addSuppressions {
      let writing = SuppressionWriting(reason: addSuppressions, workingDirectory: request.workingDirectory)
      let outcome = writing.write(report)
      tell("suppressed \(Count.text(outcome.suppressed, "finding")) in \(Count.text(outcome.files, "file"))")
      report = outcome.report
    }
    return report
  }

  private func write(
    _ report: LintReport, to path: String, _ request: LintRequest, _ tell: (String) -> Void
  ) -> LintReport {
    var report = report
    // A baseline without the findings of files that could not be read would have them come up one day.
    guard report.problems.isEmpty else {
      report.add([LintProblem(path: path, .baselineIncomplete)])
      return report
    }
    let baseline = BaselineFile(of: report, at: path, workingDirectory: request.workingDirectory)
    do throws(SystemError) {
      try AtomicFile.write(Array(baseline.text.utf8), to: path)
    } catch {
      report.add([LintProblem(path: path, .unwritable(error))])
      return report
    }
    tell("wrote \(Count.text(baseline.entries.count, "finding")) to '\(path)'")
    report.findings = []
    return report
  }
}
