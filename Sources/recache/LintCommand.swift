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

  func validate() throws { _ = try options.outputs() }

  func run() throws {
    let outputs = try options.outputs()
    let progress = ProgressLine(isQuiet: options.quiet)
    let request = try options.request(progress)
    let report = Pipeline(request).lint()
    progress.clear()

    let context = options.context(request)
    if outputs.printed == .text {
      let text = TextReport(style: options.style(on: .standardOutput))
      Terminal.standardOutput.write(text.findings(of: report))
    } else if let format = outputs.printed {
      Terminal.standardOutput.write(format.text(of: report, context))
    }
    let isWritten = outputs.write { $0.text(of: report, context) }
    let status = TextReport(style: options.style(on: .standardError))
    if outputs.tellsProblems { Terminal.standardError.write(status.problems(of: report)) }
    if outputs.tellsSummary, !options.quiet { Terminal.standardError.write(status.summary(of: report)) }
    throw ExitStatus.of(isWritten ? report.outcome : .incomplete)
  }
}
