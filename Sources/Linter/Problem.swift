package import Rules

/// Work that was left undone; every one of them makes the exit status 2.
package struct LintProblem: Error, Hashable, Sendable {
  /// As it is reported: relative to the working directory.
  package var path: String
  /// Where in the file, if it is about a place in it.
  package var position: SourcePosition?
  package var reason: Reason

  package init(path: String, position: SourcePosition? = nil, _ reason: Reason) {
    self.path = path
    self.position = position
    self.reason = reason
  }

  package enum Reason: Error, Hashable, Sendable {
    // Finding and reading.
    case missing
    case unreadable(SystemError)
    case brokenLink
    case linkCycle
    case notAFile
    /// Its name is not UTF-8.
    case unreadableName
    case tooLarge(size: Int, limit: Int)
    case notUTF8
    case nestedTooDeeply(limit: Int)
    case bracketsInARow(limit: Int)

    // Fixing.
    /// A rule gave edits that are out of bounds, unordered or overlapping.
    case invalidFix(rule: String)
    /// The fixes of these rules undo one another.
    case fixCycle(rules: [String])
    case fixesDoNotSettle(rules: [String], rounds: Int)
    case fixBreaksSyntax(rules: [String])
    case changedOnDisk
    case readOnly
    case unwritable(SystemError)

    // Living with findings.
    /// An entry of the baseline that no finding answers to.
    case staleBaseline(rule: String, path: String, declaration: String)
    /// A baseline of some files alone would be none.
    case baselineIncomplete
    /// No comment could be placed for some findings of these rules.
    case unsuppressed(rules: [String])
  }
}
