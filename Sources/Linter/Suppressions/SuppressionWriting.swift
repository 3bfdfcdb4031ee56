import Rules

/// Writes comments that suppress the findings of a report.
package struct SuppressionWriting: Sendable {
  package struct Outcome: Sendable {
    /// The report with what is left: findings that cannot be suppressed, and files that could not be written.
    package var report: LintReport
    package var suppressed: Int
    package var files: Int
  }

  package let reason: String
  package let workingDirectory: String

  package init(reason: String, workingDirectory: String) {
    self.reason = reason
    self.workingDirectory = workingDirectory
  }

  /// Writes each file whole or not at all; one that has changed since it was linted is left alone.
  package func write(_ report: LintReport) -> Outcome {
    var outcome = Outcome(report: report, suppressed: 0, files: 0)
    var left: [Finding] = []
    let (ours, others) = report.findings.partitioned { Registry.isSuppressible($0.rule) }
    left += others
    let files = Dictionary(grouping: ours, by: \.path).sorted { PathText.precedes($0.key, $1.key) }
    // On the pool's threads, whose stacks are made for deep trees.
    let faults = WorkerPool().map(files.map { ($0.key, $0.value) }) { path, findings -> LintProblem.Reason? in
      do throws(LintProblem.Reason) { try write(findings, in: path) } catch { return error }
      return nil
    }
    for ((path, findings), fault) in zip(files, faults) {
      if let fault {
        left += findings
        outcome.report.add([LintProblem(path: path, fault)])
      } else {
        outcome.suppressed += findings.count
        outcome.files += 1
      }
    }
    outcome.report.findings = left.sorted(by: LintReport.precedes)
    return outcome
  }

  private func write(_ findings: [Finding], in path: String) throws(LintProblem.Reason) {
    let spelled = PathText.absolute(path, in: workingDirectory)
    let canonical: String
    let bytes: [UInt8]
    do { canonical = try canonicalPath(spelled) } catch { throw .unreadable(error) }
    do { bytes = try contents(of: canonical, limit: SourceReader.sizeLimit) } catch {
      throw SourceReader.reason(for: error)
    }
    let before = SourceReader.parse(bytes, path: path, module: nil)
    guard findings.allSatisfy({ Self.isStillThere($0, in: before) }) else { throw .changedOnDisk }
    let edits = SuppressionInsertion.edits(for: findings, reason: reason, in: before)
    let text = EditApplication.apply(edits, to: bytes)
    let after = SourceReader.parse(text, path: path, module: nil)
    let shifts = EditShifts(edits, in: bytes)
    let moved = findings.map { finding -> Finding in
      var finding = finding
      finding.start = after.position(at: shifts.moved(finding.start.offset, isStart: true))
      finding.end = after.position(at: shifts.moved(finding.end.offset, isStart: true))
      return finding
    }
    guard SuppressionInsertion.silences(moved, before: before, after: after) else {
      throw .unsuppressed(rules: Set(findings.map(\.rule)).sorted())
    }
    try AtomicReplacement(path: canonical, original: bytes).write(text)
  }

  private static func isStillThere(_ finding: Finding, in file: SourceFile) -> Bool {
    finding.end.offset <= file.bytes.count && file.position(at: finding.start.offset) == finding.start
      && file.position(at: finding.end.offset) == finding.end
  }
}

extension Array {
  fileprivate func partitioned(_ isFirst: (Element) -> Bool) -> (first: [Element], second: [Element]) {
    (filter(isFirst), filter { !isFirst($0) })
  }
}
