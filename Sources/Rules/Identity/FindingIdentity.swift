import SwiftSyntax

/// What a finding is known by when the lines around it move and its message is worded anew.
///
/// The baseline and the fingerprints of reports rest on it: it holds neither line numbers nor message text.
package struct FindingIdentity: Hashable, Codable, Sendable {
  /// The names of the declarations around it: `Store.title(for:)`; empty at the top level of a file.
  package var declaration: String
  /// The text of its range, without comments and with single spaces.
  package var snippet: String
  /// Which one it is, from 0 on, of the findings in its file that have the same rule, declaration and snippet.
  package var occurrence: Int

  package init(declaration: String, snippet: String, occurrence: Int) {
    self.declaration = declaration
    self.snippet = snippet
    self.occurrence = occurrence
  }

  private struct Kin: Hashable {
    var rule: String
    var declaration: String
    var snippet: String
  }

  /// Gives each of a file's findings its identity.
  /// - Parameter findings: In the order of their places.
  static func identify(_ findings: inout [Finding], in file: SourceFile) {
    var seen: [Kin: Int] = [:]
    var tokens = TokenCursor(file.tree)
    for index in findings.indices {
      let finding = findings[index]
      let token = tokens.token(at: finding.start.offset)
      let kin = Kin(
        rule: finding.rule, declaration: DeclarationPath.text(around: token),
        snippet: snippet(of: finding, from: token, in: file))
      let occurrence = seen[kin, default: 0]
      seen[kin] = occurrence + 1
      findings[index].identity = FindingIdentity(
        declaration: kin.declaration, snippet: kin.snippet, occurrence: occurrence)
    }
  }

  /// The tokens in the finding's range; where it is about a comment, which is no token, its text.
  private static func snippet(of finding: Finding, from first: TokenSyntax?, in file: SourceFile) -> String {
    let range = (finding.start.offset..<max(finding.start.offset, finding.end.offset))
      .clamped(to: 0..<file.bytes.count)
    var text = ""
    var token = first
    var behind = range.lowerBound
    while let current = token, current.startOffset < range.upperBound {
      if current.endOffset > range.lowerBound {
        let from = max(current.startOffset, range.lowerBound)
        let to = min(current.endOffset, range.upperBound)
        if !text.isEmpty, from > behind { text += " " }
        text += String(decoding: file.bytes[from..<max(from, to)], as: UTF8.self)
        behind = to
      }
      token = current.nextToken(viewMode: .sourceAccurate)
    }
    let plain = text.isEmpty ? String(decoding: file.bytes[range], as: UTF8.self) : text
    return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
