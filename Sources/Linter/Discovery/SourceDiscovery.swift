/// Finds the Swift files that paths lead to, each of them once.
///
/// A directory is walked, a file is taken as given. A walk leaves out what tools have built or fetched. It does not
/// follow a symbolic link to a directory: what lies inside the tree is met under its own name, and what lies outside
/// does not belong to it. A link to a file is followed where the file lies inside the tree.
struct SourceDiscovery {
  /// Directories of build products, fetched code and version control, in which no walk looks.
  static let leftOut: Set<String> = [
    ".build", ".git", ".hg", ".svn", ".swiftpm", "Carthage", "DerivedData", "Pods", "node_modules",
  ]

  private let workingDirectory: String
  private let canonicalWorkingDirectory: String
  /// By canonical path; of two ways to a file, the one without a link counts.
  private var found: [String: (path: SourcePath, isLink: Bool)] = [:]
  private(set) var problems: [LintProblem] = []

  /// - Parameter workingDirectory: Absolute.
  init(workingDirectory: String) {
    self.workingDirectory = workingDirectory
    canonicalWorkingDirectory = (try? canonicalPath(workingDirectory)) ?? workingDirectory
  }

  /// All that was found, sorted by path.
  var files: [SourcePath] {
    found.values.map(\.path).sorted { PathText.precedes($0.shown, $1.shown) }
  }

  /// Adds what a path that somebody named leads to.
  mutating func add(_ named: String) {
    guard let place = locate(named) else { return }
    switch place.status.kind {
    case .directory:
      walk(place.canonical, shown: place.shown)
    case .file:
      insert(
        SourcePath(shown: place.shown, canonical: place.canonical, size: place.status.size),
        isLink: place.isLink)
    case .link, .other:
      problems.append(LintProblem(path: place.shown, .notAFile))
    }
  }

  /// What a path that somebody named is, and how it is shown.
  private mutating func locate(
    _ named: String
  ) -> (shown: String, canonical: String, status: FileStatus, isLink: Bool)? {
    let spelled = named.hasPrefix("/") ? named : workingDirectory + "/" + named
    do {
      let status = try FileStatus(of: spelled)
      let isLink = try FileStatus(of: spelled, followingLinks: false).kind == .link
      let canonical = try canonicalPath(spelled)
      return (shown(named, canonical: canonical, status: status), canonical, status, isLink)
    } catch {
      problems.append(problem(error, at: spelled, shown: named.isEmpty ? "''" : named))
      return nil
    }
  }

  /// The named path as text where that leads to the same place, without links otherwise (`link/../A.swift`).
  private func shown(_ named: String, canonical: String, status: FileStatus) -> String {
    let text = PathText.absolute(named, in: workingDirectory)
    if PathText.isInside(text, workingDirectory), let there = try? FileStatus(of: text),
      there.isSame(as: status)
    {
      return PathText.relative(text, to: workingDirectory)
    }
    return PathText.relative(canonical, to: canonicalWorkingDirectory)
  }

  private mutating func walk(_ root: String, shown rootShown: String) {
    var pending = [(path: root, shown: rootShown)]
    while let directory = pending.popLast() {
      let names: [DirectoryEntry]
      do { names = try entries(ofDirectory: directory.path) } catch {
        problems.append(LintProblem(path: directory.shown, .unreadable(error)))
        continue
      }
      for entry in names {
        let text = String(decoding: entry.name, as: UTF8.self)
        let shown = directory.shown == "." ? text : Self.join(directory.shown, text)
        guard Array(text.utf8) == entry.name else {
          if text.hasSuffix(".swift") { problems.append(LintProblem(path: shown, .unreadableName)) }
          continue
        }
        let path = Self.join(directory.path, text)
        switch entry.kind ?? (try? FileStatus(of: path, followingLinks: false).kind) ?? .other {
        case .directory where !Self.leftOut.contains(text): pending.append((path, shown))
        case .file where text.hasSuffix(".swift"): addFile(path, shown: shown)
        case .link where text.hasSuffix(".swift"): addLink(path, shown: shown, inside: root)
        case .other where text.hasSuffix(".swift"): problems.append(LintProblem(path: shown, .notAFile))
        default: break
        }
      }
    }
  }

  private mutating func addFile(_ path: String, shown: String) {
    do {
      let status = try FileStatus(of: path)
      insert(SourcePath(shown: shown, canonical: path, size: status.size), isLink: false)
    } catch {
      problems.append(LintProblem(path: shown, .unreadable(error)))
    }
  }

  private mutating func addLink(_ path: String, shown: String, inside root: String) {
    do {
      let status = try FileStatus(of: path)
      let target = try canonicalPath(path)
      guard status.kind == .file, PathText.isInside(target, root) else { return }
      insert(SourcePath(shown: shown, canonical: target, size: status.size), isLink: true)
    } catch {
      problems.append(problem(error, at: path, shown: shown))
    }
  }

  private mutating func insert(_ path: SourcePath, isLink: Bool) {
    if let known = found[path.canonical] {
      let isBetter =
        known.isLink == isLink ? PathText.precedes(path.shown, known.path.shown) : known.isLink
      guard isBetter else { return }
    }
    found[path.canonical] = (path, isLink)
  }

  private func problem(_ error: SystemError, at path: String, shown: String) -> LintProblem {
    let isLink = (try? FileStatus(of: path, followingLinks: false).kind) == .link
    if error.isMissing { return LintProblem(path: shown, isLink ? .brokenLink : .missing) }
    if error.isLinkCycle { return LintProblem(path: shown, .linkCycle) }
    return LintProblem(path: shown, .unreadable(error))
  }

  private static func join(_ directory: String, _ name: String) -> String {
    directory.hasSuffix("/") ? directory + name : directory + "/" + name
  }
}
