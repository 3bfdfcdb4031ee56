/// Which of the two caches a legacy use calls for, and what decided it.
package struct Decision: Hashable, Codable, Sendable {
  package var kind: Kind
  /// The return type as the source spells it.
  package var returnType: String
  /// The use case of the table's row, or the fact about the type.
  package var because: String
  package var confidence: Confidence
  /// What a person should know beside it: a chart library that cannot be serialized, a class without `Sendable`, …
  package var notes: [Finding.Note]
  /// False where the rewritten code may not compile or may behave otherwise, whatever the confidence.
  package var isSafe: Bool

  package init(
    kind: Kind, returnType: String, because: String, confidence: Confidence,
    notes: [Finding.Note] = [], isSafe: Bool = true
  ) {
    self.kind = kind
    self.returnType = returnType
    self.because = because
    self.confidence = confidence
    self.notes = notes
    self.isSafe = isSafe
  }

  package enum Kind: String, CaseIterable, Codable, Hashable, Sendable {
    case data, resource
  }

  package enum Confidence: String, CaseIterable, Codable, Hashable, Sendable {
    /// A row of the decision table matches the return type.
    case certain
    /// The project's own declarations say what the type is.
    case likely
    /// The type is unknown; "if you are unsure, start with data".
    case unsure
  }
}
