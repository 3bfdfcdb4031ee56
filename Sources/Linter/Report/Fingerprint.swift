import Crypto
import Rules

/// A short name for a finding that stays the same while the code around it moves.
enum Fingerprint {
  /// 32 hexadecimal digits of the finding's identity; line numbers stand in where it has none.
  /// - Parameter includingPath: For readers that do not look at a finding's path by themselves.
  static func text(of finding: Finding, includingPath: Bool = false) -> String {
    var parts = [finding.rule]
    if includingPath { parts.append(finding.path) }
    if let identity = finding.identity {
      parts += [identity.declaration, identity.snippet, String(identity.occurrence)]
    } else {
      parts += [String(finding.start.line), String(finding.start.column), finding.message]
    }
    var hash = SHA256()
    for part in parts {
      hash.update(data: Array("\(part.utf8.count):".utf8))
      hash.update(data: Array(part.utf8))
    }
    return hash.finalize().prefix(16).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
