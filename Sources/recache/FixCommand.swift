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
        recache fix --since HEAD --baseline recache-baseline.json
        recache fix --diff . > fixes.patch && git apply fixes.patch
        recache fix --stdin --path Sources/App/Load.swift < buffer > fixed
      """)

  @OptionGroup var options: RunOptions
  @OptionGroup(title: "Living with findings") var choice: FindingChoice

  @Flag(help: "Apply those fixes too that a person should look at.")
  var unsafe = false

  @Flag(help: "Print the fixes as a unified diff for 'git apply', and write nothing.")
  var diff = false

  func validate() throws {
    let outputs = try options.outputs()
    if options.stdin, options.format != nil || outputs.files.count != options.output.count {
      throw ValidationError("'--stdin' prints the fixed text; give reports a file ('--output FORMAT=FILE')")
    }
    if diff, options.format != nil || !options.output.isEmpty {
      throw ValidationError(
        "'--diff' prints a diff; leave out '--\(outputs.files.isEmpty ? "format" : "output")'")
    }
  }

  func run() throws {
    let outputs = try options.outputs()
    let progress = ProgressLine(isQuiet: options.quiet)
    let request = try options.request(progress)
    var told: [String] = []
    var report = try Pipeline(request).fix(includingUnsafe: unsafe) { found in
      try choice.apply(to: found, request, isPartial: options.isPartial) { told.append($0 + "\n") }
    }
    if !diff, !options.stdin { report.write() }
    progress.clear()
    if outputs.tellsSummary, !options.quiet { Terminal.standardError.write(told.joined()) }

    let context = options.context(request)
    let done = report
    func text(_ format: ReportFormat, _ style: TextReport.Style) -> String {
      switch format {
      case .text: TextReport(style: style).findings(of: done)
      case .json: JSONReport.text(done)
      default: format.text(of: done.left, context)
      }
    }
    if let unsaved = request.unsaved, !diff {
      // The text itself, fixed or not, so that an editor never loses it.
      Terminal.standardOutput.write(report.changes.first?.after ?? unsaved.bytes)
    } else if diff {
      for change in report.changes { Terminal.standardOutput.write(change.diff) }
    } else if let format = outputs.printed {
      Terminal.standardOutput.write(text(format, options.style(on: .standardOutput)))
    }
    let isWritten = outputs.write { text($0, .plain) }
    let status = TextReport(style: options.style(on: .standardError))
    if outputs.tellsSummary, !options.quiet, !diff {
      Terminal.standardError.write(status.changes(of: report))
    }
    if outputs.tellsProblems { Terminal.standardError.write(status.problems(of: report.left)) }
    if outputs.tellsSummary, !options.quiet {
      Terminal.standardError.write(status.summary(of: report, isWritten: !diff))
    }
    let outcome = diff ? report.outcomeUnwritten : report.left.outcome
    throw ExitStatus.of(isWritten ? outcome : .incomplete)
  }
}
