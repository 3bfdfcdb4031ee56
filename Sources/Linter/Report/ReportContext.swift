package import Rules

/// What some formats say beside the findings.
package struct ReportContext: Sendable {
  /// Of this program.
  package var version: String
  package var rules: [RuleDescription]
  package var severities: [String: Severity]
  /// Absolute; what reported paths are relative to.
  package var workingDirectory: String

  package init(
    version: String, rules: [RuleDescription], severities: [String: Severity], workingDirectory: String
  ) {
    self.version = version
    self.rules = rules
    self.severities = severities
    self.workingDirectory = workingDirectory
  }

  func severity(of rule: RuleDescription) -> Severity { severities[rule.id] ?? rule.severity }
}
