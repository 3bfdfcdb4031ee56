import Foundation

/// The compiler of the toolchain at hand, asked in a directory of its own.
enum Compiler {
  struct Answer {
    var errors: [(line: Int, message: String)]
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
    var errors: [(line: Int, message: String)] = []
    for line in text.split(separator: "\n") {
      guard let range = line.range(of: "Question.swift:") else { continue }
      let parts = line[range.upperBound...].split(separator: ":", maxSplits: 2)
      guard parts.count == 3, let number = Int(parts[0]), parts[2].hasPrefix(" error: ") else { continue }
      errors.append((number, String(parts[2].dropFirst(8))))
    }
    return Answer(errors: errors, text: text)
  }

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
