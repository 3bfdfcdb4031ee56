import HashProbe
import Linter
import Rules

/// Finds what a word on the command line means.
struct ProbeSearch {
  let probe: Probe

  /// What the words on the command line may be about.
  static func question(_ names: [String], _ configuration: Configuration) -> IndexQuestion {
    var question = IndexQuestion()
    for name in names {
      if let (path, _) = place(name) {
        question.files.insert(path)
        continue
      }
      question.names.formUnion(
        name.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
      if name.hasSuffix(")"), let function = name.prefix(while: { $0 != "(" }).split(separator: ".").last {
        question.functions.insert(String(function))
      }
    }
    question.sharingAttributes = Set(
      [configuration.replacements.resource.attribute] + configuration.legacy.attributes)
    question.modules = Set(configuration.legacy.modules)
    return question
  }

  /// Adds the verdicts that a word asks for; `false`: it means nothing that is known.
  func answer(_ name: String, into report: inout ProbeReport) -> Bool {
    if let (path, line) = Self.place(name) { return answer(path, line, into: &report) }
    let functions =
      name.hasSuffix(")") && name.contains(":") || name.hasSuffix("()") ? probe.functions(named: name) : []
    if !functions.isEmpty {
      report.parameters += functions.flatMap { probe.verdicts(on: $0) }
      return true
    }
    let named = probe.index.types(named: name)
    if !named.isEmpty {
      report.types += named.map { probe.verdict(on: $0) }
      return true
    }
    guard let type = try? TypeExpression(parsing: name) else { return false }
    let verdict = probe.verdict(on: type, in: NameScope(module: probe.index.onlyModule))
    if verdict.answer == .unknown, probe.index.isMissing(type) { return false }
    report.types.append(verdict)
    return true
  }

  /// `FILE:LINE`, or `FILE:LINE:COLUMN` as compilers and editors print it.
  static func place(_ name: String) -> (path: String, line: Int)? {
    guard let (file, line) = numbered(name) else { return nil }
    let (path, place) = numbered(file).map { ($0.0, $0.1) } ?? (file, line)
    return (shownPath(path, from: Terminal.workingDirectory), place)
  }

  private static func numbered(_ text: String) -> (String, Int)? {
    guard let colon = text.lastIndex(of: ":"), colon > text.startIndex,
      let number = Int(text[text.index(after: colon)...])
    else { return nil }
    return (String(text[..<colon]), number)
  }

  /// The declaration on a line, or else the last one that begins above it.
  private func answer(_ path: String, _ line: Int, into report: inout ProbeReport) -> Bool {
    guard Self.miss((path, line)) == nil else { return false }
    let types = probe.index.projectTypes.map { ($0, probe.index[$0].declaration.head.place) }
      .filter { $0.1.path == path && $0.1.line <= line }
    let functions = probe.allFunctions.map { ($0, $0.declaration.head.place) }
      .filter { $0.1.path == path && $0.1.line <= line }
    let type = types.max { $0.1.offset < $1.1.offset }
    let function = functions.max { $0.1.offset < $1.1.offset }
    if let function, function.1.offset >= type?.1.offset ?? -1 {
      report.parameters += probe.verdicts(on: function.0)
    } else if let type {
      report.types.append(probe.verdict(on: type.0))
    } else {
      return false
    }
    return true
  }

  /// The types that are declared in a directory or file, of all those of the package around it.
  /// - Parameter own: The paths of the project's files, those of its dependencies aside.
  func types(in directory: String, among own: Set<String>) -> [TypeNumber] {
    let shown = shownPath(directory, from: Terminal.workingDirectory)
    let types = probe.index.projectTypes.filter {
      own.contains(probe.index[$0].declaration.head.place.path) && !probe.index.isSuperseded($0)
    }
    // Outside of the working directory links are resolved before a path is shown, and the two cannot be compared.
    guard !shown.hasPrefix("..") else { return types }
    return types.filter { number in
      let path = probe.index[number].declaration.head.place.path
      return shown == "." ? !path.hasPrefix("../") : path == shown || path.hasPrefix(shown + "/")
    }
  }

  func nearest(to name: String) -> String? {
    let types = probe.index.projectTypes.map { probe.index[$0].name }
    let functions = probe.allFunctions.map(\.declaration.fullName)
    return Spelling.nearest(to: name, among: types + functions)
  }
}
