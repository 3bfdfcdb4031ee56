import Foundation
import Testing

@testable import Linter
@testable import Rules

/// Files that change between the walk and the reading.
struct VanishingFileTests {
  private static let use = "import CacheRuntime\n@cache func one() -> Odd { make() }\n"

  /// Finds, lets something happen, and then reads; with and without the prefilter.
  private func lint(_ change: (TemporaryTree) throws -> Void) throws -> LintReport {
    var reports: [LintReport] = []
    for isPrefiltered in [true, false] {
      let tree = try TemporaryTree(["A.swift": Self.use, "B.swift": Self.use, "C.swift": "struct Odd {}\n"])
      var request = LintRequest(
        paths: ["."], workingDirectory: tree.path, configuration: try Configuration.shipped())
      request.isPrefiltered = isPrefiltered
      let pipeline = Pipeline(request)
      let scope = pipeline.find()
      try change(tree)
      reports.append(pipeline.report(scope, pipeline.examine(scope)))
    }
    #expect(JSONReport.text(reports[0]) == JSONReport.text(reports[1]))
    #expect(reports[0].problems == reports[1].problems)
    return reports[0]
  }

  @Test func removed() throws {
    let report = try lint { try FileManager.default.removeItem(at: $0.url("A.swift")) }
    #expect(report.problems == [LintProblem(path: "A.swift", .missing)])
    #expect(report.findings.map(\.path) == ["B.swift"])
    #expect(report.outcome == .incomplete)
  }

  @Test func replacedByOtherText() throws {
    let report = try lint { try $0.write("let a = 1\n", to: "A.swift") }
    #expect(report.problems == [])
    #expect(report.findings.map(\.path) == ["B.swift"])
  }

  @Test func replacedByAFolder() throws {
    let report = try lint {
      try FileManager.default.removeItem(at: $0.url("A.swift"))
      try $0.makeDirectory("A.swift")
    }
    #expect(report.problems == [LintProblem(path: "A.swift", .notAFile)])
    #expect(report.findings.map(\.path) == ["B.swift"])
  }

  /// Nobody writes to it, so that who waits for its end waits for ever.
  @Test func replacedByAPipe() throws {
    let report = try lint {
      try FileManager.default.removeItem(at: $0.url("A.swift"))
      #expect(try $0.run("mkfifo", "A.swift").status == 0)
    }
    #expect(report.problems == [LintProblem(path: "A.swift", .notAFile)])
    #expect(report.findings.map(\.path) == ["B.swift"])
  }

  @Test func replacedByALinkInACircle() throws {
    let report = try lint {
      try FileManager.default.removeItem(at: $0.url("A.swift"))
      try $0.link("A.swift", to: "A.swift")
    }
    #expect(report.problems.map(\.path) == ["A.swift"] && report.outcome == .incomplete)
    #expect(report.findings.map(\.path) == ["B.swift"])
  }
}
