/// One thing that is looked for, with its examples, which are its documentation and its tests.
package protocol Rule: SendableMetatype {
  static var description: RuleDescription { get }

  /// All findings of this rule in one file, in any order; the severity is the configured one.
  static func findings(in file: SourceFile, _ context: RuleContext) -> [Finding]
}

/// What there is to say about a rule; `recache rules` and `Documentation/Rules.md` are made of it.
///
/// In an example, `1️⃣` stands where a finding starts and `2️⃣` where it ends (further findings: `3️⃣`, `4️⃣`, …).
package struct RuleDescription: Sendable {
  package var id: String
  package var severity: Severity
  /// One sentence, then why it is a problem; Markdown.
  package var summary: String
  package var rationale: String
  /// Whether a directive in a file may silence it.
  package var isSuppressible: Bool
  package var triggering: [String]
  package var notTriggering: [String]
  /// Source before and after all its fixes, unsafe ones too.
  package var corrections: [(before: String, after: String)]

  package init(
    id: String, severity: Severity, summary: String, rationale: String,
    isSuppressible: Bool = true, triggering: [String], notTriggering: [String],
    corrections: [(before: String, after: String)]
  ) {
    self.id = id
    self.severity = severity
    self.summary = summary
    self.rationale = rationale
    self.isSuppressible = isSuppressible
    self.triggering = triggering
    self.notTriggering = notTriggering
    self.corrections = corrections
  }
}
