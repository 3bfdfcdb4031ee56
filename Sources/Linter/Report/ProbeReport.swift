package import HashProbe
package import Rules

/// What `recache probe` prints.
package struct ProbeReport: Sendable {
  package var types: [Verdict]
  package var parameters: [ParameterVerdict]

  package init(types: [Verdict] = [], parameters: [ParameterVerdict] = []) {
    self.types = types
    self.parameters = parameters
  }

  /// The names for want of which something could not be answered.
  package var undeclared: Set<String> {
    Set(
      (types + parameters.map(\.verdict)).flatMap(\.undeclared).flatMap {
        $0.split(separator: ".").map(String.init)
      })
  }

  /// Whether anything asked for cannot be part of a key.
  package var hasUnhashable: Bool {
    types.contains { $0.answer == .unhashable }
      || parameters.contains { $0.verdict.answer == .unhashable && $0.isHashed }
  }

  /// The object for programs.
  package var json: JSONText {
    .object([
      "version": .number(1), "types": .array(types.map(\.json)),
      "parameters": .array(parameters.map(\.json)),
    ])
  }

  /// The lines for people: each verdict with the links of its reason, then what to write instead.
  package var text: String {
    types.map { $0.lines(subject: $0.type, depth: 0) }.joined() + parameters.map(\.lines).joined()
  }
}

extension Verdict {
  fileprivate var json: JSONText {
    .object([
      "type": .string(type), "verdict": .string(answer.rawValue), "source": .string(source.rawValue),
      "because": .string(because), "declaredAt": declaredAt.map { .string($0.description) },
      "stable": isStable.map { .boolean($0) },
      "traps": traps.isEmpty ? nil : .array(traps.map { .string($0) }),
      "suggestions": .array(suggestions.map(\.json)), "advice": advice.map { .string($0) },
    ])
  }

  fileprivate func lines(subject: String, depth: Int) -> String {
    let indent = String(repeating: "  ", count: depth)
    let reach = isStable.map { $0 ? ", stable" : ", in memory only" } ?? ""
    let asked = source == .compiler ? ", says the compiler" : ""
    var text = "\(indent)\(SingleLine.whole(subject)): \(answer.rawValue)\(reach)\(asked)\n"
    for (level, link) in chain.enumerated() {
      let place = link.place.map { " (\($0))" } ?? ""
      text +=
        indent + String(repeating: "  ", count: level + 1) + SingleLine.whole("\(link.text)\(place)") + "\n"
    }
    for trap in traps { text += "\(indent)  trap: \(SingleLine.whole(trap))\n" }
    if let advice { text += "\(indent)  advice: \(advice)\n" }
    for suggestion in suggestions {
      text += "\(indent)  \(suggestion.kind.title)\(suggestion.note.map { ", \($0)" } ?? ""):\n"
      for line in suggestion.code.split(separator: "\n", omittingEmptySubsequences: false) {
        text += line.isEmpty ? "\n" : "\(indent)    \(line)\n"
      }
    }
    return text
  }
}

extension ParameterVerdict {
  fileprivate var json: JSONText {
    .object([
      "function": .string(function), "parameter": .string(parameter), "type": .string(verdict.type),
      "verdict": .string(isHashed ? verdict.answer.rawValue : Verdict.Answer.hashable.rawValue),
      "because": .string(
        isExcluded
          ? "excluded: its name starts with '_'"
          : isCovered ? "by a hash function in 'hashFuncs'" : verdict.because),
      "stable": isHashed ? verdict.isStable.map { .boolean($0) } : nil,
      "source": isHashed ? .string(verdict.source.rawValue) : nil,
      "declaredAt": .string(place.description), "error": error.map { .string($0) },
      "suggestions": !isHashed || verdict.suggestions.isEmpty
        ? nil
        : .array(verdict.suggestions.map(\.json)),
      "advice": !isHashed ? nil : verdict.advice.map { .string($0) },
    ])
  }

  fileprivate var lines: String {
    let subject = "\(function) \(parameter): \(verdict.type)"
    if isExcluded { return "\(subject): excluded\n" }
    if isCovered { return "\(subject): hashable, by a hash function in 'hashFuncs'\n" }
    let text = verdict.lines(subject: subject, depth: 0)
    return text + (error.map { "  \($0)\n" } ?? "")
  }
}

extension Suggestion {
  fileprivate var json: JSONText {
    .object(["kind": .string(kind.rawValue), "code": .string(code), "note": note.map { .string($0) }])
  }
}

extension Suggestion.Kind {
  fileprivate var title: String {
    switch self {
    case .hashFunction: "hash function"
    case .excludeParameter: "exclude the parameter"
    case .conform: "conform"
    }
  }
}
