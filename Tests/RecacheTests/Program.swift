import Foundation

/// The built program, which lies beside the test bundle.
enum Program {
  struct Run { var status: Int32, output: String, errors: String }

  static var path: String {
    get throws {
      var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent()
      #if os(macOS)
      if let bundle = Bundle.allBundles.first(where: { $0.bundlePath.hasSuffix(".xctest") }) {
        folder = bundle.bundleURL.deletingLastPathComponent()
      }
      #endif
      let program = folder.appendingPathComponent("recache").path
      guard FileManager.default.isExecutableFile(atPath: program) else { throw Missing(path: program) }
      return program
    }
  }

  struct Missing: Error { var path: String }

  /// Runs it in a directory; the streams go through files, so that neither can fill up.
  ///
  /// - Parameters:
  ///   - output: What it writes to instead of a file that is read afterwards.
  ///   - program: Another program, such as one that starts this one in a way of its own.
  static func run(
    _ arguments: [String], in directory: String, environment: [String: String] = [:], input: String? = nil,
    output: String? = nil, program: String? = nil
  ) throws -> Run {
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent(
      "recache-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let files = ["output", "errors"].map { scratch.appendingPathComponent($0) }
    for file in files { try Data().write(to: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try program ?? path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    if let input {
      let file = scratch.appendingPathComponent("input")
      try Data(input.utf8).write(to: file)
      process.standardInput = try FileHandle(forReadingFrom: file)
    }
    process.standardOutput = try FileHandle(forWritingTo: output.map { URL(fileURLWithPath: $0) } ?? files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Run(status: process.terminationStatus, output: texts[0], errors: texts[1])
  }
}
