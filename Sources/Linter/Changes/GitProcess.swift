import Foundation

/// One run of git: what it prints as bytes, however much it is, apart from what it complains about.
enum GitProcess {
  struct Result {
    /// `nil` where a signal ended it.
    var status: Int32?
    var output: [UInt8]
    var errors: [UInt8]
  }

  /// - Parameters:
  ///   - environment: Added to this process's own.
  ///   - input: Standard input; it goes through a file, as standard error does, so that no pipe can fill up.
  /// - Returns: `nil` where there is no git on the search path.
  static func run(
    _ arguments: [String], environment: [String: String], input: [UInt8] = []
  ) throws -> Result? {
    guard let path = find() else { return nil }
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent(
      "recache-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let (inputFile, errorFile) = (
      scratch.appendingPathComponent("input"), scratch.appendingPathComponent("errors")
    )
    try Data(input).write(to: inputFile)
    try Data().write(to: errorFile)

    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errorFile)
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Result(
      status: process.terminationReason == .exit ? process.terminationStatus : nil,
      output: Array(bytes), errors: Array(try Data(contentsOf: errorFile)))
  }

  private static func find() -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return folders.split(separator: ":").map { "\($0)/git" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
