@testable import Linter
import Testing

struct ChildProcessTests {
  @Test func `Both streams and the status are told`() throws {
    let run = try ChildProcess.run("sh", ["-c", "echo a; echo b >&2; exit 3"], timeLimit: .seconds(60))
    #expect(run.text == "a\nb\n")
    #expect(run.ending == .exited(3))
  }

  @Test func `No shell reads the arguments`() throws {
    let run = try ChildProcess.run("echo", ["$(id); `id` && id", "*"], timeLimit: .seconds(60))
    #expect(run.text == "$(id); `id` && id *\n")
  }

  @Test func `A program that goes on is ended, with what it started`() throws {
    let run = try ChildProcess.run(
      "sh", ["-c", "echo a; sleep 600 & sleep 600"], timeLimit: .milliseconds(200))
    #expect(run.ending == .timedOut)
  }

  @Test func `What is left behind keeps nobody waiting`() throws {
    let run = try ChildProcess.run("sh", ["-c", "sleep 600 & echo a"], timeLimit: .seconds(600))
    #expect(run.text == "a\n")
    #expect(run.ending == .exited(0))
  }

  @Test func `No more is kept than the limit`() throws {
    let run = try ChildProcess.run(
      "sh", ["-c", "yes | head -c 3000000"], timeLimit: .seconds(60), outputLimit: 1_000)
    #expect(run.output.count == 1_000)
    #expect(run.ending == .exited(0))
  }

  @Test func `A signal is no exit status`() throws {
    let run = try ChildProcess.run("sh", ["-c", "kill -9 $$"], timeLimit: .seconds(60))
    #expect(run.ending == .signalled(9))
  }

  @Test func `A program that is not there is an error`() {
    #expect(throws: SystemError.self) {
      try ChildProcess.run("recache-no-such-program", [], timeLimit: .seconds(60))
    }
  }

  @Test func `Streams are kept apart, and input reaches the program whole`() throws {
    // More than any pipe holds, in both directions and on both streams.
    let input = Array(repeating: UInt8(ascii: "x"), count: 3_000_000)
    let run = try ChildProcess.run(
      "sh", ["-c", "tee /dev/stderr | tr x y; exit 4"], input: input, errors: .apart, outputLimit: .max)
    #expect(run.ending == .exited(4))
    #expect(run.errors == input)
    #expect(run.output == Array(repeating: UInt8(ascii: "y"), count: 3_000_000))
  }

  @Test func `The environment is this program's, but for what is said`() throws {
    let run = try ChildProcess.run(
      "sh", ["-c", "echo $RECACHE_A; echo ${HOME-none}; echo ${PATH+path}"],
      environment: ["RECACHE_A": "a b", "HOME": nil])
    #expect(run.text == "a b\nnone\npath\n")
  }
}
