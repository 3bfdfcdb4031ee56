import Rules

extension ProjectLinter {
  /// What a run has to say.
  public struct Report: Sendable {
    /// How many files were looked at.
    public var files: Int
    /// Sorted by path, line, column and rule.
    public var findings: [Finding]
    /// The work that was left undone; a line each.
    public var errors: [String]
    /// The report as `recache lint --format json` prints it.
    public var json: String
  }

  /// What a rule has to say about one place.
  public struct Finding: Hashable, Sendable {
    /// Its id, such as `legacy-cache`.
    public var rule: String
    /// How much it weighs, as the rules in force say.
    public var severity: Severity
    /// One line, without a full stop; the remedy after a semicolon.
    public var message: String
    /// Relative to the working directory.
    public var path: String
    /// Where it begins.
    public var start: Position
    /// Behind its last byte.
    public var end: Position
    /// The function's full name, such as `loadRides(url:)`.
    public var function: String?
    /// Of `legacy-cache` alone.
    public var decision: Decision?
    /// Ways to cure it, the preferred one first.
    public var fixes: [Fix]
  }

  /// How much a finding weighs.
  public enum Severity: String, CaseIterable, Hashable, Sendable { case error, warning, note }

  /// A place in a file: line and column count from 1, column and offset in UTF-8 bytes.
  public struct Position: Hashable, Sendable {
    /// Counted from 1.
    public var line: Int
    /// Counted from 1, in UTF-8 bytes.
    public var column: Int
    /// Counted from 0, in UTF-8 bytes.
    public var offset: Int
  }

  /// Which of the two caches a use calls for.
  public struct Decision: Hashable, Sendable {
    /// Data or resource.
    public var kind: Kind
    /// How sure the decision is.
    public var confidence: Confidence
    /// As the source spells it.
    public var returnType: String
    /// The use case of the table's row, or the fact about the type.
    public var because: String

    /// What the result is.
    public enum Kind: String, CaseIterable, Hashable, Sendable { case data, resource }

    /// Whether the table, the project's declarations or nothing but a guess says so.
    public enum Confidence: String, CaseIterable, Hashable, Sendable { case certain, likely, unsure }
  }

  /// Edits that cure a finding, applied whole or not at all.
  public struct Fix: Hashable, Sendable {
    /// What it does, in the imperative.
    public var title: String
    /// Whether the program means the same afterwards; otherwise a person should look at it.
    public var isSafe: Bool
    /// In ascending order, without overlap.
    public var edits: [Edit]
  }

  /// The bytes `start ..< end` of the file give way to `replacement`.
  public struct Edit: Hashable, Sendable {
    /// The offset of the first byte that goes.
    public var start: Int
    /// The offset behind the last byte that goes.
    public var end: Int
    /// What takes their place.
    public var replacement: String
  }
}

extension ProjectLinter.Report {
  init(_ report: LintReport) {
    files = report.files
    findings = report.findings.map(ProjectLinter.Finding.init)
    errors = TextReport().problems(of: report).split(separator: "\n").map(String.init)
    json = JSONReport.text(report)
  }
}

extension ProjectLinter.Finding {
  init(_ finding: Rules.Finding) {
    rule = finding.rule
    severity = ProjectLinter.Severity(rawValue: finding.severity.rawValue) ?? .note
    message = finding.message
    path = finding.path
    start = ProjectLinter.Position(finding.start)
    end = ProjectLinter.Position(finding.end)
    function = finding.function
    decision = finding.decision.map(ProjectLinter.Decision.init)
    fixes = finding.fixes.map(ProjectLinter.Fix.init)
  }
}

extension ProjectLinter.Position {
  init(_ position: SourcePosition) {
    self.init(line: position.line, column: position.column, offset: position.offset)
  }
}

extension ProjectLinter.Decision {
  init(_ decision: Rules.Decision) {
    switch decision.kind {
    case .data: kind = .data
    case .resource: kind = .resource
    }
    switch decision.confidence {
    case .certain: confidence = .certain
    case .likely: confidence = .likely
    case .unsure: confidence = .unsure
    }
    returnType = decision.returnType
    because = decision.because
  }
}

extension ProjectLinter.Fix {
  init(_ fix: Rules.Fix) {
    title = fix.title
    isSafe = fix.applicability == .safe
    edits = fix.edits.map {
      ProjectLinter.Edit(start: $0.start, end: $0.end, replacement: $0.replacement)
    }
  }
}
