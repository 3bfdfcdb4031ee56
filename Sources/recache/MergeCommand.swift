import ArgumentParser
import Linter

/// `recache merge`: one report from those of several shards.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Join the JSON or SARIF reports of a run's shards into one.",
    discussion: """
      The result is, byte for byte, what one run without '--shard' prints; so is the exit status. A report that is \
      missing, given twice, or of other files or rules is an error.

      EXAMPLES
        recache lint --shard 1/2 --format json . > 1.json
        recache lint --shard 2/2 --format json . > 2.json
        recache merge 1.json 2.json > report.json
        recache merge *.sarif > report.sarif
      """)

  @Argument(
    help: "Reports of 'recache lint', one of each shard.", completion: .file(extensions: ["json", "sarif"]))
  var reports: [String]

  func run() throws {
    var merge = ReportMerge()
    for report in reports { try merge.add(readReport(report), named: report) }
    let (text, outcome) = try merge.joined()
    Terminal.standardOutput.write(text)
    throw ExitStatus.of(outcome)
  }
}
