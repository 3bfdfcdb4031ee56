import Foundation
import Testing

@testable import Rules

@Suite struct GeneratedRuntimeTableTests {
  @Test func theRuntimesCopyIsUpToDate() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: DecisionTable.runtimeSourcePath)
    let expected = DecisionTable(try Configuration.shipped()).runtimeSource
    let found = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      let folder = file.deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try expected.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(DecisionTable.runtimeSourcePath); run again without RECORD")
    } else {
      #expect(found == expected, "\(DecisionTable.runtimeSourcePath) is out of date; run make generate")
    }
  }

  /// What `String(reflecting:)` says of real types, as it is found in the copy.
  @Test(arguments: [
    (String(reflecting: [Double].self), "Computing with numeric arrays"),
    (String(reflecting: Int.self), "Simple computations with basic types"),
    (String(reflecting: URL.self), "Simple computations with basic types"),
    (String(reflecting: Data.self), "Simple computations with basic types"),
    (String(reflecting: CGFloat.self), "Simple computations with basic types"),
    (String(reflecting: [String].self), "Reading a text file"),
    (String(reflecting: [String: Any].self), "Querying a database"),
    (String(reflecting: OpaquePointer.self), "Initializing database connections"),
    (String(reflecting: FileHandle.self), "Opening persistent file handles"),
    (String(reflecting: UnsafeMutablePointer<FILE>.self), "Opening persistent file handles"),
    (String(reflecting: Thread.self), "Opening persistent threads"),
    (String(reflecting: NSLock.self), "Sharing locks and memory"),
  ])
  func realTypesAreFound(_ name: String, _ useCase: String) throws {
    let source = DecisionTable(try Configuration.shipped()).runtimeSource
    var current = ""
    var found: String?
    for line in source.split(separator: "\n") {
      let line = line.trimmingPrefix { $0 == " " }
      if line.hasPrefix("useCase: ") { current = String(line.split(separator: "\"")[1]) }
      if line == "\"\(name)\"," { found = current }
    }
    #expect(found == useCase)
  }

  @Test func genericTypesStandWithoutTheirArguments() throws {
    let source = DecisionTable(try Configuration.shipped()).runtimeSource
    #expect(source.contains("\"Swift.Task\","))
    #expect(source.contains("\"_Concurrency.Task\","))
    #expect(source.contains("\"CoreML.MLShapedArray\","))
  }
}
