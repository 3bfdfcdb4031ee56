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
        recache probe --verify Region --in Sources/App
      """)

  @Argument(help: "Types, functions with their labels, or FILE:LINE.")
  var names: [String] = []

  @Option(
    name: .customLong("in"), help: ArgumentHelp("Where the declarations are.", valueName: "dir"),
    completion: .directory)
  var directory = "."

  @Flag(help: "Every type declared there.")
  var all = false

  @Flag(help: "Build the package and ask the compiler, whose answer wins.")
  var verify = false

  @Option(help: ArgumentHelp("The longest that a build, or a question, may take.", valueName: "seconds"))
  var timeLimit = 600

  @Option(help: "How verdicts are printed.")
  var format: RunOptions.Format = .text

  @Option(help: ArgumentHelp("Rules that extend the shipped ones.", valueName: "file"))
  var rules: String?

  func validate() throws {
    if names.isEmpty, !all { throw ValidationError("name a type or a function, or say '--all'") }
    if timeLimit < 1 { throw ValidationError("'--time-limit' is a number of seconds from 1 on") }
  }

  func run() throws {
    let configuration = try RulesFileChoice.configuration(named: rules, paths: [directory])
    let request = LintRequest(
      paths: [directory], workingDirectory: Terminal.workingDirectory, configuration: configuration)
    var (index, problems) =
      all ? Pipeline(request).index() : Pipeline(request).index(for: question(configuration))
    var search = ProbeSearch(probe: Probe(index: index, configuration: configuration))
    var report = ProbeReport()
    if all { report.types = index.projectTypes.map { search.probe.verdict(on: $0) } }
    var missing = names.filter { !search.answer($0, into: &report) }
    if !missing.isEmpty, !all {
      // Names that are near can be any.
      (index, problems) = Pipeline(request).index()
      search = ProbeSearch(probe: Probe(index: index, configuration: configuration))
      report = ProbeReport()
      missing = names.filter { !search.answer($0, into: &report) }
    }

    if verify {
      do {
        try CompilerVerification(
          probe: search.probe, path: directory, workingDirectory: Terminal.workingDirectory,
          timeLimit: .seconds(timeLimit)
        ).verify(&report)
      } catch {
        Terminal.standardError.write(error.text(from: Terminal.workingDirectory))
        throw ExitCode(ExitStatus.incomplete)
      }
    }
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

  /// What the words on the command line may be about.
  private func question(_ configuration: Configuration) -> IndexQuestion {
    var question = IndexQuestion()
    for name in names {
      if let (path, _) = ProbeSearch.place(name) {
        question.files.insert(path)
        continue
      }
      let words = name.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
      question.names.formUnion(words)
      if name.hasSuffix(")"), let function = name.prefix(while: { $0 != "(" }).split(separator: ".").last {
        question.functions.insert(String(function))
      }
    }
    question.attributes =
      [configuration.replacements.resource.attribute] + configuration.legacy.attributes
    question.modules = configuration.legacy.modules
    return question
  }
}

/// Finds what a word on the command line means.
struct ProbeSearch {
  let probe: Probe

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

  /// `FILE:LINE`.
  static func place(_ name: String) -> (path: String, line: Int)? {
    guard let colon = name.lastIndex(of: ":"), let line = Int(name[name.index(after: colon)...]) else {
      return nil
    }
    return (shownPath(String(name[..<colon]), from: Terminal.workingDirectory), line)
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
