/// Looks into the folders of a walk, each on its own, so that several can be looked into at once.
struct FolderWalker: Sendable {
  /// What the rules file and the command line leave out.
  let excluded: IgnoreFiles
  /// Where the walk began; links are followed to no place outside.
  let root: String

  private static let leftOut: Set<[UInt8]> = Set(SourceDiscovery.leftOut.map { Array($0.utf8) })

  /// A folder on the way, with the ignore files that hold in it.
  struct Folder: Sendable {
    var path: String
    var shown: String
    var ignored: IgnoreFiles
  }

  /// What was met in one folder.
  struct Visit: Sendable {
    var folders: [Folder] = []
    var files: [SourceDiscovery.FoundFile] = []
    var problems: [LintProblem] = []
  }

  func visit(_ folder: Folder) -> Visit {
    var visit = Visit()
    do {
      let entries = try entries(ofDirectory: folder.path, where: Self.mayMatter)
      look(at: entries, in: folder, &visit)
    } catch {
      visit.problems.append(LintProblem(path: folder.shown, .unreadable(error)))
    }
    return visit
  }

  /// Whether a name can be a folder to enter, a source or an ignore file.
  private static func mayMatter(_ name: UnsafeRawBufferPointer, _ kind: FileStatus.Kind?) -> Bool {
    kind == .directory || kind == nil || isSwift(name) || name.elementsEqual(".gitignore".utf8)
  }

  private static func isSwift(_ name: some BidirectionalCollection<UInt8>) -> Bool {
    name.count >= 6 && name.suffix(6).elementsEqual(".swift".utf8)
  }

  private func look(at entries: [DirectoryEntry], in folder: Folder, _ visit: inout Visit) {
    var ignored = folder.ignored
    if entries.contains(where: { $0.name.elementsEqual(".gitignore".utf8) }) {
      ignored = ignored.adding(IgnoreFiles.read(PathText.join(folder.path, ".gitignore"), in: folder.path))
    }
    for entry in entries {
      let isSwift = Self.isSwift(entry.name)
      guard isSwift || entry.kind == nil || entry.kind == .directory else { continue }
      let text = String(decoding: entry.name, as: UTF8.self)
      let shown = folder.shown == "." ? text : PathText.join(folder.shown, text)
      guard text.utf8.elementsEqual(entry.name) else {
        if isSwift { visit.problems.append(LintProblem(path: shown, .unreadableName)) }
        continue
      }
      let path = PathText.join(folder.path, text)
      let kind = entry.kind ?? (try? FileStatus(of: path, followingLinks: false).kind) ?? .other
      if !ignored.isEmpty || !excluded.isEmpty {
        let bytes = Array(path.utf8)
        let isFolder = kind == .directory
        if ignored.ignores(bytes, isDirectory: isFolder) || excluded.ignores(bytes, isDirectory: isFolder) {
          continue
        }
      }
      switch kind {
      case .directory where !Self.leftOut.contains(entry.name):
        visit.folders.append(Folder(path: path, shown: shown, ignored: ignored))
      case .file where isSwift:
        visit.files.append(.init(path: SourcePath(shown: shown, canonical: path), isLink: false))
      case .link where isSwift: addLink(path, shown: shown, &visit)
      case .other where isSwift: visit.problems.append(LintProblem(path: shown, .notAFile))
      default: break
      }
    }
  }

  private func addLink(_ path: String, shown: String, _ visit: inout Visit) {
    do {
      let status = try FileStatus(of: path)
      let target = try canonicalPath(path)
      guard status.kind == .file, PathText.isInside(target, root) else { return }
      visit.files.append(.init(path: SourcePath(shown: shown, canonical: target), isLink: true))
    } catch {
      visit.problems.append(.unreachable(error, at: path, shown: shown))
    }
  }
}

extension LintProblem {
  /// What somebody named, or a link leads to, cannot be reached.
  static func unreachable(_ error: SystemError, at path: String, shown: String) -> LintProblem {
    let isLink = (try? FileStatus(of: path, followingLinks: false).kind) == .link
    if error.isMissing { return LintProblem(path: shown, isLink ? .brokenLink : .missing) }
    if error.isLinkCycle { return LintProblem(path: shown, .linkCycle) }
    return LintProblem(path: shown, .unreadable(error))
  }
}
