import ArgumentParser
import Linter
import Rules

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
        recache lint --output sarif=report.sarif --output github .
        recache lint --write-baseline recache-baseline.json
        recache lint --baseline recache-baseline.json --since origin/main
        recache lint --add-suppressions "migrated with the new store" Sources/Legacy
        git diff --name-only -z | recache lint --files-from -
        recache lint --stdin --path Sources/App/Load.swift < buffer
        recache lint --statistics
        recache lint --shard 2/7 --format json . > 2.json
      """)

  @OptionGroup var options: RunOptions
  @OptionGroup(title: "Living with findings") var choice: FindingChoice
  @OptionGroup(title: "Living with findings") var filters: FindingFilters

  @Option(
    help: ArgumentHelp(
      "Report a share of the files, such as '2/7'; 'recache merge' joins the reports.", valueName: "k/n"))
  var shard: String?

  @Flag(help: "Print how far the migration is instead of the findings: by rule, decision and directory.")
  var statistics = false

  @Flag(help: "Print the rules in force, each with the file and line it comes from.")
  var showConfig = false

  func validate() throws {
    let outputs = try options.outputs()
    if let shard, Shard(shard) == nil {
      throw ValidationError("'--shard' takes a share such as '2/7', not '\(shard)'")
    }
    try filters.validate(with: choice, isShard: shard != nil)
    if statistics || showConfig, let format = outputs.printed, format != .text, format != .json {
      throw ValidationError("'--\(statistics ? "statistics" : "show-config")' prints 'text' or 'json'")
    }
    if statistics, showConfig {
      throw ValidationError("'--statistics' and '--show-config' exclude each other")
    }
    if options.stdin, filters.writeBaseline != nil || filters.addSuppressions != nil {
      throw ValidationError("'--stdin' is not on disk yet; nothing can be written about it")
    }
  }

  func run() throws {
    let outputs = try options.outputs()
    if showConfig { return try listConfiguration(outputs) }

    let progress = ProgressLine(isQuiet: options.quiet)
    var request = try options.request(progress)
    if let shard { request.shard = Shard(shard) ?? .whole }
    let pipeline = Pipeline(request)
    let isPlain = printsAlone(outputs)
    switch isPlain ? pipeline.run(printing: style(of: outputs, request)) : .looked(pipeline.lint(), nil) {
    case .known(let printed):
      progress.clear()
      Terminal.standardOutput.write(printed.text)
      Terminal.standardError.write(printed.summary)
      throw ExitStatus.of(printed.hasFindings ? .findings : .clean)
    case .looked(let found, let place):
      progress.clear()
      try tell(found, request, outputs) { printed in
        if let place { pipeline.keep(printed, at: place) }
      }
    }
  }

  private func tell(
    _ found: LintReport, _ request: LintRequest, _ outputs: ReportOutputs, keep: (PrintedReport) -> Void
  ) throws {
    let report = try filters.apply(to: found, request, choice, isPartial: options.isPartial) { line in
      if outputs.tellsSummary, !options.quiet { Terminal.standardError.write(line + "\n") }
    }
    let context = options.context(request)
    let status = TextReport(style: options.style(on: .standardError))
    let printed = PrintedReport(
      text: text(of: report, outputs, context),
      summary: outputs.tellsSummary && !options.quiet ? status.summary(of: report) : "",
      hasFindings: !report.findings.isEmpty)
    keep(printed)
    Terminal.standardOutput.write(printed.text)
    let isWritten = outputs.write { $0.text(of: report, context) }
    if outputs.tellsProblems { Terminal.standardError.write(status.problems(of: report)) }
    Terminal.standardError.write(printed.summary)
    throw ExitStatus.of(isWritten ? report.outcome : .incomplete)
  }

  /// What goes to standard output.
  private func text(of report: LintReport, _ outputs: ReportOutputs, _ context: ReportContext) -> String {
    if statistics {
      let statistics = Statistics(of: report)
      return outputs.printed == .json ? statistics.json.text : statistics.text
    }
    guard let format = outputs.printed else { return "" }
    if format == .text { return TextReport(style: options.style(on: .standardOutput)).findings(of: report) }
    return format.text(of: report, context)
  }

  /// Whether all findings are printed, and nothing else is done.
  private func printsAlone(_ outputs: ReportOutputs) -> Bool {
    outputs.files.isEmpty && choice.since == nil && choice.baseline == nil && filters.writeBaseline == nil
      && filters.addSuppressions == nil
  }

  /// All that what is printed depends on beside the files and the rules.
  private func style(of outputs: ReportOutputs, _ request: LintRequest) -> String {
    let parts: [Any] = [
      outputs.printed?.rawValue ?? "", statistics, options.quiet, options.style(on: .standardOutput),
      options.style(on: .standardError), request.shard, request.workingDirectory,
    ]
    return parts.map { "\($0)" }.joined(separator: "\n")
  }

  private func listConfiguration(_ outputs: ReportOutputs) throws {
    let listing = try ConfigurationListing(project: options.rulesFile(of: options.allPaths()))
    Terminal.standardOutput.write(
      outputs.printed == .json
        ? ConfigurationText.json(of: listing).text : ConfigurationText.text(of: listing))
  }
}
