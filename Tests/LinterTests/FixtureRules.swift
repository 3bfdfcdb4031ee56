import HashProbe
import Linter
@testable import Rules
import SwiftSyntax

/// Wants every identifier `old` to be `new`, and every `older` with `--unsafe` only.
struct Renaming: Rule {
  static let description = fixture("renaming")

  static func findings(in file: SourceFile, _ context: RuleContext) -> [Finding] {
    identifiers(["old", "older"], in: file).map { token in
      finding(token, file, "'\(token.text)' is old") {
        [Fix(title: "use 'new'", applicability: token.text == "old" ? .safe : .unsafe, edits: [$0("new")])]
      }
    }
  }
}

/// Has something to say about `strange` and no way to change it.
struct Complaining: Rule {
  static let description = fixture("complaining")

  static func findings(in file: SourceFile, _ context: RuleContext) -> [Finding] {
    identifiers(["strange"], in: file).map { finding($0, file, "'strange' is strange") { _ in [] } }
  }
}

/// Makes `ping` of `pong` and `pong` of `ping`.
struct Wavering: Rule {
  static let description = fixture("wavering")

  static func findings(in file: SourceFile, _ context: RuleContext) -> [Finding] {
    identifiers(["ping", "pong"], in: file).map { token in
      finding(token, file, "not '\(token.text)'") {
        [Fix(title: "turn", applicability: .safe, edits: [$0(token.text == "ping" ? "pong" : "ping")])]
      }
    }
  }
}

/// Makes `grow` longer for ever.
struct Growing: Rule {
  static let description = fixture("growing")

  static func findings(in file: SourceFile, _ context: RuleContext) -> [Finding] {
    identifiers(in: file) { $0.hasPrefix("grow") }.map { token in
      finding(token, file, "too short") {
        [Fix(title: "grow", applicability: .safe, edits: [$0(token.text + "w")])]
      }
    }
  }
}

/// Breaks the syntax at `fragile`.
struct Breaking: Rule {
  static let description = fixture("breaking")

  static func findings(in file: SourceFile, _ context: RuleContext) -> [Finding] {
    identifiers(["fragile"], in: file).map { token in
      finding(token, file, "fragile") { [Fix(title: "break", applicability: .safe, edits: [$0("((")])] }
    }
  }
}

/// Gives edits beyond the end of the file for `beyond`.
struct Overreaching: Rule {
  static let description = fixture("overreaching")

  static func findings(in file: SourceFile, _ context: RuleContext) -> [Finding] {
    identifiers(["beyond"], in: file).map { token in
      finding(token, file, "beyond") { _ in
        [
          Fix(
            title: "reach", applicability: .safe,
            edits: [Edit(start: 0, end: file.bytes.count + 1, replacement: "")])
        ]
      }
    }
  }
}

/// Puts a line in front of the file for every `header`, the same for all.
struct Heading: Rule {
  static let description = fixture("heading")

  static func findings(in file: SourceFile, _ context: RuleContext) -> [Finding] {
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return identifiers(["header"], in: file).map { token in
      finding(token, file, "needs a header") {
        let head = Edit(start: start, end: start, replacement: "// head\n// line\n")
        return [Fix(title: "add it", applicability: .safe, edits: [head, $0("headed")])]
      }
    }
  }
}

private func fixture(_ id: String) -> RuleDescription {
  RuleDescription(
    id: id, severity: .warning, summary: "", rationale: "", triggering: [], notTriggering: [], corrections: []
  )
}

private func identifiers(_ names: Set<String>, in file: SourceFile) -> [TokenSyntax] {
  identifiers(in: file) { names.contains($0) }
}

private func identifiers(in file: SourceFile, where isWanted: (String) -> Bool) -> [TokenSyntax] {
  file.tree.tokens(viewMode: .sourceAccurate).filter { token in
    if case .identifier(let name) = token.tokenKind { isWanted(name) } else { false }
  }
}

extension Rule {
  fileprivate static func finding(
    _ token: TokenSyntax, _ file: SourceFile, _ message: String, fixes: ((String) -> Edit) -> [Fix]
  ) -> Finding {
    let start = token.positionAfterSkippingLeadingTrivia.utf8Offset
    let end = token.endPositionBeforeTrailingTrivia.utf8Offset
    return Finding(
      rule: description.id, severity: .warning, message: message, path: file.path,
      start: file.position(at: start), end: file.position(at: end),
      fixes: fixes { Edit(start: start, end: end, replacement: $0) })
  }
}

extension Configuration {
  /// Without any names, so that every file is looked at.
  static let fixture = Configuration(
    legacy: LegacyAPI(modules: [], attributes: [""], functions: []),
    replacements: Replacements(
      data: .init(attribute: "", function: ""), resource: .init(attribute: "", function: "")),
    decisions: [], options: [], widgets: [], hashing: [], severities: [:])
}

extension TemporaryTree {
  func pipeline(_ paths: [String] = ["."], rules: [any Rule.Type], workers: Int? = 2) -> Pipeline {
    Pipeline(
      LintRequest(
        paths: paths, workingDirectory: path, configuration: .fixture, rules: rules, workers: workers))
  }
}
