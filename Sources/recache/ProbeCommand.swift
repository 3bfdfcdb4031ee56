import ArgumentParser
import HashProbe
import Linter
import Rules

/// `recache probe`: whether types and functions' parameters can be part of a cache key.
struct ProbeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "probe",
    abstract:
      "Say whether types and parameters can be part of a cache key, why not, and what to write instead.",
    discussion: """
      Exit status 1 when anything asked for is unhashable, 2 when a name is not found.

      EXAMPLES
        recache probe Region --in Sources
        recache probe '[String: Region]?' 'rides(in:limit:)'
        recache probe Sources/App/Region.swift:12
        recache probe --all --format json
      """)

  @Argument(help: "Types, functions with their labels, or FILE:LINE.")
  var names: [String] = []

  @Option(
    name: .customLong("in"), help: ArgumentHelp("Where the declarations are.", valueName: "dir"),
    completion: .directory)
  var directory = "."

  @Flag(help: "Every type declared there.")
  var all = false

  @Option(help: "How verdicts are printed.")
  var format: RunOptions.Format = .text

  @Option(help: ArgumentHelp("Rules that extend the shipped ones.", valueName: "file"))
  var rules: String?

  func validate() throws {
    if names.isEmpty, !all { throw ValidationError("name a type or a function, or say '--all'") }
  }

  func run() throws {
    let configuration = try RulesFileChoice.configuration(named: rules, paths: [directory])
    let request = LintRequest(
      paths: [directory], workingDirectory: Terminal.workingDirectory, configuration: configuration)
    let (index, problems) = Pipeline(request).index()
    let search = ProbeSearch(probe: Probe(index: index, configuration: configuration))

    var report = ProbeReport()
    var missing: [String] = []
    if all { report.types = index.projectTypes.map { search.probe.verdict(on: $0) } }
    for name in names where !search.answer(name, into: &report) { missing.append(name) }

    Terminal.standardOutput.write(format == .json ? report.json.text : report.text)
    for problem in problems {
      Terminal.standardError.write("\(problem.path): error: \(problem.message)\n")
    }
    for name in missing {
      let near = search.nearest(to: name).map { "; did you mean '\($0)'?" } ?? ""
      Terminal.standardError.write("error: nothing named '\(name)' is declared in '\(directory)'\(near)\n")
    }
    if !missing.isEmpty || !problems.isEmpty { throw ExitCode(ExitStatus.incomplete) }
    throw ExitCode(report.hasUnhashable ? ExitStatus.findings : ExitStatus.clean)
  }
}

/// Finds what a word on the command line means.
struct ProbeSearch {
  let probe: Probe

  /// Adds the verdicts that a word asks for; `false`: it means nothing that is known.
  func answer(_ name: String, into report: inout ProbeReport) -> Bool {
    if let (path, line) = place(name) { return answer(path, line, into: &report) }
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

  /// `FILE:LINE`.
  private func place(_ name: String) -> (path: String, line: Int)? {
    guard let colon = name.lastIndex(of: ":"), let line = Int(name[name.index(after: colon)...]) else {
      return nil
    }
    return (String(name[..<colon]), line)
  }

  /// The declaration on a line, or else the last one that begins above it.
  private func answer(_ path: String, _ line: Int, into report: inout ProbeReport) -> Bool {
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

  func nearest(to name: String) -> String? {
    let types = probe.index.projectTypes.map { probe.index[$0].name }
    let functions = probe.allFunctions.map(\.declaration.fullName)
    return Spelling.nearest(to: name, among: types + functions)
  }
}
