/// A report as it was printed, so that a later run over the same files can print it again.
package struct PrintedReport: Codable, Hashable, Sendable {
  /// For standard output.
  package var text: String
  /// For standard error.
  package var summary: String
  package var hasFindings: Bool

  package init(text: String, summary: String, hasFindings: Bool) {
    self.text = text
    self.summary = summary
    self.hasFindings = hasFindings
  }
}

/// A run, or the report of an earlier one that looked at the same files.
package enum LintRun: Sendable {
  case known(PrintedReport)
  case looked(LintReport, ReportPlace?)
}

/// Where the report of a run is kept when it is printed.
package struct ReportPlace: Sendable {
  let key: ReportKey
}

extension Pipeline {
  /// Lints, unless an earlier run over files in the same state has printed its report in the same style.
  ///
  /// - Parameters:
  ///   - style: All that a report depends on beside the files and the rules.
  ///   - now: The time of the system's clock, since 1970.
  package func run(printing style: String, now: Duration = FileStates.now) -> LintRun {
    let scope = find()
    guard let cache = request.cache else { return .looked(lint(scope), nil) }
    let identity = cache.identity(of: request.configuration, rules: request.rules)
    // Before anything is read: who writes a file meanwhile gives it another state.
    let state = FileStates(scope, now: now, pool).map {
      StateKey(state: $0.digest, identity: identity)
    }
    if let state, let content = cache.content(of: state),
      let known = cache.report(
        ReportKey(run: RunKey(content: content, identity: identity), style: style))
    {
      return .known(known)
    }
    let examined = examine(scope)
    defer { pool.discard(examined) }
    let report = report(scope, examined)
    guard let key = examined.key, report.problems.isEmpty else { return .looked(report, nil) }
    if let state { cache.keep(key.content, of: state) }
    return .looked(report, ReportPlace(key: ReportKey(run: key, style: style)))
  }

  /// Keeps a report for later runs.
  package func keep(_ report: PrintedReport, at place: ReportPlace) {
    request.cache?.keep(report, at: place.key)
  }
}
