import Foundation

/// A git repository in a directory of its own, deaf to the settings of whoever runs the tests.
final class GitTree: Sendable {
  let tree: TemporaryTree

  init(_ files: [String: String] = [:]) throws {
    tree = try TemporaryTree(files)
    try git("init", "-q", "-b", "main")
    try commit()
  }

  var path: String { tree.path }

  @discardableResult
  func git(_ arguments: String...) throws -> String {
    let settings = ["user.name=T", "user.email=t@example.org", "commit.gpgsign=false", "core.autocrlf=false"]
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git"] + settings.flatMap { ["-c", $0] } + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
      .merging(["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"]) { _, new in new }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(output: output) }
    return output
  }

  struct Failure: Error { var output: String }

  func commit() throws {
    try git("add", "-A")
    try git("commit", "-q", "--allow-empty", "-m", "step")
  }
}
