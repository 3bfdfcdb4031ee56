/// Code that makes a type or a parameter fit for a key.
package struct Suggestion: Hashable, Sendable {
  package enum Kind: String, Codable, Sendable {
    case hashFunction = "hash-function"
    case excludeParameter = "exclude-parameter"
    case conform
  }

  package var kind: Kind
  package var code: String
  /// What to know before taking it.
  package var note: String?
}
