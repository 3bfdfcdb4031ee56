import Foundation
import Testing

/// `--since` as it is called: from hooks, without git, by programs that ignore the end of their children.
struct SinceCommandTests {
  private static let old = "import CacheRuntime\n@cache func old() -> Int { 1 }\n"
  private static let edited = old + "@cache func edited() -> Int { 1 }\n"
  private static let finding =
    "Sources/A.swift:3:1: warning: '@cache' is deprecated and 'edited()' returns data ('Int'); use '@CacheData' [legacy-cache]\n"

  /// A repository with a change that is not committed.
  private func repository() throws -> TemporaryDirectory {
    let directory = try TemporaryDirectory(["Sources/A.swift": Self.old])
    let script = """
      git init -q -b main . && git add -A && git -c user.name=T -c user.email=t@example.org commit -qm step
      """
    #expect(try shell(script, in: directory.path).status == 0)
    try Data(Self.edited.utf8).write(to: URL(fileURLWithPath: directory.path + "/Sources/A.swift"))
    return directory
  }

  private func shell(
    _ script: String, in directory: String, _ environment: [String: String] = [:]
  ) throws -> Program.Run {
    try Program.run(
      ["-c", script, try Program.path], in: directory,
      environment: environment.merging(["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"]) {
        $1
      },
      program: "/bin/sh")
  }

  @Test func fromAFolderInside() throws {
    let directory = try repository()
    let run = try Program.run(["lint", "-q", "--since", "HEAD"], in: directory.path + "/Sources")
    #expect(run.status == 1 && run.errors == "")
    #expect(run.output == Self.finding.replacing("Sources/", with: ""))
  }

  @Test func withoutGit() throws {
    let directory = try repository()
    let run = try Program.run(
      ["lint", "-q", "--since", "HEAD"], in: directory.path, environment: ["PATH": directory.path])
    #expect(run.status == 2 && run.output == "")
    #expect(run.errors == "error: '--since' asks git, and there is no 'git' on the search path\n")
  }

  @Test(arguments: [
    ("no-such-branch", "error: git knows no revision 'no-such-branch' here\n"),
    ("HEAD~9", "error: git knows no revision 'HEAD~9' here\n"),
    ("", "error: '' is not a revision; name a commit, a branch or a tag\n"),
  ]) func aRevisionThatIsNotThere(revision: String, message: String) throws {
    let directory = try repository()
    for command in ["lint", "fix"] {
      let run = try Program.run([command, "-q", "--since", revision], in: directory.path)
      #expect(run.status == 2 && run.output == "" && run.errors == message)
    }
    #expect(try directory.read("Sources/A.swift") == Self.edited)
  }

  /// Who starts it may have said not to be told of children that end; the system then tells nobody how they did.
  @Test func startedByWhoIgnoresChildren() throws {
    let directory = try repository()
    let run = try shell("trap '' CHLD; exec \"$0\" lint -q --since HEAD", in: directory.path)
    #expect(run.status == 1 && run.errors == "")
    #expect(run.output == Self.finding)
  }

  /// A hook in a work tree beside the main one is told where the repository is, and not where the root is.
  @Test func fromAHook() throws {
    let directory = try repository()
    let script = """
      printf '%s\\n' '#!/bin/sh' "'$0' lint -q --since HEAD Sources" > .git/hooks/pre-commit &&
      chmod +x .git/hooks/pre-commit && git worktree add -q w && cp Sources/A.swift w/Sources/A.swift &&
      cd w && git -c user.name=T -c user.email=t@example.org commit -qam step
      """
    let run = try shell(script, in: directory.path)
    #expect(run.status == 1, "the commit is refused")
    // Git hands a hook's output on by standard error.
    #expect(run.errors + run.output == Self.finding)
  }
}
