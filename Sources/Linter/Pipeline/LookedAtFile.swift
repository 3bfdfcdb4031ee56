import Rules

/// What the rules found in one file.
struct LookedAtFile: Sendable {
  var path: SourcePath
  var findings: [Finding] = []
  var excerpts = SourceExcerpts()
  var uses = UseCounts()
  /// Syntax errors: it is linted as far as it goes, and never fixed.
  var hasSyntaxErrors = false
  var problem: LintProblem?
  /// What the findings' offsets count in; kept where one of them has a fix that is to be applied.
  var bytes: [UInt8] = []

  /// As an earlier run left it.
  init(_ known: RunFindings.File, at source: ScannedSource) {
    path = source.path
    findings = known.findings
    excerpts = known.excerpts
    uses = known.uses
    hasSyntaxErrors = known.hasSyntaxErrors
  }

  var hasFixes: Bool { findings.contains { !$0.fixes.isEmpty } }

  init(at path: SourcePath, problem: LintProblem) {
    self.path = path
    self.problem = problem
  }

  init(
    _ file: SourceFile, at path: SourcePath, rules: [any Rule.Type], _ context: RuleContext, isFixing: Bool
  ) {
    let context = context.remembering(file)
    self.path = path
    hasSyntaxErrors = file.tree.hasError
    findings = RuleRun.findings(of: rules, in: file, context)
    uses = UseCounts(in: file, context)
    excerpts.keep(for: findings, in: file)
    if isFixing, hasFixes { bytes = file.bytes }
  }
}
