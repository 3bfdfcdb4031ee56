import ArgumentParser
import Linter
import Rules

/// Which findings count: those that are new.
struct FindingChoice: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only findings on lines that differ from a git revision; what is not committed counts.",
      valueName: "revision"))
  var since: String?

  @Option(
    help: ArgumentHelp("Leave out the findings that this file knows.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var baseline: String?

  /// The report of what counts.
  /// - Parameters:
  ///   - isPartial: Whether files may be missing from the run that the baseline knows of.
  ///   - isPruning: Whether the baseline is rid of its stale entries instead of having them told.
  ///   - tell: Takes a line for standard error.
  func apply(
    to report: LintReport, _ request: LintRequest, isPartial: Bool, isPruning: Bool = false,
    tell: (String) -> Void
  ) throws -> LintReport {
    var report = report
    if let baseline {
      report = try apply(baseline, to: report, request, isPartial: isPartial, isPruning: isPruning, tell)
    }
    if let since {
      let changed = try ChangedLines(
        since: since, paths: request.paths, workingDirectory: request.workingDirectory)
      report = try changed.apply(to: report, unsaved: request.unsavedByPath)
    }
    return report
  }

  private func apply(
    _ path: String, to report: LintReport, _ request: LintRequest, isPartial: Bool, isPruning: Bool,
    _ tell: (String) -> Void
  ) throws -> LintReport {
    let baseline = try Baseline(reading: path, workingDirectory: request.workingDirectory)
    let outcome = baseline.apply(to: report, isPartial: isPartial)
    var report = outcome.report
    tell("\(Count.text(outcome.known, "finding")) in the baseline '\(path)'")
    guard isPruning else {
      report.add(outcome.stale)
      return report
    }
    guard outcome.isOutOfDate else { return report }
    do throws(LintProblem.Reason) {
      try baseline.replace(with: outcome.current)
      tell("removed \(Count.text(outcome.stale.count, "stale entry", "stale entries")) from '\(path)'")
    } catch {
      report.add([LintProblem(path: path, error)])
    }
    return report
  }
}

/// A number with its noun.
enum Count {
  static func text(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}
