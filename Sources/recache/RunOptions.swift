import ArgumentParser
import Linter
import Rules

/// The options that `lint` and `fix` have in common.
struct RunOptions: ParsableArguments {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }
  enum Color: String, CaseIterable, ExpressibleByArgument { case auto, always, never }

  @Argument(help: "Files, and directories to walk; the working directory by default.", completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "A list of further paths, one a line or ended by NUL bytes; '-' reads standard input.",
      valueName: "file"),
    completion: .file())
  var filesFrom: String?

  @Flag(help: "Read a source from standard input, as an editor has it; '--path' says which file it is.")
  var stdin = false

  @Option(help: ArgumentHelp("The file that '--stdin' stands for; it need not exist.", valueName: "name"))
  var path: String?

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

  @OptionGroup var results: ResultCacheOptions

  @Flag(help: .hidden)
  var noPrefilter = false

  func validate() throws {
    if stdin, path == nil { throw ValidationError("'--stdin' needs '--path NAME'") }
    if path != nil, !stdin { throw ValidationError("'--path' says what '--stdin' is; name files without it") }
    if stdin, !paths.isEmpty || filesFrom != nil {
      throw ValidationError("'--stdin' is one file; leave out the other paths")
    }
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

  /// Whether the run is about a choice of files.
  var isPartial: Bool { stdin || filesFrom != nil }

  /// What is to be looked at.
  /// - Throws: `RulesFileError`, `ConflictingRulesFiles` or `UnreadableInput`.
  func request(_ progress: ProgressLine) throws -> LintRequest {
    let paths = try allPaths()
    let file = try rulesFile(of: paths)
    let configuration = try Configuration.load(project: file)
    var request = LintRequest(
      paths: paths, workingDirectory: Terminal.workingDirectory, configuration: configuration)
    if let path, stdin { request.unsaved = (path, try UnreadableInput.readStandardInput()) }
    request.workers = jobs
    request.isPrefiltered = !noPrefilter
    request.cache = try results.cache()
    request.exclude = [
      (RulesFileChoice.folder(of: file, in: Terminal.workingDirectory), configuration.exclude),
      (Terminal.workingDirectory, exclude),
    ]
    if progress.isShown { request.progress = { progress.show($0) } }
    return request
  }

  /// The rules file that extends the shipped rules, if any.
  func rulesFile(of paths: [String]) throws -> String? {
    try RulesFileChoice.file(named: rules, paths: paths + (path.map(RulesFileChoice.placeOfRules) ?? []))
  }

  /// The paths of the command line and of the list; an empty list means no file, and not the working directory.
  func allPaths() throws -> [String] {
    if let filesFrom { return paths + (try UnreadableInput.readList(filesFrom)) }
    return paths.isEmpty && !stdin ? ["."] : paths
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
