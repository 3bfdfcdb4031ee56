import Foundation
@testable import Linter
import Testing

struct AtomicReplacementTests {
  private func fixed(_ tree: TemporaryTree, _ change: () throws -> Void = {}) throws -> FixReport {
    var report = tree.pipeline(rules: [Renaming.self]).fix(includingUnsafe: false)
    try change()
    report.write()
    return report
  }

  @Test(arguments: [0o644, 0o600, 0o755, 0o4755]) func theModeStays(mode: Int) throws {
    let tree = try TemporaryTree(["F.swift": "old"])
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: tree.url("F.swift").path)
    #expect(try fixed(tree).changes.count == 1)
    #expect(try tree.read("F.swift") == "new")
    let attributes = try FileManager.default.attributesOfItem(atPath: tree.url("F.swift").path)
    #expect(attributes[.posixPermissions] as? Int == mode)
  }

  @Test func aLinkStaysALink() throws {
    let tree = try TemporaryTree(["real/F.txt": "old"])
    try tree.link("F.swift", to: "real/F.txt")
    #expect(try fixed(tree).left.problems == [])
    #expect(try tree.read("real/F.txt") == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: tree.url("F.swift").path) == "real/F.txt")
    #expect(try tree.names() == ["F.swift", "real", "real/F.txt"])
  }

  @Test func whatSomebodyElseWroteStays() throws {
    let tree = try TemporaryTree(["F.swift": "old", "G.swift": "old"])
    let report = try fixed(tree) { try tree.write("old // and theirs", to: "F.swift") }
    #expect(
      TextReport().problems(of: report.left)
        == "F.swift: error: the file was changed by somebody else meanwhile; run again\n")
    #expect(report.left.findings.map(\.path) == ["F.swift"])
    #expect(report.changes.map(\.path) == ["G.swift"])
    #expect(try tree.read("F.swift") == "old // and theirs")
    #expect(try tree.names() == ["F.swift", "G.swift"])
  }

  @Test func aFileThatIsGoneStaysGone() throws {
    let tree = try TemporaryTree(["F.swift": "old"])
    let report = try fixed(tree) { try FileManager.default.removeItem(at: tree.url("F.swift")) }
    #expect(report.left.problems.map(\.reason) == [.changedOnDisk])
    #expect(try tree.names() == [])
  }

  @Test func aReadOnlyFileIsLeft() throws {
    let tree = try TemporaryTree(["F.swift": "old"])
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: tree.url("F.swift").path)
    let report = try fixed(tree)
    #expect(report.left.problems.map(\.message) == ["the file is read-only; nothing was written"])
    #expect(report.left.outcome == .incomplete)
    #expect(try tree.read("F.swift") == "old")
    #expect(try tree.names() == ["F.swift"])
  }

  @Test(.disabled(if: getuid() == 0, "root may write everywhere")) func aReadOnlyDirectoryIsLeft() throws {
    let tree = try TemporaryTree(["d/F.swift": "old"])
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: tree.url("d").path)
    let report = try fixed(tree)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tree.url("d").path)
    #expect(report.left.problems.map(\.message) == ["cannot be written: permission denied"])
    #expect(try tree.names() == ["d", "d/F.swift"])
  }
}
