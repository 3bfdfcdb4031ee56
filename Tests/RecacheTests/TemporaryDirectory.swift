import Foundation

/// A directory of its own that goes with its last reference.
final class TemporaryDirectory: Sendable {
  let path: String

  /// - Parameter files: Contents by path.
  init(_ files: [String: String]) throws {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent(
      "recache-cli-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    path = place.resolvingSymlinksInPath().path
    for (name, text) in files {
      let file = place.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func read(_ name: String) throws -> String {
    String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: path).appendingPathComponent(name)), as: UTF8.self)
  }
}
