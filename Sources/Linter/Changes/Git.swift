#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Asks git about one repository; nothing is written, no lock is taken.
struct Git {
  /// The folder with the work tree, without symbolic links.
  let root: String

  /// - Parameter directory: Any folder in the work tree.
  init(around directory: String) throws(GitError) {
    let result = try Self.run(in: directory, ["rev-parse", "--show-toplevel"])
    guard result.ending == .exited(0) else {
      let message = Self.message(result)
      if message.contains("not a git repository") { throw .notARepository(path: directory) }
      throw .failed(command: "rev-parse", message: message)
    }
    let top = String(decoding: result.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    root = (try? canonicalPath(top)) ?? top
  }

  /// The commit that a name means.
  func commit(_ name: String) throws(GitError) -> String {
    // No revision begins so, and git must not take it for an option.
    guard !name.isEmpty, !name.hasPrefix("-"), !name.contains("\0") else { throw .notARevision(name) }
    let result = try Self.run(in: root, ["rev-parse", "--verify", "--quiet", name + "^{commit}"])
    let commit = String(decoding: result.output.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    guard result.ending == .exited(0), !commit.isEmpty else {
      let shallow = try Self.run(in: root, ["rev-parse", "--is-shallow-repository"])
      throw .unknownRevision(name, isShallow: shallow.output.starts(with: "true".utf8))
    }
    return commit
  }

  /// A file that is not what it was.
  struct Change: Hashable {
    /// From the root on.
    var path: String
    /// Names its old contents; `nil` where it had none.
    var before: String?
  }

  /// The files of the work tree that differ from a commit, without those that are gone; a renamed one has its old
  /// contents.
  func changes(since commit: String) throws(GitError) -> [Change] {
    let arguments = [
      "diff", "--raw", "-z", "--no-abbrev", "-M", "--no-ext-diff", "--ignore-submodules", commit,
    ]
    let fields = try output(arguments + ["--"]).split(separator: 0, omittingEmptySubsequences: false)
    var changes: [Change] = []
    var index = 0
    // ':old-mode new-mode old-name new-name status', then the path; after a rename both paths.
    while index + 1 < fields.count {
      let head = fields[index].split(separator: UInt8(ascii: " "))
      guard head.count == 5, let status = head[4].first else {
        throw .failed(command: "diff", message: "its answer is not understood")
      }
      let isMoved = status == UInt8(ascii: "R") || status == UInt8(ascii: "C")
      let place = index + (isMoved ? 2 : 1)
      guard place < fields.count else { break }
      index = place + 1
      if status == UInt8(ascii: "D") { continue }
      let hasBefore = head[2].contains { $0 != UInt8(ascii: "0") }
      changes.append(
        Change(
          path: String(decoding: fields[place], as: UTF8.self),
          before: hasBefore ? String(decoding: head[2], as: UTF8.self) : nil))
    }
    return changes
  }

  /// The paths in the index, from the root on; those of submodules apart.
  func tracked() throws(GitError) -> (files: Set<String>, submodules: [String]) {
    var tracked: (files: Set<String>, submodules: [String]) = ([], [])
    // 'mode name stage', a tab, the path.
    for entry in try output(["ls-files", "-s", "-z", "--full-name"]).split(separator: 0) {
      guard let tab = entry.firstIndex(of: UInt8(ascii: "\t")) else { continue }
      let path = String(decoding: entry[(tab + 1)...], as: UTF8.self)
      if entry.starts(with: "160000 ".utf8) {
        if tracked.submodules.last != path { tracked.submodules.append(path) }
      } else {
        tracked.files.insert(path)
      }
    }
    return tracked
  }

  /// The commit of a submodule that a commit of this repository has; `nil` where it has none.
  func commit(ofSubmodule path: String, in commit: String) throws(GitError) -> String? {
    // 'mode commit name', a tab, the path.
    let words = try output(["ls-tree", "-z", commit, "--", ":(top,literal)" + path]).split(
      separator: UInt8(ascii: " "))
    guard words.count >= 3, words[1].elementsEqual("commit".utf8) else { return nil }
    return String(decoding: words[2].prefix { $0 != UInt8(ascii: "\t") }, as: UTF8.self)
  }

  /// What the object store calls the contents that the index has for a path.
  func name(of path: String) throws(GitError) -> String {
    let bytes = try output(["rev-parse", "--verify", ":" + path])
    return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// The contents of files by their names in the object store.
  func contents(_ names: [String]) throws(GitError) -> [String: [UInt8]] {
    guard !names.isEmpty else { return [:] }
    let input = names.map { $0 + "\n" }.joined()
    let bytes = try output(["cat-file", "--batch"], input: Array(input.utf8))
    var contents: [String: [UInt8]] = [:]
    var offset = 0
    for name in names {
      // '<name> blob <size>', a line feed, the bytes, a line feed.
      let head = bytes[offset...].prefix { $0 != UInt8(ascii: "\n") }
      let words = head.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
      guard words.count == 3, let size = Int(words[2]), size >= 0, head.endIndex + 1 + size <= bytes.count
      else {
        throw .failed(command: "cat-file", message: "the old contents of a file are not at hand ('\(name)')")
      }
      let start = head.endIndex + 1
      contents[name] = Array(bytes[start..<(start + size)])
      offset = min(bytes.count, start + size + 1)
    }
    return contents
  }

  private func output(_ arguments: [String], input: [UInt8] = []) throws(GitError) -> [UInt8] {
    let result = try Self.run(in: root, arguments, input: input)
    guard result.ending == .exited(0) else {
      throw .failed(command: arguments.first ?? "", message: Self.message(result))
    }
    return result.output
  }

  private static func run(
    in directory: String, _ arguments: [String], input: [UInt8] = []
  ) throws(GitError) -> ChildProcess {
    do {
      return try ChildProcess.run(
        "git", ["-C", directory] + arguments, input: input, environment: environment, errors: .apart,
        outputLimit: .max)
    } catch {
      // Without input nothing is opened but the program.
      if error.isMissing, input.isEmpty { throw .notInstalled }
      throw .failed(command: arguments.first ?? "", message: error.text)
    }
  }

  private static var environment: [String: String?] {
    var environment: [String: String?] = ["LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"]
    // A hook in a work tree beside the main one is told the repository alone; git would then take any folder for the root.
    if getenv("GIT_WORK_TREE") == nil {
      for name in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX"] { environment[name] = .some(nil) }
    }
    return environment
  }

  /// The first line of what git said.
  private static func message(_ result: ChildProcess) -> String {
    let line = String(decoding: result.errors.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return line.hasPrefix("fatal: ") ? String(line.dropFirst(7)) : line
  }
}
