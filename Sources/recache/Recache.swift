import ArgumentParser

/// The program: it reads its arguments, runs a subcommand, and ends with the status that came of it.
@main
struct Recache: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recache",
    abstract: "Move a Swift code base off a catch-all cache API.",
    discussion: """
      Finds every use of the catch-all cache, says whether it is data or a resource, and rewrites it when asked.

      EXAMPLES
        recache Sources                      lint a directory; 'lint' is the default
        recache lint --format json .         the same for programs
        recache fix --diff . | git apply     look at the fixes, or hand them to git
        recache fix --unsafe Sources         apply those too that a person should look at
        recache rules legacy-cache           explain a rule with its examples
        recache cache list                   what cached functions keep on disk

      EXIT STATUS
        0   nothing was found
        1   there are findings
        2   the work could not be done: a bad rules file, a file that cannot be read or written
        64  the command line is wrong
      """,
    version: Version.text,
    subcommands: [
      LintCommand.self, FixCommand.self, MergeCommand.self, ProbeCommand.self, RulesCommand.self,
      CacheCommand.self, ParseCommand.self,
    ],
    defaultSubcommand: LintCommand.self)

  static func main() {
    Terminal.outliveClosedPipes()
    do {
      var command = try parseAsRoot()
      try command.run()
      ExitStatus.endAfterLoss()
    } catch {
      ExitStatus.end(after: error)
    }
  }
}
