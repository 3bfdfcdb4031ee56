import Foundation

/// The compiler of the toolchain at hand, asked in a directory of its own.
enum Compiler {
  struct Answer {
    var errors: [(line: Int, message: String)]
    var warnings: [(line: Int, message: String)]
    var text: String
  }

  /// Type-checks one source and gives its errors by line.
  static func typecheck(_ source: String, arguments: [String] = []) throws -> Answer {
    let directory = FileManager.default.temporaryDirectory.appending(path: "recache-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let file = directory.appending(path: "Question.swift")
    try Data(source.utf8).write(to: file)
    let text = try run(["swiftc", "-typecheck", "-swift-version", "6"] + arguments + [file.path]).errors
    func said(_ severity: String) -> [(line: Int, message: String)] {
      text.split(separator: "\n").compactMap { line in
        guard let range = line.range(of: "Question.swift:") else { return nil }
        let parts = line[range.upperBound...].split(separator: ":", maxSplits: 2)
        let prefix = " \(severity): "
        guard parts.count == 3, let number = Int(parts[0]), parts[2].hasPrefix(prefix) else { return nil }
        return (number, String(parts[2].dropFirst(prefix.count)))
      }
    }
    return Answer(errors: said("error"), warnings: said("warning"), text: text)
  }

  /// Where the build put its modules and programs.
  static let products: URL = {
    let folder = (Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0]))
      .resolvingSymlinksInPath().deletingLastPathComponent()
    return FileManager.default.fileExists(atPath: folder.appending(path: "Modules").path)
      ? folder : ToolchainFactsTests.root.appending(path: ".build/debug")
  }()

  /// What a source needs to use the built `CacheRuntime` and its macros.
  static let runtimeArguments: [String] = {
    [
      "-parse-as-library", "-I", products.appending(path: "Modules").path,
      // The module of the system's SQLite, which the compiler reads because the cache's own module was made with it.
      "-I",
      ToolchainFactsTests.root.appending(path: ".build/checkouts/GRDB.swift/Sources/GRDBSQLite").path,
      // That of libhiredis, for the same reason, where the trait 'SharedStore' is on.
      "-I", ToolchainFactsTests.root.appending(path: "Sources/CHiredis").path,
      "-load-plugin-executable", products.appending(path: "CacheMacros-tool").path + "#CacheMacros",
    ]
  }()

  static func run(_ command: [String]) throws -> (output: String, errors: String, status: Int32) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    let directory = FileManager.default.temporaryDirectory
    let names = (0..<2).map { _ in directory.appending(path: UUID().uuidString) }
    defer { names.forEach { try? FileManager.default.removeItem(at: $0) } }
    // Files rather than pipes, which would block when they are full.
    let handles = try names.map { name in
      try Data().write(to: name)
      return try FileHandle(forWritingTo: name)
    }
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    try process.run()
    process.waitUntilExit()
    let texts = try names.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return (texts[0], texts[1], process.terminationStatus)
  }
}
