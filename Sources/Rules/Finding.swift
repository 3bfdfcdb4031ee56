/// What a rule has to say about one place in a source file.
package struct Finding: Hashable, Codable, Sendable {
  package var rule: String
  package var severity: Severity
  package var message: String
  /// Relative to the working directory, with `/` between its parts.
  package var path: String
  package var start: SourcePosition
  package var end: SourcePosition
  /// The full name of the function it is about, such as `loadRides(url:)`.
  package var function: String?
  package var decision: Decision?
  package var notes: [Note]
  package var fixes: [Fix]
  /// What it is known by across runs; a rule need not give it.
  package var identity: FindingIdentity?

  package init(
    rule: String, severity: Severity, message: String, path: String,
    start: SourcePosition, end: SourcePosition, function: String? = nil,
    decision: Decision? = nil, notes: [Note] = [], fixes: [Fix] = [],
    identity: FindingIdentity? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.path = path
    self.start = start
    self.end = end
    self.function = function
    self.decision = decision
    self.notes = notes
    self.fixes = fixes
    self.identity = identity
  }

  /// A further sentence to a finding, at a place of its own where it has one.
  package struct Note: Hashable, Codable, Sendable {
    package var message: String
    package var path: String?
    package var start: SourcePosition?

    package init(message: String, path: String? = nil, start: SourcePosition? = nil) {
      self.message = message
      self.path = path
      self.start = start
    }
  }
}

/// How much a finding weighs; `off` silences its rule.
package enum Severity: String, CaseIterable, Codable, Hashable, Sendable {
  case error, warning, note, off
}

/// A place in a source file: line and column count from 1, column and offset in UTF-8 bytes.
package struct SourcePosition: Hashable, Comparable, Sendable, Codable {
  package var line: Int
  package var column: Int
  package var offset: Int

  package init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }

  package static func < (left: Self, right: Self) -> Bool { left.offset < right.offset }
}
