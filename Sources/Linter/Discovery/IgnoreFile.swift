import Rules

/// The patterns of one ignore file, which hold for all that lies under its folder.
struct IgnoreFile: Sendable {
  /// The folder, absolute, with a `/` at its end.
  private let folder: [UInt8]
  private let patterns: [IgnorePattern]

  /// `nil` where there is no pattern in it.
  init?(_ bytes: some Sequence<UInt8>, in folder: String) {
    let text = Array(bytes)
    let start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let lines = text[start...].split(separator: UInt8(ascii: "\n"))
    self.init(lines.compactMap { IgnorePattern(line: $0) }, in: folder)
  }

  init?(_ patterns: [IgnorePattern], in folder: String) {
    guard !patterns.isEmpty else { return nil }
    self.patterns = patterns
    self.folder = Array((folder.hasSuffix("/") ? folder : folder + "/").utf8)
  }

  /// What the last pattern that matches says; `nil` where none does.
  /// - Parameter path: Absolute.
  func ignores(_ path: [UInt8], isDirectory: Bool) -> Bool? {
    guard path.count > folder.count, path.starts(with: folder) else { return nil }
    let relative = path[folder.count...]
    return patterns.last { $0.matches(relative, isDirectory: isDirectory) }.map { !$0.isNegated }
  }
}

/// The ignore files that hold for a folder, the outermost first.
struct IgnoreFiles: Sendable {
  private(set) var files: [IgnoreFile] = []

  init(_ files: [IgnoreFile] = []) { self.files = files }

  var isEmpty: Bool { files.isEmpty }

  /// The innermost file that has something to say decides.
  func ignores(_ path: [UInt8], isDirectory: Bool) -> Bool {
    for file in files.reversed() {
      if let answer = file.ignores(path, isDirectory: isDirectory) { return answer }
    }
    return false
  }

  /// Whether a path or one of the folders around it is ignored; what is ignored hides all that lies in it.
  func ignoresOrHides(_ path: String, isDirectory: Bool) -> Bool {
    guard !files.isEmpty else { return false }
    let bytes = Array(path.utf8)
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "/") && offset > 0 {
      if ignores(Array(bytes[..<offset]), isDirectory: true) { return true }
    }
    return ignores(bytes, isDirectory: isDirectory)
  }

  /// With one more file, which lies deeper than the others.
  func adding(_ file: IgnoreFile?) -> IgnoreFiles {
    guard let file else { return self }
    return IgnoreFiles(files + [file])
  }

  /// What the repository around a folder says of it: the ignore files from its root down to the folder's parent.
  ///
  /// Where the folder is ignored itself, somebody has named it all the same, and nothing around it counts.
  static func around(_ folder: String) -> IgnoreFiles {
    guard let root = repositoryRoot(above: folder) else { return IgnoreFiles() }
    var found = IgnoreFiles().adding(read(root + "/.git/info/exclude", in: root))
    guard folder != root else { return found }
    var places = [root]
    let below = folder.dropFirst(root == "/" ? 0 : root.count).split(separator: "/").dropLast()
    for part in below { places.append((places.last ?? root) + "/" + part) }
    for place in places { found = found.adding(read(place + "/.gitignore", in: place)) }
    return found.ignoresOrHides(folder, isDirectory: true) ? IgnoreFiles() : found
  }

  static func read(_ path: String, in folder: String) -> IgnoreFile? {
    // One that cannot be read, or that nobody wrote by hand, says nothing.
    guard let bytes = try? contents(of: path, limit: 1 << 20) else { return nil }
    return IgnoreFile(bytes, in: folder)
  }

  /// The nearest folder upward from and including `folder` that holds a `.git`.
  private static func repositoryRoot(above folder: String) -> String? {
    var place = folder
    while true {
      if (try? FileStatus(of: place + "/.git")) != nil { return place }
      if place == "/" { return nil }
      place = PathText.parent(of: place)
    }
  }
}
