/// A type as a person writes it where its declaration is in sight, made of its full name.
struct TypeSpelling {
  /// `Array<Ride>` for `Swift.Array<App.Ride>`.
  let text: String

  /// - Complexity: O(*length of the name*).
  init(fullName: String) {
    var text = ""
    var rest = fullName[...]
    while let character = rest.first {
      if rest.hasPrefix("(unknown context at $"), let end = rest.firstIndex(of: ")") {
        rest = rest[rest.index(after: end)...]
        continue
      }
      rest.removeFirst()
      if character == "." {
        while let last = text.last, last.isLetter || last.isNumber || last == "_" { text.removeLast() }
      } else {
        text.append(character)
      }
    }
    self.text = text
  }

  private var isFunction: Bool { outside.contains("->") }

  /// Without what stands in angle brackets.
  private var outside: String {
    var depth = 0
    var previous: Character?
    return text.filter { character in
      defer { previous = character }
      if character == "<" { depth += 1 }
      let isOutside = depth == 0
      if character == ">", previous != "-" { depth -= 1 }
      return isOutside
    }
  }

  /// The hash function that could be given for it.
  var hashFunction: String { ".hash(\(isFunction ? "(\(text))" : text).self) { $0.id }" }

  /// What to conform to a protocol.
  func conforming(to conformance: String) -> String {
    if isFunction || text.hasPrefix("(") {
      return "put it into a type of your own that conforms to \(conformance)"
    }
    return text.contains("<")
      ? "conform '\(text)' and what it is made of to \(conformance)" : "conform '\(text)' to \(conformance)"
  }
}
