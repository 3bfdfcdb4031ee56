/// Edits that cure a finding, applied whole or not at all.
package struct Fix: Hashable, Codable, Sendable {
  package var title: String
  package var applicability: Applicability
  /// In ascending order, without overlap.
  package var edits: [Edit]

  package init(title: String, applicability: Applicability, edits: [Edit]) {
    self.title = title
    self.applicability = applicability
    self.edits = edits
  }
}

/// Whether a fix keeps what the program does.
package enum Applicability: String, Codable, Hashable, Sendable {
  /// The program means the same as before, or what its author plainly asked for.
  case safe
  /// A person should look at it; applied with `--unsafe` only.
  case unsafe
}

/// The bytes `start ..< end` of a file, counted in UTF-8 from its beginning, give way to `replacement`.
package struct Edit: Hashable, Codable, Sendable {
  package var start: Int
  package var end: Int
  package var replacement: String

  package init(start: Int, end: Int, replacement: String) {
    self.start = start
    self.end = end
    self.replacement = replacement
  }
}
