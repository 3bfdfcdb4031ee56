#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// Finds the rules file of a project.
package enum RulesFileSearch {
  package static let fileName = ".recache.yml"

  /// The `.recache.yml` in `path`'s directory or the nearest one above it; `nil` where there is none.
  ///
  /// What is found counts even if it cannot be read, so that a broken link is an error and not passed over. The
  /// answer is relative to the working directory where it lies under that.
  package static func nearest(to path: String) -> String? {
    guard var directory = realPath(path) else { return nil }
    if !isDirectory(directory) { directory = parent(of: directory) }
    while true {
      let candidate = directory == "/" ? "/\(fileName)" : "\(directory)/\(fileName)"
      var facts = stat()
      if lstat(candidate, &facts) == 0 { return shortened(candidate) }
      if directory == "/" { return nil }
      directory = parent(of: directory)
    }
  }

  private static func shortened(_ path: String) -> String {
    guard let current = realPath("."), current != "/" else { return path }
    return path.hasPrefix(current + "/") ? String(path.dropFirst(current.count + 1)) : path
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  private static func isDirectory(_ path: String) -> Bool {
    var facts = stat()
    return stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
