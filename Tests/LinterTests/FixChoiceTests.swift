import Rules
import Testing

@testable import Linter

/// Fixing a choice of the findings.
struct FixChoiceTests {
  private func fix(
    _ tree: TemporaryTree, _ isChosen: (Finding) -> Bool, unsafe: Bool = true
  ) throws -> FixReport {
    let request = LintRequest(
      paths: ["."], workingDirectory: tree.path, configuration: try Configuration.shipped(), workers: 2)
    var report = Pipeline(request).fix(includingUnsafe: unsafe) { report in
      var report = report
      report.findings = report.findings.filter(isChosen)
      return report
    }
    report.write()
    return report
  }

  @Test(arguments: ["\n", "\r\n"]) func whatIsNotChosenStaysAsItIs(lineEnd: String) throws {
    // Removed options beside uses take several rounds, and every fix before a place moves it.
    func line(_ number: Int) -> String {
      "@cache(allowOutputMutation: true, ttl: 60) func f\(number)() -> Int { 1 }"
    }
    let lines = ["import CacheRuntime"] + (0..<9).map(line)
    for mask in 0..<512 where mask % 7 == 3 || mask == 0 || mask == 511 {
      let tree = try TemporaryTree(["A.swift": lines.joined(separator: lineEnd) + lineEnd])
      let wanted = Set((0..<9).filter { mask & (1 << $0) != 0 })
      _ = try fix(tree) { wanted.contains($0.start.line - 2) }
      let fixed = try tree.read("A.swift").split(separator: lineEnd).map(String.init)
      #expect(fixed.count == 10)
      for (number, text) in fixed.dropFirst().enumerated() {
        #expect((text == line(number)) == !wanted.contains(number), "mask \(mask): \(text)")
        if wanted.contains(number) { #expect(text.hasPrefix("@CacheData(ttl: 60) func"), "\(text)") }
      }
    }
  }

  @Test func twoOnALine() throws {
    let text = "import CacheRuntime\nlet a = cache { 1 }; let b = cache { 2 }\n"
    let tree = try TemporaryTree(["A.swift": text])
    let report = try fix(tree) { $0.start.column > 20 }
    #expect(try tree.read("A.swift") == "import CacheRuntime\nlet a = cache { 1 }; let b = cacheData { 2 }\n")
    #expect(report.left.findings.isEmpty)
  }

  @Test func nothingChosenIsNothingChanged() throws {
    let text = "import CacheRuntime\n@cache func f() -> Int { 1 }\n"
    let tree = try TemporaryTree(["A.swift": text])
    let report = try fix(tree) { _ in false }
    #expect(report.changes.isEmpty && report.left.findings.isEmpty)
    #expect(try tree.read("A.swift") == text)
  }

  @Test(arguments: [
    // (edits, place, as what stands at its start, as what ends there)
    ([Edit(start: 2, end: 2, replacement: "xy")], 2, 4, 2),
    ([Edit(start: 2, end: 4, replacement: "x")], 2, 2, 2),
    ([Edit(start: 2, end: 4, replacement: "x")], 4, 3, 3),
    ([Edit(start: 2, end: 4, replacement: "x")], 3, 3, 2),
    (
      [Edit(start: 0, end: 1, replacement: ""), Edit(start: 5, end: 5, replacement: "abc")], 5, 7, 4
    ), ([], 3, 3, 3),
  ]) func placesAfterEdits(edits: [Edit], offset: Int, start: Int, end: Int) {
    let shifts = EditShifts(edits, in: Array("0123456789".utf8))
    #expect(shifts.moved(offset, isStart: true) == start)
    #expect(shifts.moved(offset, isStart: false) == end)
  }
}
