import Foundation
import Testing

@testable import Linter
@testable import Rules

/// `--since` in repositories that are not a plain clone with a branch checked out.
struct RepositoryShapeTests {
  private static let head = "import CacheRuntime\n"

  private static func use(_ name: String) -> String { "@cache func \(name)() -> Int { 1 }\n" }

  private func functions(
    in folder: String, since revision: String = "HEAD", _ paths: [String] = ["."]
  ) throws -> [String] {
    let request = LintRequest(
      paths: paths, workingDirectory: folder, configuration: try Configuration.shipped())
    let lines = try ChangedLines(since: revision, paths: paths, workingDirectory: folder)
    return try lines.apply(to: Pipeline(request).lint()).findings.compactMap(\.function)
  }

  private func edited() throws -> GitTree {
    let tree = try GitTree(["A.swift": Self.head + Self.use("old")])
    try tree.tree.write(Self.head + Self.use("old") + Self.use("edited"), to: "A.swift")
    return tree
  }

  @Test func aDetachedHead() throws {
    let tree = try edited()
    try tree.commit()
    try tree.git("checkout", "-q", "--detach", "HEAD~1")
    #expect(try functions(in: tree.path) == [])
    #expect(try functions(in: tree.path, since: "main") == [])
    try tree.git("checkout", "-q", "--detach", "main")
    #expect(try functions(in: tree.path, since: "HEAD~1") == ["edited()"])
  }

  @Test func aBranchWithoutCommits() throws {
    let tree = try TemporaryTree(["A.swift": Self.head + Self.use("new")])
    #expect(try tree.run("git", "init", "-q", "-b", "main").status == 0)
    #expect(throws: GitError.unknownRevision("HEAD", isShallow: false)) { try functions(in: tree.path) }
  }

  @Test func aShallowClone() throws {
    let tree = try edited()
    try tree.commit()
    let clone = try TemporaryTree()
    try tree.git("clone", "-q", "--depth", "1", "file://" + tree.path, clone.path + "/c")
    #expect(throws: GitError.unknownRevision("HEAD~1", isShallow: true)) {
      try functions(in: clone.path + "/c", since: "HEAD~1")
    }
    try clone.write(Self.head + Self.use("old") + Self.use("again"), to: "c/A.swift")
    #expect(try functions(in: clone.path + "/c") == ["again()"])
  }

  /// A work tree beside the main one, also from a hook, which git tells the repository but not the root.
  @Test func aWorkTreeBeside() throws {
    let tree = try GitTree(["Sources/A.swift": Self.head + Self.use("old")])
    let beside = try TemporaryTree()
    try tree.git("worktree", "add", "-q", beside.path + "/w")
    try beside.write(Self.head + Self.use("old") + Self.use("edited"), to: "w/Sources/A.swift")
    #expect(try functions(in: beside.path + "/w", ["Sources"]) == ["edited()"])
    #expect(try functions(in: tree.path, ["Sources"]) == [])
  }

  @Test func anUnmergedIndex() throws {
    func text(_ value: Int, _ first: String, _ last: String) -> String {
      let between = (0..<10).map { "let v\($0) = \($0)\n" }.joined()
      return Self.head + first + Self.use("old") + between + "let a = \(value)\n" + between + last
    }
    let tree = try GitTree(["A.swift": text(0, "", "")])
    try tree.git("checkout", "-q", "-b", "theirs")
    try tree.tree.write(text(1, "", Self.use("theirs")), to: "A.swift")
    try tree.commit()
    try tree.git("checkout", "-q", "main")
    try tree.tree.write(text(2, Self.use("ours"), ""), to: "A.swift")
    try tree.commit()
    #expect(throws: GitTree.Failure.self) { try tree.git("merge", "-q", "theirs") }
    #expect(try tree.git("ls-files", "-u") != "")
    #expect(try functions(in: tree.path) == ["theirs()"])
    #expect(try functions(in: tree.path, since: "theirs") == ["ours()"])
    #expect(try functions(in: tree.path, since: "main~1") == ["ours()", "theirs()"])
  }

  @Test func anotherModeIsNoOtherText() throws {
    let tree = try GitTree(["A.swift": Self.head + Self.use("old")])
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: tree.tree.url("A.swift").path)
    #expect(try tree.git("diff", "--raw").contains("100755"))
    #expect(try functions(in: tree.path) == [])
  }

  @Test func aLinkThatBecameAFileIsNewAsFarAsItsText() throws {
    let tree = try GitTree(["B.swift": Self.head + Self.use("old")])
    try tree.tree.link("A.swift", to: "B.swift")
    try tree.commit()
    try FileManager.default.removeItem(at: tree.tree.url("A.swift"))
    try tree.tree.write(Self.head + Self.use("own"), to: "A.swift")
    #expect(try functions(in: tree.path) == ["own()"])
  }

  /// Names that git puts in quotes, and from a folder inside.
  @Test(arguments: [
    "a b", "a\"b", "a\\b", "tab\there", "line\nend", "é", "e\u{301}", "日本", "🚲", "-c", "[a]*?",
  ])
  func anOddName(name: String) throws {
    let path = "\(name)/\(name).swift"
    let tree = try GitTree([path: Self.head + Self.use("old"), "B.swift": Self.head + Self.use("same")])
    #expect(try functions(in: tree.path) == [])
    try tree.tree.write(Self.head + Self.use("old") + Self.use("edited"), to: path)
    #expect(try functions(in: tree.path) == ["edited()"])
    #expect(try functions(in: tree.path + "/" + name) == ["edited()"])
    #expect(try functions(in: tree.path, ["./" + path]) == ["edited()"])
  }

  /// What a submodule was is the commit that the repository around it had.
  @Test func aSubmodule() throws {
    let inner = try GitTree(["Sources/I.swift": Self.head + Self.use("inner")])
    let tree = try GitTree(["A.swift": Self.head + Self.use("old")])
    try tree.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.path, "Sub dir/in")
    #expect(try functions(in: tree.path) == ["inner()"])
    try tree.commit()
    #expect(try functions(in: tree.path) == [])
    #expect(try functions(in: tree.path, since: "HEAD~1") == ["inner()"])

    let file = "Sub dir/in/Sources/I.swift"
    try tree.tree.write(Self.head + Self.use("inner") + Self.use("edited"), to: file)
    #expect(try functions(in: tree.path) == ["edited()"])
    #expect(try functions(in: tree.path + "/Sub dir/in") == ["edited()"])
    #expect(try functions(in: tree.path, ["A.swift", "Sub dir/in/Sources"]) == ["edited()"])
    // Committed inside, and then outside.
    try tree.git("-C", "Sub dir/in", "commit", "-qam", "step")
    #expect(try functions(in: tree.path + "/Sub dir/in") == [])
    #expect(try functions(in: tree.path) == ["edited()"])
    try tree.commit()
    #expect(try functions(in: tree.path) == [])
    #expect(try functions(in: tree.path, since: "HEAD~1") == ["edited()"])
    // Not checked out it has no files, and is in nobody's way.
    try tree.git("submodule", "--quiet", "deinit", "-f", "--all")
    try tree.tree.write(Self.head + Self.use("last"), to: "A.swift")
    #expect(try functions(in: tree.path) == ["last()"])
  }
}
