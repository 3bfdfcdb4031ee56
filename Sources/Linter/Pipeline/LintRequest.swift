package import Rules

/// What is to be looked at, and for what.
package struct LintRequest: Sendable {
  /// Files and directories, relative to the working directory or absolute.
  package var paths: [String]
  /// What an editor has not saved yet; it stands for the file of that path, which need not exist.
  package var unsaved: (path: String, bytes: [UInt8])?
  /// Absolute; what reported paths are relative to.
  package var workingDirectory: String
  package var configuration: Configuration
  package var rules: [any Rule.Type]
  /// Patterns as in `.gitignore` of what a walk leaves out, each list with the folder that it is relative to.
  package var exclude: [(folder: String, patterns: [String])] = []
  /// The share of the files that is reported; decisions rest on the declarations of all of them.
  package var shard = Shard.whole
  /// What earlier runs have found out, and later ones will.
  package var cache: ResultCache?
  /// Whether files that no finding can rest on are left unparsed; the findings are the same.
  package var isPrefiltered = true
  /// How many threads parse and look; as many as there are cores where it is `nil`.
  package var workers: Int?
  /// Told of every file that was parsed, from any thread.
  package var progress: (@Sendable (LintProgress) -> Void)?

  package init(
    paths: [String], workingDirectory: String, configuration: Configuration,
    rules: [any Rule.Type] = Registry.rules, workers: Int? = nil,
    progress: (@Sendable (LintProgress) -> Void)? = nil
  ) {
    self.paths = paths
    self.workingDirectory = workingDirectory
    self.configuration = configuration
    self.rules = rules
    self.workers = workers
    self.progress = progress
  }
}

extension LintRequest {
  /// Whether a text is a pattern as in `.gitignore`.
  package static func isPattern(_ text: String) -> Bool { IgnorePattern(line: text.utf8) != nil }

  /// What is not saved yet, by the path as it is reported.
  package var unsavedByPath: [String: [UInt8]] {
    guard let unsaved else { return [:] }
    let path = SourceDiscovery(workingDirectory: workingDirectory).path(
      ofUnsaved: unsaved.path, unsaved.bytes)
    return [path.shown: unsaved.bytes]
  }

  /// What walks leave out.
  var exclusions: IgnoreFiles {
    IgnoreFiles(
      exclude.compactMap { folder, patterns in
        let folder = (try? canonicalPath(folder)) ?? folder
        return IgnoreFile(patterns.compactMap { IgnorePattern(line: $0.utf8) }, in: folder)
      })
  }
}

/// How far a run has come.
package struct LintProgress: Hashable, Sendable {
  package var done: Int
  package var total: Int
}
