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

  @Flag(help: "Say on standard error how long each step took.")
  var timings = false

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
    let start = ContinuousClock.now
    let pipeline = Pipeline(request)
    let question = ProbeSearch.question(names, configuration)
    var run = all ? pipeline.index() : pipeline.index(for: question)
    var own = Set(run.index.projectSummaries.map(\.path))
    func answered() -> (search: ProbeSearch, report: ProbeReport, missing: [String]) {
      let search = ProbeSearch(probe: Probe(index: run.index, configuration: configuration))
      var report = ProbeReport()
      if all { report.types = search.types(in: directory, among: own).map { search.probe.verdict(on: $0) } }
      let missing = names.filter { !search.answer($0, into: &report) }
      for index in report.types.indices { report.types[index].forgetConforming(outside: own) }
      for index in report.parameters.indices {
        report.parameters[index].verdict.forgetConforming(outside: own)
      }
      return (search, report, missing)
    }
    var (search, report, missing) = answered()
    if !missing.isEmpty, !all {
      // Names that are near can be any.
      run = pipeline.index()
      own = Set(run.index.projectSummaries.map(\.path))
      (search, report, missing) = answered()
    }
    // What the project does not declare, its dependencies may.
    var wanted = missing.isEmpty ? [] : question.names
    for _ in 0..<Self.dependencyRounds {
      let undeclared = report.undeclared.subtracting(wanted)
      guard !undeclared.isEmpty || !missing.isEmpty && !wanted.isEmpty,
        let more = pipeline.index(run, addingFromDependencies: wanted.union(undeclared))
      else { break }
      wanted.formUnion(undeclared)
      run = more
      (search, report, missing) = answered()
      if undeclared.isEmpty { break }
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
    if timings { say(run, since: start) }
    for problem in run.problems { Terminal.standardError.write(problem.text + "\n") }
    for name in missing {
      Terminal.standardError.write("\(search.miss(name, in: directory))\n")
    }
    if !missing.isEmpty || !run.problems.isEmpty { throw ExitCode(ExitStatus.incomplete) }
    throw ExitCode(report.hasUnhashable ? ExitStatus.findings : ExitStatus.clean)
  }

  /// What a dependency declares can rest on another one, and so on.
  private static let dependencyRounds = 4

  private func say(_ run: IndexRun, since start: ContinuousClock.Instant) {
    func milliseconds(_ duration: Duration) -> String { "\(Int(duration / .milliseconds(1))) ms" }
    let whole = ContinuousClock.now - start
    let rest = whole - run.reading - run.indexing
    Terminal.standardError.write(
      "\(milliseconds(whole)): \(milliseconds(run.reading)) to read and parse \(run.parsed) files, "
        + "\(milliseconds(run.indexing)) to index them, \(milliseconds(rest)) to answer and print\n")
  }
}
