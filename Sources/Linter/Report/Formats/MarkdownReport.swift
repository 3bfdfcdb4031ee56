import Rules

/// A table for a comment on a pull request or for the summary of a job.
enum MarkdownReport {
  static func text(_ report: LintReport) -> String {
    var text = "### recache: " + TextReport().summary(of: report)
    if !report.findings.isEmpty {
      text += "\n| place | severity | finding | rule | fix |\n|---|---|---|---|---|\n"
      for finding in report.findings { text += row(finding) }
    }
    if !report.problems.isEmpty {
      text += "\n"
      for problem in report.problems {
        let place = problem.position.map { ":\($0.line)" } ?? ""
        text += "- \(MarkdownText.code(problem.path + place)) error: \(MarkdownText.prose(problem.message))\n"
      }
    }
    return text
  }

  private static func row(_ finding: Finding) -> String {
    let notes = finding.notes.map { "<br>" + MarkdownText.prose($0.message) }.joined()
    let cells = [
      MarkdownText.code("\(finding.path):\(finding.start.line)"), finding.severity.rawValue,
      MarkdownText.prose(finding.message) + notes, MarkdownText.code(finding.rule),
      finding.fixes.first?.applicability.rawValue ?? "",
    ]
    return "| " + cells.joined(separator: " | ") + " |\n"
  }
}

/// Text that Markdown shows as it is, also in a cell of a table.
///
/// It looks at scalars: a mark behind a backtick makes another character of both, and Markdown sees a backtick still.
enum MarkdownText {
  private typealias Scalars = Substring.UnicodeScalarView

  /// In a code span; a pipe would end the cell even there.
  static func code(_ text: String) -> String { code(SingleLine.joined(text).unicodeScalars[...]) }

  private static func code(_ line: Scalars) -> String {
    var longest = 0
    var run = 0
    for scalar in line {
      run = scalar == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let pad = line.first == "`" || line.last == "`" ? " " : ""
    return fence + pad + line.map { $0 == "|" ? "\\|" : String($0) }.joined() + pad + fence
  }

  /// Names in single quotes become code, so that `'@cache'` calls nobody of that name.
  static func prose(_ text: String) -> String {
    var result = ""
    var rest = SingleLine.joined(text).unicodeScalars[...]
    while let quote = rest.firstIndex(of: "'") {
      result += escaped(rest[..<quote])
      let behind = rest[rest.index(after: quote)...]
      let before = result.unicodeScalars.last?.properties
      let opensWord = before.map { !$0.isAlphabetic && $0.numericType == nil } ?? true
      if opensWord, let end = behind.firstIndex(of: "'"), end > behind.startIndex {
        result += code(behind[..<end])
        rest = behind[behind.index(after: end)...]
      } else {
        result += "'"
        rest = behind
      }
    }
    return result + escaped(rest)
  }

  private static func escaped(_ text: Scalars) -> String {
    var result = ""
    for scalar in text {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "|", "~", "#", "!": result += "\\\(scalar)"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "@": result += "<span>@</span>"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
