import HashProbe
import Linter

/// Why a word on the command line has no verdict.
enum ProbeMiss: Error, Hashable {
  /// Nothing of this name is declared; `near` is.
  case undeclared(String, in: String, near: String?)
  /// It has brackets or spaces, and is no type: at this offset in bytes, where something is expected.
  case unreadable(String, offset: Int, expected: String?)
  case missingFile(String)
  /// A file that is not among those that were asked about.
  case fileOutside(String, of: String)
  /// `FILE:abc`, `FILE:0`.
  case noLine(String, file: String)
  case beyondEnd(file: String, line: Int, lines: Int)
  /// Nothing is declared on the line, or above it.
  case nothingAbove(file: String, line: Int)
}

extension ProbeMiss: CustomStringConvertible {
  var description: String {
    switch self {
    case .undeclared(let name, let directory, let near):
      "error: nothing named '\(name)' is declared in '\(directory)'"
        + (near.map { "; did you mean '\($0)'?" } ?? "")
    case .unreadable(let text, let offset, let expected):
      "error: '\(text)' is not a type" + (expected.map { "; \($0) is missing" } ?? "")
        + "\n  \(text)\n  \(Self.blanks(before: offset, in: text))^"
    case .missingFile(let path): "\(path): error: no such file or directory"
    case .fileOutside(let path, let directory):
      "\(path): error: the file is not one of those in '\(directory)'; name its directory with '--in'"
    case .noLine(let text, let file): "\(file): error: '\(text)' is no line; lines count from 1"
    case .beyondEnd(let file, let line, let lines):
      "\(file):\(line): error: the file has \(lines == 1 ? "1 line" : "\(lines) lines")"
    case .nothingAbove(let file, let line): "\(file):\(line): error: nothing is declared here or above"
    }
  }

  /// As wide as the text before an offset, tabs kept.
  private static func blanks(before offset: Int, in text: String) -> String {
    String(String(decoding: text.utf8.prefix(offset), as: UTF8.self).map { $0 == "\t" ? "\t" : " " })
  }
}

extension ProbeSearch {
  /// Says why a word means nothing that is known.
  func miss(_ name: String, in directory: String) -> ProbeMiss {
    switch Self.place(name) {
    case .some(let place): return miss(place, in: directory)
    case nil: break
    }
    if let (file, text) = Self.misspelledPlace(name) { return .noLine(text, file: file) }
    if Self.isFunctionName(name) { return .undeclared(name, in: directory, near: nearestFunction(to: name)) }
    guard let type = try? TypeExpression(parsing: name) else {
      let fault = TypeExpression.fault(in: name)
      // A word with a dot or a sign in it is more likely a name than a type.
      guard name.contains(where: { "[](){}<>&?!,".contains($0) }) else {
        return .undeclared(name, in: directory, near: nearest(to: name))
      }
      return .unreadable(name, offset: fault?.offset ?? 0, expected: fault?.expected)
    }
    let missing = probe.index.missingNames(in: type).first ?? name
    return .undeclared(missing, in: directory, near: nearest(to: missing) ?? nearestFunction(to: missing))
  }

  private func miss(_ place: (path: String, line: Int), in directory: String) -> ProbeMiss {
    if let miss = Self.miss(place) { return miss }
    guard probe.index.summaries.contains(where: { $0.path == place.path }) else {
      return .fileOutside(place.path, of: directory)
    }
    return .nothingAbove(file: place.path, line: place.line)
  }

  /// What is wrong with a place, whatever is declared there.
  static func miss(_ place: (path: String, line: Int)) -> ProbeMiss? {
    guard place.line > 0 else { return .noLine(String(place.line), file: place.path) }
    guard let bytes = try? readAll(ofFile: place.path, limit: 64 << 20) else {
      return .missingFile(place.path)
    }
    let ends = bytes.lazy.filter { $0 == UInt8(ascii: "\n") }.count
    let lines = ends + (bytes.last.map { $0 == UInt8(ascii: "\n") ? 0 : 1 } ?? 0)
    return place.line > lines ? .beyondEnd(file: place.path, line: place.line, lines: lines) : nil
  }

  /// `FILE:abc`: what looks like a file with something behind it that is no number.
  private static func misspelledPlace(_ name: String) -> (file: String, text: String)? {
    guard let colon = name.lastIndex(of: ":"), name[..<colon].hasSuffix(".swift") else { return nil }
    return (String(name[..<colon]), String(name[name.index(after: colon)...]))
  }

  /// `Outer.name(label:_:)`.
  private static func isFunctionName(_ name: String) -> Bool {
    guard name.hasSuffix(")"), let open = name.firstIndex(of: "("), open > name.startIndex else {
      return false
    }
    let labels = name[name.index(after: open)...].dropLast()
    return (labels.isEmpty || labels.hasSuffix(":"))
      && labels.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == ":" || $0 == "`" }
  }

  /// Of the functions of the same name that with the most labels in common, else the one whose name is nearest.
  func nearestFunction(to name: String) -> String? {
    let asked = name.prefix { $0 != "(" }.split(separator: ".").map(String.init)
    guard let plain = asked.last else { return nil }
    let labels = name.drop { $0 != "(" }.dropFirst().dropLast().split(separator: ":").map(String.init)
    let owner = asked.dropLast().joined(separator: ".")
    func distance(_ function: Probe.FunctionReference) -> (Int, Int, String) {
      let own = function.declaration.parameters.map { $0.label ?? "_" }
      let common = Set(own).intersection(labels).count
      let enclosing = probe.enclosingName(of: function)
      let isElsewhere = !owner.isEmpty && enclosing != owner && !enclosing.hasSuffix("." + owner)
      return (isElsewhere ? 1 : 0, own.count + labels.count - 2 * common, function.declaration.fullName)
    }
    let same = probe.allFunctions.filter { $0.declaration.head.name == plain }
    if let best = same.min(by: { distance($0) < distance($1) }) {
      let prefix = distance(best).0 == 0 && !owner.isEmpty ? owner + "." : ""
      return prefix + best.declaration.fullName
    }
    return nearest(to: name)
  }
}
