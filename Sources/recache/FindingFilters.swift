import ArgumentParser
import Linter
import Rules

/// Which findings count, and what becomes of those that are to stay for now.
struct FindingFilters: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only findings on lines that differ from a git revision; what is not committed counts.",
      valueName: "revision"))
  var since: String?

  @Option(
    help: ArgumentHelp("Leave out the findings that this file knows.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var baseline: String?

  @Option(
    help: ArgumentHelp("Write all findings to a file, for '--baseline'.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var writeBaseline: String?

  @Flag(help: "Remove from the baseline what no finding answers to any more.")
  var pruneBaseline = false

  @Option(
    help: ArgumentHelp("Write comments that suppress the findings, with this reason.", valueName: "reason"))
  var addSuppressions: String?

  func validate() throws {
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
    to report: LintReport, _ request: LintRequest, isPartial: Bool, tell: (String) -> Void
  ) throws -> LintReport {
    var report = report
    if let writeBaseline { return write(report, to: writeBaseline, request, tell) }
    if let baseline { report = try apply(baseline, to: report, request, isPartial: isPartial, tell) }
    if let since {
      let changed = try ChangedLines(
        since: since, paths: request.paths, workingDirectory: request.workingDirectory)
      report = try changed.apply(to: report, unsaved: request.unsavedByPath)
    }
    if let addSuppressions {
      let writing = SuppressionWriting(reason: addSuppressions, workingDirectory: request.workingDirectory)
      let outcome = writing.write(report)
      tell("suppressed \(count(outcome.suppressed, "finding")) in \(count(outcome.files, "file"))")
      report = outcome.report
    }
    return report
  }

  private func apply(
    _ path: String, to report: LintReport, _ request: LintRequest, isPartial: Bool,
    _ tell: (String) -> Void
  ) throws -> LintReport {
    let baseline = try Baseline(reading: path, workingDirectory: request.workingDirectory)
    let outcome = baseline.apply(to: report, isPartial: isPartial)
    var report = outcome.report
    tell("\(count(outcome.known, "finding")) in the baseline '\(path)'")
    guard pruneBaseline else {
      report.add(outcome.stale)
      return report
    }
    guard outcome.isOutOfDate else { return report }
    do throws(LintProblem.Reason) {
      try baseline.replace(with: outcome.current)
      tell("removed \(count(outcome.stale.count, "stale entry", "stale entries")) from '\(path)'")
    } catch {
      report.add([LintProblem(path: path, error)])
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
    tell("wrote \(count(baseline.entries.count, "finding")) to '\(path)'")
    report.findings = []
    return report
  }

  private func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}
