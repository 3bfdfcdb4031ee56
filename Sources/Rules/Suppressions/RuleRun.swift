/// The rules on one file, with its suppressions heard.
package enum RuleRun {
  /// What is left to report, in the order of the file.
  /// - Parameter rules: Those that are switched on.
  package static func findings(
    of rules: [any Rule.Type], in file: SourceFile, _ context: RuleContext
  ) -> [Finding] {
    var found = sorted(rules.flatMap { $0 == UnusedSuppression.self ? [] : $0.findings(in: file, context) })
    FindingIdentity.identify(&found, in: file)
    guard DirectiveWord.occurs(in: file.bytes) else { return found }

    let suppressions = Suppressions(DirectiveReader(file).directives)
    let (left, used) = suppressions.apply(to: found)
    guard rules.contains(where: { $0 == UnusedSuppression.self }) else { return left }
    var unused = sorted(
      UnusedSuppression.findings(
        suppressions, used, judging: Set(rules.map { $0.description.id }), in: file, context))
    FindingIdentity.identify(&unused, in: file)
    return sorted(left + unused)
  }

  private static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.sorted {
      ($0.start.offset, $0.rule, $0.end.offset, $0.message)
        < ($1.start.offset, $1.rule, $1.end.offset, $1.message)
    }
  }
}
