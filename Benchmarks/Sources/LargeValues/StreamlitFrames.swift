import Foundation

/// The same table in Streamlit, measured by a script in the same run.
struct StreamlitFrames {
  struct Sample: Codable {
    let millions: Double
    let name: String
    let nanoseconds: Double
  }

  private struct Answer: Codable {
    let samples: [Sample]
    let remarks: [String]
  }

  private(set) var lines: [Sample] = []
  private(set) var remarks: [String] = []

  init(_ millions: [Double]) {
    let variable = "RECACHE_BENCH_PYTHON"
    guard let interpreter = ProcessInfo.processInfo.environment[variable], !interpreter.isEmpty else {
      remarks.append("without Streamlit; name an interpreter that has it in \(variable)")
      return
    }
    do {
      let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Python/large.py").standardizedFileURL
      let process = Process()
      process.executableURL = URL(fileURLWithPath: interpreter)
      process.arguments = [script.path] + millions.map { "\($0)" }
      let output = Pipe()
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      let data = output.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      let answer = try JSONDecoder().decode(Answer.self, from: data)
      (lines, remarks) = (answer.samples, answer.remarks)
    } catch {
      remarks.append("without Streamlit, because '\(interpreter)' failed: \(error)")
    }
  }
}
