/// Why git could not say what has changed.
package enum GitError: Error, Hashable, Sendable, CustomStringConvertible {
  case notInstalled
  case notARepository(path: String)
  case notARevision(String)
  case unknownRevision(String, isShallow: Bool)
  case outside(path: String, repository: String)
  case failed(command: String, message: String)

  package var description: String {
    switch self {
    case .notInstalled:
      "error: '--since' asks git, and there is no 'git' on the search path"
    case .notARepository(let path):
      "error: '--since' asks git, and '\(path)' is not in a git repository"
    case .notARevision(let name):
      "error: '\(name)' is not a revision; name a commit, a branch or a tag"
    case .unknownRevision(let name, isShallow: true):
      "error: git knows no revision '\(name)' here; the clone is shallow, so fetch more of its history"
    case .unknownRevision(let name, isShallow: false):
      "error: git knows no revision '\(name)' here"
    case .outside(let path, let repository):
      "error: '\(path)' is not in the repository '\(repository)' that '--since' is about"
    case .failed(let command, let message):
      "error: 'git \(command)' failed: \(message)"
    }
  }
}
