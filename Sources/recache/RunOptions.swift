import ArgumentParser
import Linter
import Rules

/// The options that `lint` and `fix` have in common.
struct RunOptions: ParsableArguments {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }
  enum Color: String, CaseIterable, ExpressibleByArgument { case auto, always, never }

  @Argument(help: "Files, and directories to walk.", completion: .file())
  var paths: [String] = ["."]

  @Option(
    help: ArgumentHelp(
      "How findings are printed: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "format"),
    completion: .list(ReportFormat.allCases.map(\.rawValue)), transform: { try OutputChoice.format($0) })
  var format: ReportFormat?

  @Option(
    help: ArgumentHelp(
      "A report in a format, to a file or to standard output; may be given several times.",
      valueName: "format[=file]"),
    transform: { try OutputChoice($0) })
  var output: [OutputChoice] = []

  @Option(
    help: ArgumentHelp(
      "Rules that extend the shipped ones, instead of the '.recache.yml' nearest upward.", valueName: "file"),
    completion: .file(extensions: ["yml", "yaml"]))
  var rules: String?

  @Flag(name: .shortAndLong, help: "Print findings and errors alone: no summary, no progress.")
  var quiet = false

  @Option(help: "When to colour, and to show the source under a finding; 'auto': on a terminal.")
  var color: Color = .auto

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "What is not linted: a pattern as in .gitignore, from the working directory on; may be repeated.",
      valueName: "pattern"))
  var exclude: [String] = []

  @Option(help: ArgumentHelp("How many threads work; as many as there are cores.", valueName: "count"))
  var jobs: Int?

  @Flag(help: .hidden)
  var noPrefilter = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("'--jobs' takes a number from 1 on") }
    for pattern in exclude where !LintRequest.isPattern(pattern) {
      throw ValidationError("'--exclude' takes a pattern as in .gitignore, and '\(pattern)' is none")
    }
  }

  /// Where reports go.
  func outputs() throws -> ReportOutputs { try ReportOutputs(output, format: format) }

  /// What reports say beside the findings.
  func context(_ request: LintRequest) -> ReportContext {
    ReportContext(
      version: Version.text, rules: request.rules.map { $0.description },
      severities: request.configuration.severities, workingDirectory: request.workingDirectory)
  }

  /// What is to be looked at.
  /// - Throws: `RulesFileError` or `ConflictingRulesFiles`.
  func request(_ progress: ProgressLine) throws -> LintRequest {
    let file = try RulesFileChoice.file(named: rules, paths: paths)
    let configuration = try Configuration.load(project: file)
    var request = LintRequest(
      paths: paths, workingDirectory: Terminal.workingDirectory, configuration: configuration)
    request.workers = jobs
    request.isPrefiltered = !noPrefilter
    request.exclude = [
      (RulesFileChoice.folder(of: file, in: Terminal.workingDirectory), configuration.exclude),
      (Terminal.workingDirectory, exclude),
    ]
    if progress.isShown { request.progress = { progress.show($0) } }
    return request
  }

  /// How a text report looks on a stream.
  func style(on stream: Terminal) -> TextReport.Style {
    switch color {
    case .always: .init(isColored: true, showsSource: true)
    case .never: .init(isColored: false, showsSource: stream.isTerminal)
    case .auto:
      .init(isColored: stream.isTerminal && Self.terminalHasColors, showsSource: stream.isTerminal)
    }
  }

  /// See https://no-color.org.
  private static var terminalHasColors: Bool {
    let isRefused = Terminal.environment("NO_COLOR").map { !$0.isEmpty } ?? false
    return !isRefused && Terminal.environment("TERM") != "dumb"
  }
}
