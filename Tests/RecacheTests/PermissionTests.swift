import Foundation
import Testing

/// What may not be read or written: said with its place, status 2, and everything else is done all the same.
///
/// To the superuser everything is allowed; the tests then run the program as somebody else.
@Suite(.enabled(if: Unprivileged.isAvailable, "a user without privileges, or 'setpriv' to become one"))
struct PermissionTests {
  private static let use = "import CacheRuntime\n@cache func one() -> Int { 1 }\n"

  private func finding(_ path: String) -> String {
    "\(path):2:1: warning: '@cache' is deprecated and 'one()' returns data ('Int'); use '@CacheData' [legacy-cache]\n"
  }

  /// A directory that anybody may write to, but for what is said.
  private func directory(_ modes: [String: Int]) throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory([
      "A.swift": Self.use, "B.swift": Self.use, "in/C.swift": Self.use, "other/D.swift": Self.use,
    ])
    for path in [""] + (try FileManager.default.subpathsOfDirectory(atPath: directory.path)) {
      try set(path.hasSuffix(".swift") ? 0o666 : 0o777, directory, path)
    }
    for (path, mode) in modes { try set(mode, directory, path) }
    return directory
  }

  private func set(_ mode: Int, _ directory: TemporaryDirectory, _ path: String) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: directory.path + "/" + path)
  }

  @Test(arguments: [
    ("A.swift", 0o000, "A.swift"), ("in", 0o000, "in"), ("in", 0o600, "in"),
    ("in/C.swift", 0o200, "in/C.swift"),
  ]) func whatCannotBeRead(path: String, mode: Int, told: String) throws {
    let directory = try directory([path: mode])
    defer { try? set(0o777, directory, path) }
    let run = try Unprivileged.run(["lint", "-q"], in: directory.path)
    #expect(run.status == 2)
    #expect(run.errors == "\(told): error: cannot be read: permission denied\n")
    let others = ["A.swift", "B.swift", "in/C.swift", "other/D.swift"].filter { !$0.hasPrefix(path) }
    #expect(run.output == others.map(finding).joined())
    let json = try Unprivileged.run(["lint", "--format", "json"], in: directory.path)
    #expect(json.status == 2 && json.errors == "")
    #expect(
      json.output.contains("{\"path\": \"\(told)\", \"message\": \"cannot be read: permission denied\"}"))
    #expect(json.output.contains("\"findings\": \(others.count), "))
  }

  @Test(arguments: [("A.swift", 0o444), ("in", 0o555)]) func whatCannotBeWritten(path: String, mode: Int)
    throws
  {
    let directory = try directory([path: mode])
    defer { try? set(0o777, directory, path) }
    let file = path == "in" ? "in/C.swift" : path
    let message =
      path == "in" ? "cannot be written: permission denied" : "the file is read-only; nothing was written"
    let run = try Unprivileged.run(["fix", "-q"], in: directory.path)
    #expect(run.status == 2)
    #expect(run.errors == "\(file): error: \(message)\n")
    #expect(run.output.hasPrefix(finding(file)))
    #expect(try directory.read(file) == Self.use)
    #expect(try directory.read("B.swift") == Self.use.replacing("@cache", with: "@CacheData"))
    let comments = try Unprivileged.run(["lint", "-q", "--add-suppressions", "later"], in: directory.path)
    #expect(comments.status == 2 && comments.errors == run.errors)
    let names = try FileManager.default.subpathsOfDirectory(atPath: directory.path)
    #expect(!names.contains { $0.contains(".recache-") }, "\(names)")
  }

  @Test func reportsThatCannotBeWritten() throws {
    let directory = try directory(["in": 0o555, "other": 0o000])
    defer { for path in ["in", "other"] { try? set(0o777, directory, path) } }
    let run = try Unprivileged.run(
      [
        "lint", "-q", "A.swift", "--output", "json=in/a.json", "--output", "sarif=other/a.sarif",
        "--output", "text=a.txt",
      ], in: directory.path)
    #expect(run.status == 2)
    #expect(
      run.errors
        == "in/a.json: error: the report cannot be written: permission denied\nother/a.sarif: error: the report cannot be written: permission denied\n"
    )
    #expect(try directory.read("a.txt") == finding("A.swift"))
    let baseline = try Unprivileged.run(
      ["lint", "-q", "A.swift", "--write-baseline", "in/b.json"], in: directory.path)
    #expect(baseline.status == 2 && baseline.errors.contains("in/b.json"), "\(baseline.errors)")
    #expect(baseline.errors.contains("permission denied"), "\(baseline.errors)")
  }

  @Test func aCacheDirectoryThatIsNobodys() throws {
    let directory = try directory(["in": 0o555])
    defer { try? set(0o777, directory, "in") }
    let run = try Unprivileged.run(
      ["lint", "-q", "A.swift", "--cache-directory", "in/c"], in: directory.path)
    #expect(run.status == 2 && run.output == "")
    #expect(run.errors == "error: the cache directory 'in/c' cannot be used: permission denied\n")
  }

  @Test func aRulesFileThatCannotBeRead() throws {
    let directory = try directory([:])
    try Data("version: 1\n".utf8).write(to: URL(fileURLWithPath: directory.path + "/.recache.yml"))
    try set(0o000, directory, ".recache.yml")
    let run = try Unprivileged.run(["lint", "-q"], in: directory.path)
    #expect(run.status == 2 && run.output == "")
    #expect(run.errors.contains(".recache.yml: error: "), "\(run.errors)")
    #expect(run.errors.contains("permission denied"), "\(run.errors)")
  }
}

/// The program as a user to whom not everything is allowed.
private enum Unprivileged {
  private static let setpriv: String? = ["/usr/bin/setpriv", "/bin/setpriv"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// The superuser has to become somebody else, who has to reach the program too.
  static let isAvailable: Bool =
    getuid() != 0 || (try? run(["--version"], in: "/"))?.status == 0

  static func run(_ arguments: [String], in directory: String) throws -> Program.Run {
    guard getuid() == 0 else { return try Program.run(arguments, in: directory) }
    guard let setpriv else { throw Program.Missing(path: "setpriv") }
    return try Program.run(
      ["--reuid=65534", "--regid=65534", "--clear-groups", try Program.path] + arguments, in: directory,
      program: setpriv)
  }
}
