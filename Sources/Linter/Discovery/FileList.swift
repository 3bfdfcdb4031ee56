/// A list of files that another program has made, such as `git diff --name-only -z`.
package enum FileList {
  /// The Swift files and the directories it names; names end with NUL bytes where there is one, else with their lines.
  ///
  /// Other files are passed over, so that whatever a commit touches can be handed on.
  /// - Throws: `Fault` where a name is no text.
  package static func paths(in bytes: [UInt8]) throws(Fault) -> [String] {
    let end = bytes.contains(0) ? 0 : UInt8(ascii: "\n")
    var paths: [String] = []
    for (index, entry) in bytes.split(separator: end, omittingEmptySubsequences: false).enumerated() {
      var name = entry
      if end != 0, name.last == UInt8(ascii: "\r") { name.removeLast() }
      if name.isEmpty { continue }
      guard let path = String(validating: name, as: UTF8.self) else { throw Fault(entry: index + 1) }
      let isDirectory = (try? FileStatus(of: path).kind) == .directory
      if isDirectory || path.hasSuffix(".swift") { paths.append(path) }
    }
    return paths
  }

  package struct Fault: Error, Hashable, Sendable {
    /// Counted from 1.
    package var entry: Int
  }
}
