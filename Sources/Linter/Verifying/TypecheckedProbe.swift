import HashProbe

/// A source that asks the compiler one question a line, and what it answered.
///
/// A function that demands `Hashable` of a type is type-checked and never run. One line asks about a closure, which no
/// compiler accepts: where it says nothing of that line, it did not come as far as the questions.
struct TypecheckedProbe {
  private var lines: [String]
  /// The line that no compiler accepts.
  private let control: Int
  /// The first line of each question.
  private var places: [Int] = []

  /// - Parameter before: What stands before the questions: imports, or the whole of a single file.
  init(before: [String]) {
    lines =
      before + [
        "fileprivate func recacheNeeds<T: Swift.Hashable>(_: T.Type) {}",
        "fileprivate func recacheKeeps<T: Swift.Encodable>(_: T.Type) {}",
        "fileprivate func recacheAsksNothing() { recacheNeeds((() -> Void).self) }",
      ]
    control = lines.count
  }

  mutating func ask(_ question: CompilerQuestion) {
    let number = places.count
    places.append(lines.count + 1)
    let uses = question.parameters.map { "_: \($0).Type" }.joined(separator: ", ")
    for (name, function) in [("Hash", "recacheNeeds"), ("Store", "recacheKeeps")] {
      lines.append(
        "fileprivate func recache\(name)\(number)\(question.generics)(\(uses)) { \(function)((\(question.type)).self) }"
      )
    }
  }

  var source: String { lines.joined(separator: "\n") + "\n" }

  /// What the compiler said of each question; `nil`: it did not come as far as the questions.
  func answers(_ diagnostics: [CompilerDiagnostic]) -> [CompilerAnswer]? {
    let errors = Dictionary(grouping: diagnostics.filter(\.isError)) { $0.line ?? 0 }
    guard errors[control] != nil else { return nil }
    return places.map { line in
      let hashing = errors[line, default: []]
      guard let first = hashing.first else { return .hashable(isEncodable: errors[line + 1] == nil) }
      return hashing.allSatisfy(Self.isRefusal) ? .unhashable : .unclear(first.text)
    }
  }

  /// The words with which the compiler says that a type lacks a conformance.
  private static func isRefusal(_ error: CompilerDiagnostic) -> Bool {
    [
      "conform to 'Hashable'", "as a type conforming to protocol 'Hashable'",
      "conform to the protocol 'Hashable'",
    ]
    .contains { error.text.contains($0) }
  }
}
