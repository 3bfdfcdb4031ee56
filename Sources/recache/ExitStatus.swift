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
    endAfterLoss()
    switch error {
    case is RulesFileError, is ConflictingRulesFiles, is UnusableCacheDirectory, is UnusableCacheServer,
      is ReportMergeError, is UnreadableInput, is GitError:
      Terminal.standardError.write("\(error)\n")
      Recache.exit(withError: ExitCode(incomplete))
    default:
      // Only the parser's own errors and statuses mean what they say; 1 would be "findings".
      guard !(error is ExitCode), Recache.exitCode(for: error) == .failure else {
        Recache.exit(withError: error)
      }
      Terminal.standardError.write("error: \(error)\n")
      Recache.exit(withError: ExitCode(incomplete))
    }
  }

  /// Ends the program where a part of its output was lost: half a report must not pass for one.
  static func endAfterLoss() {
    guard let error = Terminal.lossOfOutput else { return }
    Terminal.standardError.write("error: standard output cannot be written: \(error.text)\n")
    Recache.exit(withError: ExitCode(incomplete))
  }
}
