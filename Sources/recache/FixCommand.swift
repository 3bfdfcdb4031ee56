import ArgumentParser
import Linter

/// `recache fix`: applies fixes, then reports what is left; what was changed goes to standard error.
struct FixCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract: "Apply the fixes of findings, then report what is left.",
    discussion: """
      Safe fixes keep what the program does. A file is written whole or not at all, and only if it is still the file \
      that was read; a file with syntax errors is left alone.

      EXAMPLES
        recache fix Sources
        recache fix --unsafe Sources
        recache fix --diff . > fixes.patch && git apply fixes.patch
      """)

  @OptionGroup var options: RunOptions

  @Flag(help: "Apply those fixes too that a person should look at.")
  var unsafe = false

  @Flag(help: "Print the fixes as a unified diff for 'git apply', and write nothing.")
  var diff = false

  func validate() throws {
    if diff, options.format == .json {
      throw ValidationError("'--diff' prints a diff; leave out '--format json'")
    }
  }

  func run() throws {
    let progress = ProgressLine(isQuiet: options.quiet)
    var report = Pipeline(try options.request(progress)).fix(includingUnsafe: unsafe)
    if !diff { report.write() }
    progress.clear()

    let status = TextReport(style: options.style(on: .standardError))
    if diff {
      for change in report.changes { Terminal.standardOutput.write(change.diff) }
    } else if options.format == .json {
      Terminal.standardOutput.write(JSONReport.text(report))
    } else {
      let text = TextReport(style: options.style(on: .standardOutput))
      Terminal.standardOutput.write(text.findings(of: report))
    }
    if options.format == .text {
      if !options.quiet, !diff { Terminal.standardError.write(status.changes(of: report)) }
      Terminal.standardError.write(status.problems(of: report.left))
      if !options.quiet { Terminal.standardError.write(status.summary(of: report, isWritten: !diff)) }
    }
    throw ExitStatus.of(diff ? report.outcomeUnwritten : report.left.outcome)
  }
}
