import ArgumentParser
import Linter

/// `recache parse`: parses sources and does nothing else, which `make bench-lint` measures linting against.
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse", abstract: "Parse sources and do nothing else.", shouldDisplay: false)

  @Argument(help: "Files, and directories to walk.", completion: .file())
  var paths: [String] = ["."]

  @Option(help: ArgumentHelp("How many threads work; as many as there are cores.", valueName: "count"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("'--jobs' takes a number from 1 on") }
  }

  func run() throws {
    let parsed = BareParsing(paths: paths, workingDirectory: Terminal.workingDirectory, workers: jobs)
    Terminal.standardOutput.write("\(parsed.files) files, \(parsed.bytes) bytes\n")
  }
}
