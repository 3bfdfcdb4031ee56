import Foundation
@testable import Linter
import SeededRandom
import Testing

struct DiffTests {
  @Test(arguments: [
    ("a\nb\nc\n", "a\nB\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n"),
    ("", "a\n", "@@ -0,0 +1 @@\n+a\n"),
    ("a\n", "", "@@ -1 +0,0 @@\n-a\n"),
    ("a", "a\n", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"),
    ("a\nb", "A\nb", "@@ -1,2 +1,2 @@\n-a\n+A\n b\n\\ No newline at end of file\n"),
    ("a\r\nb\r\n", "a\r\nc\r\n", "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n"),
    (
      "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n", "1\nx\n3\n4\n5\n6\n7\n8\n9\ny\n",
      "@@ -1,5 +1,5 @@\n 1\n-2\n+x\n 3\n 4\n 5\n@@ -7,4 +7,4 @@\n 7\n 8\n 9\n-10\n+y\n"
    ),
    ("x\nx\nx\n", "x\nx\n", "@@ -1,3 +1,2 @@\n x\n x\n-x\n"),
  ]) func unified(old: String, new: String, hunks: String) {
    let diff = UnifiedDiff(path: "F.swift", old: Array(old.utf8), new: Array(new.utf8)).bytes
    #expect(String(decoding: diff, as: UTF8.self) == "--- a/F.swift\n+++ b/F.swift\n" + hunks)
  }

  @Test(arguments: [
    ("a/F.swift", "a/F.swift"), ("a/F G.swift", "a/F G.swift\t"), ("a/\"F\".swift", "\"a/\\\"F\\\".swift\""),
    ("a/Ä.swift", "\"a/\\303\\204.swift\""), ("a/\u{1}\t.swift", "\"a/\\001\\t.swift\""),
  ]) func paths(path: String, quoted: String) {
    #expect(GitPath.quoted(path) == quoted)
  }

  /// Whatever the texts, the diff leads from one to the other.
  @Test(arguments: 0..<300) func applies(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (old, new) = Self.texts(&random)
    let diff = UnifiedDiff(path: "F.swift", old: old, new: new).bytes
    #expect(try PatchReader.apply(diff, to: old) == new, "seed \(seed)")
  }

  /// `git apply` agrees, in a subdirectory of a repository and outside of any.
  @Test(arguments: 0..<12) func gitApplies(seed: UInt64) throws {
    var random = SeededGenerator(seed: 1_000 + seed)
    let names = ["F.swift", "a b/F G.swift", "Ünïcode/日本.swift", "q\"uo\\te/F.swift", "-dash.swift"]
    let tree = try TemporaryTree()
    #expect(try tree.run("git", "init", "-q").status == 0)
    let inside = try TemporaryTree()
    var patch: [UInt8] = []
    var expected: [String: [UInt8]] = [:]
    for name in names {
      let (old, new) = Self.texts(&random)
      try inside.write(old, to: name)
      try tree.write(old, to: "sub/" + name)
      expected[name] = new
      patch += UnifiedDiff(path: name, old: old, new: new).bytes
    }
    try inside.write(patch, to: "fix.patch")
    try tree.write(patch, to: "sub/fix.patch")
    let there = try inside.run("git", "apply", "--whitespace=nowarn", "fix.patch")
    #expect(there.status == 0, "seed \(seed): \(there.output)")
    let below = try tree.run("sh", "-c", "cd sub && git apply --whitespace=nowarn fix.patch")
    #expect(below.status == 0, "seed \(seed): \(below.output)")
    for (name, bytes) in expected {
      #expect(try Array(inside.read(name).utf8) == bytes, "seed \(seed), \(name)")
      #expect(try Array(tree.read("sub/" + name).utf8) == bytes, "seed \(seed), \(name)")
    }
  }

  /// Lines of a small alphabet, so that they repeat, and edits of all kinds among them.
  static func texts(_ random: inout SeededGenerator) -> (old: [UInt8], new: [UInt8]) {
    let alphabet = Int.random(in: 2...60, using: &random)
    let ending = Bool.random(using: &random) ? "\r\n" : "\n"
    func line(_ random: inout SeededGenerator) -> String {
      "line \(Int.random(in: 0..<alphabet, using: &random))é"
    }
    let old = (0..<Int.random(in: 1...120, using: &random)).map { _ in line(&random) }
    var new: [String] = []
    let rate = Int.random(in: 1...40, using: &random)
    for text in old {
      switch Int.random(in: 0..<100, using: &random) {
      case ..<rate: break
      case ..<(2 * rate): new += [line(&random), text]
      default: new.append(text)
      }
    }
    func joined(_ lines: [String], _ random: inout SeededGenerator) -> [UInt8] {
      Array((lines.joined(separator: ending) + (Bool.random(using: &random) ? ending : "")).utf8)
    }
    if new.isEmpty { new = ["line"] }
    return (joined(old, &random), joined(new, &random) + (Bool.random(using: &random) ? [] : Array("x".utf8)))
  }

  /// The worst texts for a diff: nothing in common, everything moved, one line many times.
  @Test(arguments: [0, 1, 2, 3]) func largeTexts(kind: Int) throws {
    let lines = (0..<20_000).map { "line \(kind == 2 ? $0 % 7 : $0)" }
    var random = SeededGenerator(seed: 7)
    let other =
      switch kind {
      case 0: lines.map { $0 + "!" }
      case 1: lines.shuffled(using: &random)
      case 2: (0..<20_000).map { "line \($0 % 5)" }
      default: lines.enumerated().map { $0.offset.isMultiple(of: 100) ? "new" : $0.element }
      }
    let (old, new) = (Array(lines.joined(separator: "\n").utf8), Array(other.joined(separator: "\n").utf8))
    let clock = ContinuousClock()
    var diff: [UInt8] = []
    let time = clock.measure { diff = UnifiedDiff(path: "F.swift", old: old, new: new).bytes }
    #expect(try PatchReader.apply(diff, to: old) == new)
    print("diff of 20,000 lines, kind \(kind): \(time)")
  }
}
