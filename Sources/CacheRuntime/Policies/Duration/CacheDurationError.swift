package import DurationText

/// The text given for a `ttl` or an `idle` is no duration.
public struct CacheDurationError: Error, Hashable, Sendable {
  /// The text, whole.
  public let text: String

  /// The offending part of the text, in UTF-8 bytes.
  public let utf8Range: Range<Int>

  /// The place of the offending part, in characters from 1.
  public let column: Int

  /// The way in which the text fails.
  package let problem: DurationTextError.Problem

  /// What is wrong at which character, and what to write.
  public let description: String

  init(_ error: DurationTextError) {
    text = error.text
    utf8Range = error.utf8Range
    column = error.column
    problem = error.problem
    description = error.description
  }
}

extension CacheDurationError: CustomStringConvertible {}
