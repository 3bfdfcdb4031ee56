import Foundation
import HashProbe
import Testing

@Suite struct ToolchainFactsTests {
  @Test(arguments: [
    "Swift", "_Concurrency", "Foundation", "FoundationEssentials", "Dispatch", "Synchronization",
    "Glibc", "PackageDescription", "PackagePlugin",
  ])
  func `Each module of the toolchain is known`(module: String) {
    #expect(ToolchainFacts.modules.contains(module))
  }

  /// The facts in the repository are those of the toolchain that runs the test; another one may say otherwise.
  @Test(.enabled(if: ToolchainFactsTests.isSameToolchain), .timeLimit(.minutes(10)))
  func `The facts are what the toolchain says`() throws {
    let script = Self.root.appending(path: "Scripts/extract-toolchain-facts.py")
    let fresh = try Compiler.run(["python3", script.path, "--print"])
    #expect(fresh.status == 0, "\(fresh.errors)")
    let file = Self.root.appending(path: "Sources/HashProbe/Toolchain/ToolchainFacts+Text.swift")
    let committed = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let lines = committed.split(separator: "\n").drop { !$0.hasSuffix("#\"\"\"") }.dropFirst().dropLast(2)
    let known = Self.withoutSystem(lines.map { $0.dropFirst(4) })
    let difference = Self.withoutSystem(fresh.output.split(separator: "\n")).difference(from: known)
    #expect(difference.isEmpty, "out of date; run Scripts/extract-toolchain-facts.py")
  }

  /// The C library comes with the system and not with the toolchain.
  private static func withoutSystem(_ lines: [Substring]) -> [Substring] {
    var isSystem = false
    return lines.filter { line in
      if line.hasPrefix("module ") { isSystem = line == "module Glibc" }
      return !isSystem
    }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The facts were extracted on Linux with this release; elsewhere the comparison would say nothing.
  static var isSameToolchain: Bool {
    #if os(Linux)
    let version = try? Compiler.run(["swiftc", "--version"])
    return version?.output.contains("6.3.1") == true || version?.errors.contains("6.3.1") == true
    #else
    return false
    #endif
  }
}
