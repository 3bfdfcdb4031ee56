/// A file to lint, by the two names it has.
struct SourcePath: Hashable, Sendable {
  /// As it is reported: relative to the working directory, with `/` between its parts.
  var shown: String
  /// Absolute and without symbolic links: what it is opened by, and known by when it is met twice.
  var canonical: String
  /// In bytes, where the discovery came to know it.
  var size: Int
}

/// Absolute paths as text.
enum PathText {
  /// `path` as seen from `directory`, without `.`, `..` and doubled slashes; no link is looked at.
  static func absolute(_ path: String, in directory: String) -> String {
    let whole = path.hasPrefix("/") ? path : directory + "/" + path
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The absolute `path` as seen from the absolute `directory`: `Sources/A.swift`, `../Other/B.swift`, `.`.
  static func relative(_ path: String, to directory: String) -> String {
    let parts = path.split(separator: "/")
    let base = directory.split(separator: "/")
    let common = zip(parts, base).prefix { $0 == $1 }.count
    let up = repeatElement("..", count: base.count - common)
    let shown = (up + parts.dropFirst(common).map(String.init)).joined(separator: "/")
    return shown.isEmpty ? "." : shown
  }

  static func isInside(_ path: String, _ directory: String) -> Bool {
    directory == "/" || path == directory || path.hasPrefix(directory + "/")
  }

  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  static func name(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
  }

  /// The order of their bytes, the same on every machine.
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
