import Foundation
import SeededRandom
import Testing

@testable import Rules

@Suite("Ignore patterns")
struct IgnorePatternTests {
  @Test(arguments: [
    ("build", "build", true, true), ("build", "a/build", true, true), ("build", "builds", true, false),
    ("/build", "build", true, true), ("/build", "a/build", true, false), ("build/", "build", false, false),
    ("build/", "a/build", true, true), ("a/b", "a/b", false, true), ("a/b", "c/a/b", false, false),
    ("*.swift", "a/b.swift", false, true), ("*.swift", "swift", false, false),
    ("a/*.swift", "a/b.swift", false, true),
    ("a/*.swift", "a/b/c.swift", false, false), ("**/x", "x", false, true), ("**/x", "a/b/x", false, true),
    ("a/**", "a", true, false), ("a/**", "a/b/c", false, true), ("a/**/b", "a/b", false, true),
    ("a/**/b", "a/x/y/b", false, true), ("a/**/b", "a/x/y/c", false, false), ("a**b", "axxb", false, true),
    ("x/a**b", "x/a/b", false, false), ("?.o", "a.o", false, true), ("?.o", "ab.o", false, false),
    ("[a-c]x", "bx", false, true), ("[!a-c]x", "bx", false, false), ("[]]x", "]x", false, true),
    ("[[:digit:]]", "7", false, true), ("\\#a", "#a", false, true), ("\\!a", "!a", false, true),
    ("a\\ ", "a ", false, true), ("a ", "a", false, true), ("a\r", "a", false, true),
    ("\\*", "*", false, true),
    ("\\*", "a", false, false), ("*a*b*c", "xaxbxc", false, true), ("*a*b*c", "xaxcxb", false, false),
    ("**", "a/b", false, true), ("é*", "é.swift", false, true), ("[a-", "a", false, false),
  ])
  func matches(pattern: String, path: String, isDirectory: Bool, expected: Bool) {
    let matches =
      IgnorePattern(line: pattern.utf8)?.matches(Array(path.utf8)[...], isDirectory: isDirectory) ?? false
    #expect(matches == expected, "'\(pattern)' on '\(path)'")
  }

  @Test(arguments: ["", "   ", "# comment", "/", "!", "a\\"])
  func matchesNothing(line: String) {
    #expect(IgnorePattern(line: line.utf8) == nil)
  }

  @Test func negates() throws {
    let pattern = try #require(IgnorePattern(line: "!keep.swift".utf8))
    #expect(pattern.isNegated)
    #expect(pattern.matches(Array("a/keep.swift".utf8)[...], isDirectory: false))
  }

  @Test("Many stars take polynomial time")
  func isPolynomial() throws {
    let pattern = try #require(IgnorePattern(line: (String(repeating: "*a", count: 60) + "b").utf8))
    #expect(!pattern.matches(Array(repeating: UInt8(ascii: "a"), count: 5_000)[...], isDirectory: false))
  }

  @Test(
    "Random patterns and paths agree with git",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/git")))
  func agreesWithGit() throws {
    var generator = SeededGenerator(seed: 20_261_122)
    let folder = FileManager.default.temporaryDirectory.appending(path: "recache-ignore-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try git(["init", "-q"], in: folder, input: "")
    let alphabet = ["a", "b", "*", "?", "/", "**", "**/", "[ab]", "[!a]", ".", "\\*"]
    let letters = ["a", "b", "/", ".", "*", "ab"]
    for round in 0..<120 {
      let pattern = (0..<Int.random(in: 1...5, using: &generator))
        .map { _ in alphabet.randomElement(using: &generator) ?? "a" }.joined()
      // Two stars behind another character: git's answer depends on where its buffers lie in memory.
      if pattern.firstMatch(of: /[^\/*]\*\*/) != nil { continue }
      let paths = Set(
        (0..<40).map { _ in
          (0..<Int.random(in: 1...6, using: &generator)).map { _ in
            letters.randomElement(using: &generator) ?? "a"
          }
          .joined().split(separator: "/").joined(separator: "/")
        }
      ).filter { !$0.isEmpty && !$0.split(separator: "/").contains { $0 == "." || $0 == ".." } }.sorted()
      try Data((pattern + "\n").utf8).write(to: folder.appending(path: ".gitignore"))
      let answer = try git(
        ["check-ignore", "--no-index", "--stdin"], in: folder, input: paths.joined(separator: "\n"))
      let ignored = Set(answer.split(separator: "\n").map(String.init))
      let rule = IgnorePattern(line: pattern.utf8)
      for path in paths {
        let parts = path.split(separator: "/")
        // As git does, a path is ignored with the folder that holds it.
        let ours = parts.indices.contains { last in
          let path = Array(parts[...last].joined(separator: "/").utf8)
          return rule?.matches(path[...], isDirectory: last < parts.count - 1) ?? false
        }
        #expect(
          (ours && rule?.isNegated == false) == ignored.contains(path),
          "seed 20261122, round \(round): '\(pattern)' on '\(path)'")
      }
    }
  }

  private func git(_ arguments: [String], in folder: URL, input: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/git")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    let (inPipe, outPipe) = (Pipe(), Pipe())
    process.standardInput = inPipe
    process.standardOutput = outPipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    try inPipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try inPipe.fileHandleForWriting.close()
    let data = try outPipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
