import CacheRuntime

/// An error as a person would want to see it: what it is, what is wrong, and what can be done.
package struct ShownError: Hashable, Sendable {
  /// The kind of error.
  package let title: String
  /// What is wrong.
  package let message: String
  /// What leads over to the remedies.
  package let lead: String
  /// What can be done, one remedy each.
  package let remedies: [String]

  /// The parts of an error's own text: its first paragraph, and a list of lines that begin with a hyphen.
  package init(_ error: any Error) {
    title = String(describing: type(of: error))
    let lines = String(describing: error).split(separator: "\n", omittingEmptySubsequences: false)
    message = lines.prefix { !$0.isEmpty }.joined(separator: " ")
    let rest = lines.drop { !$0.isEmpty }.filter { !$0.isEmpty }
    remedies = rest.filter { $0.hasPrefix("- ") }.map { String($0.dropFirst(2)) }
    lead = rest.filter { !$0.hasPrefix("- ") }.joined(separator: " ")
  }

  /// The parts as an element of the kind `exception` shows them.
  package var payload: ElementPayload {
    [
      "title": .text(title), "message": .text(message), "lead": .text(lead),
      "remedies": .array(remedies.map { .text($0) }),
    ]
  }
}
