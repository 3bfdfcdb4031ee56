import ArgumentParser
import Linter

/// `recache lint`: findings on standard output, the rest on standard error.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Say what every use of the catch-all cache is: data or a resource.",
    discussion: """
      Decisions rest on the declarations of the whole package around a path, so a single file is judged as it is \
      when its package is linted. Directories that tools fill ('.build', 'Pods', 'node_modules' and others) are left \
      out unless they are named.

      EXAMPLES
        recache lint
        recache lint Sources Tests
        recache lint Sources/App/Load.swift --color always
        recache lint --format json . > report.json
      """)

  @OptionGroup var options: RunOptions

  func run() throws {
    let progress = ProgressLine(isQuiet: options.quiet)
    let report = Pipeline(try options.request(progress)).lint()
    progress.clear()

    switch options.format {
    case .text:
      let text = TextReport(style: options.style(on: .standardOutput))
      Terminal.standardOutput.write(text.findings(of: report))
      let status = TextReport(style: options.style(on: .standardError))
      Terminal.standardError.write(status.problems(of: report))
      if !options.quiet { Terminal.standardError.write(status.summary(of: report)) }
    case .json:
      Terminal.standardOutput.write(JSONReport.text(report))
    }
    throw ExitStatus.of(report.outcome)
  }
}
