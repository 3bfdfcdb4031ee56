import Foundation
import SeededRandom
import Testing

@testable import Linter
@testable import Rules

/// `--since` keeps the findings on changed lines and no others.
struct ChangedLinesTests {
  private static let head = "import CacheRuntime\n"

  private static func use(_ name: String) -> String { "@cache func \(name)() -> Int { 1 }\n" }

  private func functions(
    _ tree: GitTree, since revision: String = "HEAD", _ paths: [String] = ["."], in folder: String = "",
    unsaved: (path: String, bytes: [UInt8])? = nil
  ) throws -> [String] {
    var request = LintRequest(
      paths: unsaved == nil ? paths : [], workingDirectory: tree.path + folder,
      configuration: try Configuration.shipped())
    request.unsaved = unsaved
    let lines = try ChangedLines(since: revision, paths: paths, workingDirectory: request.workingDirectory)
    return try lines.apply(to: Pipeline(request).lint(), unsaved: request.unsavedByPath).findings
      .compactMap(\.function)
  }

  @Test func whatIsNotCommittedCounts() throws {
    let tree = try GitTree(["A.swift": Self.head + Self.use("old"), "B.swift": Self.head + Self.use("same")])
    #expect(try functions(tree) == [])
    try tree.tree.write(Self.head + Self.use("old") + Self.use("edited"), to: "A.swift")
    #expect(try functions(tree) == ["edited()"])
    try tree.git("add", "A.swift")
    #expect(try functions(tree) == ["edited()"])
    try tree.tree.write(Self.head + Self.use("untracked"), to: "Sub dir/Ü\"1.swift")
    #expect(try functions(tree) == ["edited()", "untracked()"])
    // In a folder, and from a folder.
    #expect(try functions(tree, since: "HEAD", ["Sub dir"]) == ["untracked()"])
    #expect(try functions(tree, in: "/Sub dir") == ["untracked()"])
    try tree.commit()
    #expect(try functions(tree) == [])
    #expect(try functions(tree, since: "HEAD~1") == ["edited()", "untracked()"])
    #expect(try functions(tree, since: "main~1") == ["edited()", "untracked()"])
  }

  @Test func aRenamedFileIsComparedWithWhatItWas() throws {
    let many = (0..<20).map { Self.use("f\($0)") }.joined()
    let tree = try GitTree(["A.swift": Self.head + many])
    try tree.git("mv", "A.swift", "B.swift")
    try tree.tree.write(Self.head + many + Self.use("added"), to: "B.swift")
    try tree.git("add", "-A")
    #expect(try functions(tree) == ["added()"])
    try tree.commit()
    #expect(try functions(tree, since: "HEAD~1") == ["added()"])
  }

  @Test func aFindingOverLinesCountsWhenOneOfThemDoes() throws {
    let before = Self.head + "@cache(\n  allowOutputMutation:\n    true\n)\nfunc f() -> Int { 1 }\n"
    let tree = try GitTree(["A.swift": before])
    try tree.tree.write(before.replacing("    true", with: "    false"), to: "A.swift")
    let request = LintRequest(
      paths: ["."], workingDirectory: tree.path, configuration: try Configuration.shipped())
    let lines = try ChangedLines(since: "HEAD", paths: ["."], workingDirectory: tree.path)
    #expect(try lines.apply(to: Pipeline(request).lint()).findings.map(\.rule) == ["removed-option"])
  }

  @Test func turnedLineEndsAreNoChange() throws {
    let tree = try GitTree(["A.swift": Self.head + Self.use("old")])
    try tree.tree.write((Self.head + Self.use("old")).replacing("\n", with: "\r\n"), to: "A.swift")
    #expect(try functions(tree) == [])
  }

  @Test func whatAnEditorHasNotSavedIsComparedToo() throws {
    let tree = try GitTree(["A.swift": Self.head + Self.use("old")])
    let edited = Array((Self.head + Self.use("old") + Self.use("typed")).utf8)
    #expect(try functions(tree, unsaved: ("A.swift", edited)) == ["typed()"])
    #expect(try functions(tree, unsaved: ("New/B.swift", edited)) == ["old()", "typed()"])
    #expect(try tree.tree.read("A.swift") == Self.head + Self.use("old"))
  }

  @Test(arguments: ["-", "--output=x", "-h", "", "no-such-branch", "HEAD..HEAD", "HEAD:A.swift", "a b"])
  func aRevisionThatIsNoneIsAnError(revision: String) throws {
    let tree = try GitTree(["A.swift": Self.head])
    let error = #expect(throws: GitError.self) {
      _ = try ChangedLines(since: revision, paths: ["."], workingDirectory: tree.path)
    }
    let isOption = revision.isEmpty || revision.hasPrefix("-")
    #expect(error == (isOption ? .notARevision(revision) : .unknownRevision(revision, isShallow: false)))
    #expect(try tree.tree.names().filter { !$0.hasPrefix(".git") } == ["A.swift"])
  }

  @Test func whereThereIsNoRepositoryThatIsSaid() throws {
    let tree = try TemporaryTree(["A.swift": ""])
    let error = #expect(throws: GitError.self) {
      _ = try ChangedLines(since: "HEAD", paths: ["."], workingDirectory: tree.path)
    }
    #expect(error == .notARepository(path: tree.path))
  }

  @Test func aFileOutsideOfTheRepositoryIsAnError() throws {
    let tree = try GitTree(["A.swift": Self.head])
    let other = try TemporaryTree(["B.swift": Self.head + Self.use("other")])
    let path = "../\(other.path.split(separator: "/").last ?? "")/B.swift"
    #expect(throws: GitError.outside(path: path, repository: tree.path)) {
      try functions(tree, since: "HEAD", [".", other.path])
    }
  }

  /// Over generated histories, `--since` is the full run filtered by the lines that git itself says have changed.
  @Test(arguments: 1...8 as ClosedRange<UInt64>) func sinceIsAFilterOfTheFullRun(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let tree = try GitTree()
    var files: [String: [String]] = [:]
    var next = 0
    for _ in 0..<6 {
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let name = "F\(Int.random(in: 0..<4, using: &generator)).swift"
        var lines = files[name] ?? [String(Self.head.dropLast())]
        switch Int.random(in: 0..<7, using: &generator) {
        case 4 where files[name] != nil:
          // Renamed, and changed a little by what comes next.
          next += 1
          try tree.git("mv", name, "R\(next) ü.swift")
          files["R\(next) ü.swift"] = files.removeValue(forKey: name)
          continue
        case 5 where files.count > 1 && files[name] != nil:
          files[name] = nil
          try FileManager.default.removeItem(at: tree.tree.url(name))
          continue
        case 6 where files[name] != nil:
          try tree.git("update-index", "--add", "--chmod=+x", name)
          try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: tree.tree.url(name).path)
          continue
        case 0 where lines.count > 2: lines.remove(at: Int.random(in: 1..<lines.count, using: &generator))
        case 1 where lines.count > 2:
          next += 1
          lines[Int.random(in: 1..<lines.count, using: &generator)] = String(Self.use("f\(next)").dropLast())
        default:
          next += 1
          let line = Bool.random(using: &generator) ? Self.use("f\(next)") : "let v\(next) = \(next)\n"
          lines.insert(String(line.dropLast()), at: Int.random(in: 1...lines.count, using: &generator))
        }
        files[name] = lines
        try tree.tree.write(lines.joined(separator: "\n") + "\n", to: name)
        try tree.git("add", name)
      }
      try tree.commit()
      let request = LintRequest(
        paths: ["."], workingDirectory: tree.path, configuration: try Configuration.shipped())
      let all = Pipeline(request).lint()
      let changed = try changedLines(tree)
      let expected = all.findings.filter { changed[$0.path]?.contains($0.start.line) ?? false }
      let found = try ChangedLines(since: "HEAD~1", paths: ["."], workingDirectory: tree.path).apply(to: all)
      #expect(found.findings == expected, "seed \(seed)")
    }
  }

  /// The new lines by git's own account of them.
  private func changedLines(_ tree: GitTree) throws -> [String: Set<Int>] {
    var lines: [String: Set<Int>] = [:]
    var file = ""
    for line in try tree.git("-c", "core.quotePath=false", "diff", "-U0", "-M", "--no-color", "HEAD~1")
      .split(separator: "\n")
    {
      // Behind a name with a blank git writes a tab.
      if line.hasPrefix("+++ b/") { file = String(line.dropFirst(6).prefix { $0 != "\t" }) }
      guard let hunk = line.firstMatch(of: /^@@ -\S+ \+(\d+)(?:,(\d+))? @@/), let start = Int(hunk.1) else {
        continue
      }
      let count = hunk.2.flatMap { Int($0) } ?? 1
      lines[file, default: []].formUnion(start..<(start + count))
    }
    return lines
  }
}
