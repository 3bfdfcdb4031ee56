/// Finds the Swift files that paths lead to, each of them once.
///
/// A directory is walked, a file is taken as given. A walk leaves out what tools have built or fetched. It does not
/// follow a symbolic link to a directory: what lies inside the tree is met under its own name, and what lies outside
/// does not belong to it. A link to a file is followed where the file lies inside the tree. What `.gitignore` files say
/// holds for what is met on the way, and never for what somebody has named.
struct SourceDiscovery {
  /// Directories of build products, fetched code and version control, in which no walk looks.
  static let leftOut: Set<String> = [
    ".build", ".git", ".hg", ".svn", ".swiftpm", "Carthage", "DerivedData", "Pods", "node_modules",
  ]

  private static let leftOutNames: Set<[UInt8]> = Set(leftOut.map { Array($0.utf8) })

  private let workingDirectory: String
  private let canonicalWorkingDirectory: String
  /// By canonical path; of two ways to a file, the one without a link counts.
  private var found: [String: (path: SourcePath, isLink: Bool)] = [:]
  private(set) var problems: [LintProblem] = []
  /// What the rules file and the command line leave out.
  private let excluded: IgnoreFiles

  /// - Parameters:
  ///   - workingDirectory: Absolute.
  ///   - excluded: Left out of walks beside what `.gitignore` files say.
  init(workingDirectory: String, excluding excluded: IgnoreFiles = IgnoreFiles()) {
    self.workingDirectory = workingDirectory
    self.excluded = excluded
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
        SourcePath(shown: place.shown, canonical: place.canonical), isLink: place.isLink)
    case .link, .other:
      problems.append(LintProblem(path: place.shown, .notAFile))
    }
  }

  /// Adds a file by what an editor has not saved yet; on disk there need be none.
  mutating func add(unsaved named: String, _ bytes: [UInt8]) {
    insert(path(ofUnsaved: named, bytes), isLink: false)
  }

  func path(ofUnsaved named: String, _ bytes: [UInt8]) -> SourcePath {
    let spelled = PathText.absolute(named, in: canonicalWorkingDirectory)
    let folder = PathText.parent(of: spelled)
    let canonical =
      (try? canonicalPath(spelled))
      ?? Self.join((try? canonicalPath(folder)) ?? folder, String(PathText.name(of: spelled)))
    return SourcePath(
      shown: PathText.relative(canonical, to: canonicalWorkingDirectory), canonical: canonical,
      unsaved: bytes)
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

  /// A folder on the way, with the ignore files that hold in it.
  private struct Place {
    var path: String
    var shown: String
    var ignored: IgnoreFiles
  }

  private mutating func walk(_ root: String, shown: String) {
    var pending = [Place(path: root, shown: shown, ignored: IgnoreFiles.around(root))]
    while let place = pending.popLast() {
      do {
        let entries = try entries(ofDirectory: place.path, where: Self.mayMatter)
        pending += visit(entries, in: place, root: root)
      } catch {
        problems.append(LintProblem(path: place.shown, .unreadable(error)))
      }
    }
  }

  /// Whether a name can be a folder to enter, a source or an ignore file.
  private static func mayMatter(_ name: UnsafeRawBufferPointer, _ kind: FileStatus.Kind?) -> Bool {
    if kind == .directory { return true }
    if kind == nil { return true }
    return isSwift(name) || name.elementsEqual(".gitignore".utf8)
  }

  private static func isSwift(_ name: some BidirectionalCollection<UInt8>) -> Bool {
    name.count >= 6 && name.suffix(6).elementsEqual(".swift".utf8)
  }

  /// Takes in the sources of one folder.
  /// - Returns: The folders in it.
  private mutating func visit(_ entries: [DirectoryEntry], in place: Place, root: String) -> [Place] {
    var ignored = place.ignored
    if entries.contains(where: { $0.name.elementsEqual(".gitignore".utf8) }) {
      ignored = ignored.adding(IgnoreFiles.read(Self.join(place.path, ".gitignore"), in: place.path))
    }
    var folders: [Place] = []
    for entry in entries {
      let isSwift = Self.isSwift(entry.name)
      guard isSwift || entry.kind == nil || entry.kind == .directory else { continue }
      let text = String(decoding: entry.name, as: UTF8.self)
      let shown = place.shown == "." ? text : Self.join(place.shown, text)
      guard text.utf8.elementsEqual(entry.name) else {
        if isSwift { problems.append(LintProblem(path: shown, .unreadableName)) }
        continue
      }
      let path = Self.join(place.path, text)
      let kind = entry.kind ?? (try? FileStatus(of: path, followingLinks: false).kind) ?? .other
      if !ignored.isEmpty || !excluded.isEmpty {
        let bytes = Array(path.utf8)
        let isFolder = kind == .directory
        if ignored.ignores(bytes, isDirectory: isFolder) || excluded.ignores(bytes, isDirectory: isFolder) {
          continue
        }
      }
      switch kind {
      case .directory where !Self.leftOutNames.contains(entry.name):
        folders.append(Place(path: path, shown: shown, ignored: ignored))
      case .file where isSwift: insert(SourcePath(shown: shown, canonical: path), isLink: false)
      case .link where isSwift: addLink(path, shown: shown, inside: root)
      case .other where isSwift: problems.append(LintProblem(path: shown, .notAFile))
      default: break
      }
    }
    return folders
  }

  private mutating func addLink(_ path: String, shown: String, inside root: String) {
    do {
      let status = try FileStatus(of: path)
      let target = try canonicalPath(path)
      guard status.kind == .file, PathText.isInside(target, root) else { return }
      insert(SourcePath(shown: shown, canonical: target), isLink: true)
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
