import Foundation

/// The worker program, which lies beside the test bundle.
struct CacheWorker {
  struct Run: Equatable { var status: Int32, output: [String] }

  struct Missing: Error { var path: String }

  private static var url: URL {
    get throws {
      var folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent()
      #if os(macOS)
      if let bundle = Bundle.allBundles.first(where: { $0.bundlePath.hasSuffix(".xctest") }) {
        folder = bundle.bundleURL.deletingLastPathComponent()
      }
      #endif
      let program = folder.appending(path: "CacheWorker")
      guard FileManager.default.isExecutableFile(atPath: program.path()) else {
        throw Missing(path: program.path())
      }
      return program
    }
  }

  private let process = Process()
  private let output = Pipe()

  /// Starts it.
  init(_ arguments: String..., environment: [String: String] = [:]) throws {
    process.executableURL = try Self.url
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  /// Its first line, when it has written that.
  func firstLine() throws -> String {
    var line: [UInt8] = []
    while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != UInt8(ascii: "\n") {
      line.append(byte)
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// Kills it as nobody can prevent, and returns when it is gone.
  func kill() { Self.kill([self]) }

  /// Kills all of them before it waits for the first.
  ///
  /// The end of a process is seen by a socket that closes, and one that was started beside it may hold that open.
  ///
  /// - Returns: the status that each had ended with before, if it had.
  @discardableResult static func kill(_ workers: [CacheWorker]) -> [Int32?] {
    for worker in workers { Foundation.kill(worker.process.processIdentifier, SIGKILL) }
    return workers.map { worker in
      worker.process.waitUntilExit()
      return worker.process.terminationReason == .exit ? worker.process.terminationStatus : nil
    }
  }

  /// What it has printed, when it has ended.
  func end() throws -> Run {
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return Run(status: process.terminationStatus, output: text.split(separator: "\n").map(String.init))
  }
}

/// A folder of its own that goes with its last reference.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let place = FileManager.default.temporaryDirectory.appending(path: "cache-store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    path = place.resolvingSymlinksInPath().path()
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The files in it by their paths, folders left out.
  var files: [String] {
    let all = FileManager.default.enumerator(atPath: path)
    return (all?.compactMap { $0 as? String } ?? []).filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(path)/\($0)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }
    .sorted()
  }

  func mode(_ name: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")[.posixPermissions] as? Int ?? -1
  }
}
