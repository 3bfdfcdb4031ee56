#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A file to lint, by the two names it has.
struct SourcePath: Hashable, Sendable {
  /// As it is reported: relative to the working directory, with `/` between its parts.
  var shown: String
  /// Absolute and without symbolic links: what it is opened by, and known by when it is met twice.
  var canonical: String
  /// What stands for the contents on disk, because an editor has not saved it yet.
  var unsaved: [UInt8]?
}

/// How reports show a path that somebody wrote, for comparing the two.
package func shownPath(_ path: String, from workingDirectory: String) -> String {
  PathText.relative(PathText.absolute(path, in: workingDirectory), to: workingDirectory)
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

  static func join(_ directory: String, _ name: String) -> String {
    directory.hasSuffix("/") ? directory + name : directory + "/" + name
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
    let order = left.utf8.withContiguousStorageIfAvailable { left in
      right.utf8.withContiguousStorageIfAvailable { right -> Bool? in
        let common = min(left.count, right.count)
        guard let left = left.baseAddress, let right = right.baseAddress, common > 0 else { return nil }
        let order = memcmp(left, right, common)
        return order == 0 ? nil : order < 0
      }
    }
    return ((order ?? nil) ?? nil) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
