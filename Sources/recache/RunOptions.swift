import ArgumentParser
import Linter
import Rules

/// The options that `lint` and `fix` have in common.
struct RunOptions: ParsableArguments {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }
  enum Color: String, CaseIterable, ExpressibleByArgument { case auto, always, never }

  @Argument(help: "Files, and directories to walk.", completion: .file())
  var paths: [String] = ["."]

  @Option(help: "How findings are printed.")
  var format: Format = .text

  @Option(
    help: ArgumentHelp(
      "Rules that extend the shipped ones, instead of the '.recache.yml' nearest upward.", valueName: "file"),
    completion: .file(extensions: ["yml", "yaml"]))
  var rules: String?

  @Flag(name: .shortAndLong, help: "Print findings and errors alone: no summary, no progress.")
  var quiet = false

  @Option(help: "When to colour, and to show the source under a finding; 'auto': on a terminal.")
  var color: Color = .auto

  /// What is to be looked at.
  /// - Throws: `RulesFileError` or `ConflictingRulesFiles`.
  func request(_ progress: ProgressLine) throws -> LintRequest {
    let configuration = try RulesFileChoice.configuration(named: rules, paths: paths)
    var request = LintRequest(
      paths: paths, workingDirectory: Terminal.workingDirectory, configuration: configuration)
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
