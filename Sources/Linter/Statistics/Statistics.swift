package import Rules

/// How far a migration is.
package struct Statistics: Hashable, Sendable {
  package struct RuleCount: Hashable, Sendable {
    package var rule: String
    package var findings: Int
    /// How many have a safe fix, and how many an unsafe one only.
    package var safe: Int
    package var unsafe: Int
  }

  package struct DecisionCount: Hashable, Sendable {
    package var kind: Decision.Kind
    package var confidence: Decision.Confidence
    package var count: Int
  }

  package struct DirectoryCount: Hashable, Sendable {
    package var path: String
    package var uses: UseCounts
  }

  /// Of all files.
  package var uses = UseCounts()
  package var files: Int
  /// The most frequent first.
  package var rules: [RuleCount] = []
  package var decisions: [DecisionCount] = []
  /// Directories with uses, by path; each counts the files right in it.
  package var directories: [DirectoryCount] = []

  package init(of report: LintReport) {
    files = report.files
    var byDirectory: [String: UseCounts] = [:]
    for (path, counts) in report.uses where counts.all > 0 {
      uses += counts
      let slash = path.lastIndex(of: "/")
      byDirectory[slash.map { String(path[..<$0]) } ?? ".", default: UseCounts()] += counts
    }
    directories = byDirectory.sorted { PathText.precedes($0.key, $1.key) }.map {
      DirectoryCount(path: $0.key, uses: $0.value)
    }

    rules = Dictionary(grouping: report.findings, by: \.rule).map { rule, findings in
      let first = findings.map { finding in finding.fixes.contains { $0.applicability == .safe } }
      let fixable = findings.count { !$0.fixes.isEmpty }
      let safe = first.count { $0 }
      return RuleCount(rule: rule, findings: findings.count, safe: safe, unsafe: fixable - safe)
    }.sorted { ($1.findings, $0.rule) < ($0.findings, $1.rule) }

    let decided = report.findings.compactMap(\.decision)
    for kind in Decision.Kind.allCases {
      for confidence in [Decision.Confidence.certain, .likely, .unsure] {
        let count = decided.count { $0.kind == kind && $0.confidence == confidence }
        if count > 0 { decisions.append(DecisionCount(kind: kind, confidence: confidence, count: count)) }
      }
    }
  }
}
