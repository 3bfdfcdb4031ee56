import ArgumentParser
import Linter
import Rules

/// A report that was asked for: its format and the file it goes to, standard output where there is none.
struct OutputChoice: Hashable {
  var format: ReportFormat
  var file: String?

  /// `sarif`, `sarif=report.sarif`.
  init(_ text: String) throws {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    format = try Self.format(parts[0])
    if parts.count == 2, parts[1].isEmpty { throw ValidationError("'\(text)' names no file behind '='") }
    if parts.count == 2, parts[1] != "-" { file = parts[1] }
  }

  init(format: ReportFormat) { self.format = format }

  static func format(_ name: String) throws -> ReportFormat {
    if let format = ReportFormat(rawValue: name) { return format }
    let names = ReportFormat.allCases.map(\.rawValue)
    let near = Spelling.nearest(to: name, among: names).map { "; did you mean '\($0)'?" }
    throw ValidationError(
      "unknown format '\(name)'" + (near ?? "; there are \(names.joined(separator: ", "))"))
  }
}

/// Where the reports of a run go.
struct ReportOutputs {
  /// `nil` where everything goes to files.
  var printed: ReportFormat?
  var files: [(format: ReportFormat, path: String)] = []

  init(_ choices: [OutputChoice], format: ReportFormat?) throws {
    let all = (format.map { [OutputChoice(format: $0)] } ?? []) + choices
    let printed = all.filter { $0.file == nil }.map(\.format)
    if printed.count > 1 {
      throw ValidationError(
        "only one report can go to standard output; give '\(printed[1].rawValue)' a file ('--output \(printed[1].rawValue)=FILE')"
      )
    }
    files = all.compactMap { choice in choice.file.map { (choice.format, $0) } }
    let paths = files.map(\.path)
    if let twice = paths.first(where: { path in paths.count { $0 == path } > 1 }) {
      throw ValidationError("two reports cannot go to one file: '\(twice)'")
    }
    self.printed = all.isEmpty ? .text : printed.first
  }

  /// Whether errors and the summary are told on standard error.
  var tellsProblems: Bool { !(printed?.tellsProblems ?? false) }
  var tellsSummary: Bool { printed == nil || printed == .text }

  /// Writes the files, each whole or not at all; one that fails does not keep the others from being written.
  /// - Returns: Whether all of them were written.
  func write(_ text: (ReportFormat) -> String) -> Bool {
    var isComplete = true
    for (format, path) in files {
      do throws(SystemError) {
        try AtomicFile.write(Array(text(format).utf8), to: path)
      } catch {
        Terminal.standardError.write("\(path): error: the report cannot be written: \(error.text)\n")
        isComplete = false
      }
    }
    return isComplete
  }
}
