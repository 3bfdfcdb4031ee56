import Foundation

/// A copy of an example package that goes with its last reference, and the program to try on it.
final class ExampleCopy {
  let folder: URL

  /// The repository.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Copies what `recache` looks at of an example: its sources and its rules.
  init(of example: String) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "recache-example-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let original = Self.root.appendingPathComponent("Examples").appendingPathComponent(example)
    for name in ["Package.swift", "Sources", ".recache.yml"] {
      let item = original.appendingPathComponent(name)
      guard FileManager.default.fileExists(atPath: item.path) else { continue }
      try FileManager.default.copyItem(at: item, to: folder.appendingPathComponent(name))
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The Swift files by their paths under the folder.
  func sources() throws -> [String: String] {
    var texts: [String: String] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: folder.path) ?? .init()
    where path.hasSuffix(".swift") {
      texts[path] = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }
    return texts
  }

  struct Run {
    var status: Int32
    var output: Data
  }

  /// Runs the program in the copy.
  func recache(_ arguments: String...) throws -> Run {
    try Self.run(Self.products.appendingPathComponent("recache"), arguments, in: folder)
  }

  /// Runs git in the copy, with `input` as its standard input.
  func git(_ arguments: String..., input: Data) throws -> Run {
    let patch = folder.appendingPathComponent("input.patch")
    try input.write(to: patch)
    defer { try? FileManager.default.removeItem(at: patch) }
    return try Self.run(URL(fileURLWithPath: "/usr/bin/env"), ["git"] + arguments + [patch.path], in: folder)
  }

  static func recache(_ arguments: String..., in folder: URL) throws -> Run {
    try run(products.appendingPathComponent("recache"), arguments, in: folder)
  }

  private static func run(_ program: URL, _ arguments: [String], in folder: URL) throws -> Run {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Run(status: process.terminationStatus, output: data)
  }

  /// The folder with what was built, in which the tests lie too.
  private static var products: URL {
    #if os(macOS)
    for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
      return bundle.bundleURL.deletingLastPathComponent()
    }
    #endif
    return Bundle.main.bundleURL
  }
}
