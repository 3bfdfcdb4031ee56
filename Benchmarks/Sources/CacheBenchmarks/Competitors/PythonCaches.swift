import Foundation

/// Streamlit, functools and cachetools, measured by a script in the same run.
struct PythonCaches {
  /// Names the interpreter, of an environment that has `streamlit` and `cachetools`.
  static let variable = "RECACHE_BENCH_PYTHON"

  /// Lines by the id of the group that they belong to.
  private(set) var lines: [String: [Line]] = [:]
  /// Why there are no lines, or what a line has to say.
  private(set) var remarks: [String] = []

  private struct Answer: Codable {
    struct Sample: Codable {
      let group: String
      let name: String
      let median: Double
      let least: Double
    }

    let samples: [Sample]
    let remarks: [String]
  }

  init(repeats: Int, quick: Bool) {
    guard let interpreter = ProcessInfo.processInfo.environment[Self.variable], !interpreter.isEmpty else {
      remarks.append(
        "without Python's caches; name an interpreter that has streamlit and cachetools in \(Self.variable)")
      return
    }
    do {
      let answer = try Self.ask(interpreter, ["\(repeats)", quick ? "quick" : "full"])
      for sample in answer.samples {
        lines[sample.group, default: []].append(
          Line(name: sample.name, median: sample.median, least: sample.least))
      }
      remarks = answer.remarks
    } catch {
      remarks.append("without Python's caches, because '\(interpreter)' failed: \(error)")
    }
  }

  private static func ask(_ interpreter: String, _ arguments: [String]) throws -> Answer {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Python/hits.py").standardizedFileURL
    let process = Process()
    process.executableURL = URL(fileURLWithPath: interpreter)
    process.arguments = [script.path] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode(Answer.self, from: data)
  }
}
