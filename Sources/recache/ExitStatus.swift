import ArgumentParser
import Linter
import Rules

/// How the program ends; the one place that decides it.
enum ExitStatus {
  static let clean: Int32 = 0
  static let findings: Int32 = 1
  static let incomplete: Int32 = 2

  static func of(_ outcome: LintReport.Outcome) -> ExitCode {
    switch outcome {
    case .clean: ExitCode(clean)
    case .findings: ExitCode(findings)
    case .incomplete: ExitCode(incomplete)
    }
  }

  /// Says what is to be said about an error and ends the program: 2 for work that could not be done, 64 for usage.
  static func end(after error: any Error) -> Never {
    switch error {
    case let error as RulesFileError:
      Terminal.standardError.write("\(error)\n")
      Recache.exit(withError: ExitCode(incomplete))
    case let error as UnusableCacheDirectory:
      Terminal.standardError.write("\(error)\n")
      Recache.exit(withError: ExitCode(incomplete))
    case let error as UnusableCacheServer:
      Terminal.standardError.write("\(error)\n")
      Recache.exit(withError: ExitCode(incomplete))
    case let error as ReportMergeError:
      Terminal.standardError.write("\(error)\n")
      Recache.exit(withError: ExitCode(incomplete))
    case let error as UnreadableInput:
      Terminal.standardError.write("\(error)\n")
      Recache.exit(withError: ExitCode(incomplete))
    case let error as GitError:
      Terminal.standardError.write("\(error)\n")
      Recache.exit(withError: ExitCode(incomplete))
    case let error as ConflictingRulesFiles:
      Terminal.standardError.write("\(error)\n")
      Recache.exit(withError: ExitCode(incomplete))
    default:
      Recache.exit(withError: error)
    }
  }
}
