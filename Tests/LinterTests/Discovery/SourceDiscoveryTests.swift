import Foundation
@testable import Linter
import Testing

struct SourceDiscoveryTests {
  private func find(_ tree: TemporaryTree, _ paths: String...) -> (files: [String], problems: [String]) {
    var discovery = SourceDiscovery(workingDirectory: tree.path)
    for path in paths { discovery.add(path) }
    return (discovery.files.map(\.shown), discovery.problems.map(\.text).sorted())
  }

  @Test func directoriesAreWalkedAndToolsLeftOut() throws {
    let tree = try TemporaryTree([
      "B.swift": "", "A/C.swift": "", "A/X.swift/In.swift": "", "A/note.txt": "",
      ".build/checkouts/D.swift": "",
      "A/node_modules/E.swift": "", "Pods/F.swift": "", "A/Ä ö.swift": "", ".hidden/G.swift": "",
      "a.SWIFT": "",
    ])
    #expect(
      find(tree, ".").files == [
        ".hidden/G.swift", "A/C.swift", "A/X.swift/In.swift", "A/Ä ö.swift", "B.swift",
      ])
    #expect(find(tree, ".build").files == [".build/checkouts/D.swift"])
  }

  /// A file is found once, however often and under whatever spelling its path is named.
  @Test func duplicatesCountOnce() throws {
    let tree = try TemporaryTree(["A/B.swift": "", "A/C.txt": ""])
    let absolute = tree.path + "/A"
    #expect(
      find(tree, "A", "./A/B.swift", "A/../A", absolute, "A//B.swift", "A/C.txt").files == [
        "A/B.swift", "A/C.txt",
      ])
    #expect(find(tree).files == [])
  }

  @Test func pathsOutsideTheWorkingDirectory() throws {
    let tree = try TemporaryTree(["in/A.swift": "", "out/B.swift": ""])
    var discovery = SourceDiscovery(workingDirectory: tree.path + "/in")
    discovery.add("../out")
    discovery.add(tree.path + "/in/A.swift")
    #expect(discovery.files.map(\.shown) == ["../out/B.swift", "A.swift"])
  }

  @Test func links() throws {
    let tree = try TemporaryTree([
      "in/A.swift": "", "in/real/B.swift": "", "in/data.txt": "", "out/C.swift": "",
    ])
    try tree.link("in/0.swift", to: "A.swift")
    try tree.link("in/text.swift", to: "data.txt")
    try tree.link("in/outside.swift", to: "../out/C.swift")
    try tree.link("in/folder", to: "../out")
    try tree.link("in/up", to: "..")
    try tree.link("in/real/self", to: ".")
    try tree.link("in/broken.swift", to: "nowhere.swift")
    try tree.link("in/loop.swift", to: "loop.swift")
    try tree.link("in/directory.swift", to: "real")
    let all = find(tree, "in")
    #expect(all.files == ["in/A.swift", "in/real/B.swift", "in/text.swift"])
    #expect(
      all.problems == [
        "in/broken.swift: error: the symbolic link leads nowhere",
        "in/loop.swift: error: the symbolic link leads back to itself",
      ])
    // What somebody names is followed.
    #expect(find(tree, "in/folder").files == ["in/folder/C.swift"])
    #expect(find(tree, "in/outside.swift").files == ["in/outside.swift"])
    #expect(find(tree, "in/0.swift", "in/A.swift").files == ["in/A.swift"])
    #expect(
      find(tree, "in/folder/../A.swift").problems == [
        "in/folder/../A.swift: error: no such file or directory"
      ])
  }

  @Test func whatIsMissingOrStrange() throws {
    let tree = try TemporaryTree(["A.swift": ""])
    #expect(try tree.run("mkfifo", "pipe.swift").status == 0)
    #expect(find(tree, "none", "A.swift/x", "", ".").files == ["A.swift"])
    #expect(
      find(tree, "none", "A.swift/x", ".").problems == [
        "A.swift/x: error: no such file or directory", "none: error: no such file or directory",
        "pipe.swift: error: is neither a file nor a directory",
      ])
  }

  @Test(.disabled(if: getuid() == 0, "everything is readable to root")) func unreadable() throws {
    let tree = try TemporaryTree(["locked/A.swift": ""])
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: tree.url("locked").path)
    #expect(find(tree, ".").problems == ["locked: error: cannot be read: permission denied"])
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: tree.url("locked").path)
  }

  /// A single file is judged with the declarations of its package.
  @Test func theScopeIsThePackage() throws {
    let tree = try TemporaryTree([
      "p/Package.swift": "", "p/Sources/App/A.swift": "", "p/Sources/Core/B.swift": "", "q/C.swift": "",
      "q/D.swift": "",
    ])
    func scope(_ paths: String...) -> [String] {
      let scope = LintScope(paths: paths, workingDirectory: tree.path)
      return (scope.linted.map { "+" + $0.shown } + scope.beside().map { "-" + $0.shown })
        .sorted { $0.dropFirst() < $1.dropFirst() }
    }
    #expect(
      scope("p/Sources/App/A.swift") == [
        "-p/Package.swift", "+p/Sources/App/A.swift", "-p/Sources/Core/B.swift",
      ])
    #expect(
      scope("p/Sources/App") == ["-p/Package.swift", "+p/Sources/App/A.swift", "-p/Sources/Core/B.swift"])
    #expect(scope("q/C.swift") == ["+q/C.swift", "-q/D.swift"])
    #expect(scope("q") == ["+q/C.swift", "+q/D.swift"])
  }
}
