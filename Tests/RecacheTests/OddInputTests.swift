import Foundation
import Testing

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#endif

/// Files that nobody writes by hand: each is linted, or an error with its place, and nothing hangs.
struct OddInputTests {
  private static let use = "@cache func one() -> Int { 1 }"
  private static let other = "@cache func two() -> Int { 1 }"

  private func finding(_ place: String) -> String {
    "\(place): warning: '@cache' is deprecated and 'one()' returns data ('Int'); use '@CacheData' [legacy-cache]\n"
  }

  /// A file's bytes, and the places of the uses in it.
  @Test(
    arguments: [
      ("import CacheRuntime\nlet a = \0 1\n\(use)\n", ["3:1"]),
      ("import CacheRuntime\n\(use)\n\0\0", ["2:1"]),
      ("import CacheRuntime\r\(use)\r\(other)\r", ["2:1", "3:1"]),
      ("import CacheRuntime\r\n\(use)\r\n\(other)", ["2:1", "3:1"]),
      ("import CacheRuntime\r\(use)\r\n\n\r\(other)", ["2:1", "5:1"]),
      ("\u{FEFF}import CacheRuntime\n\(use)\n", ["2:1"]),
      ("\u{FEFF}import CacheRuntime; \(use)", ["1:25"]),
      ("import CacheRuntime\n\(use)", ["2:1"]),
      ("import CacheRuntime\n/* \u{202E} 🚲 */ \(use)", ["2:16"]),
      ("", []), ("\u{FEFF}", []), ("\n\n\n", []), ("\0", []),
    ] as [(String, [String])]) func bytes(text: String, places: [String]) throws
  {
    let directory = try TemporaryDirectory(["A.swift": text])
    let run = try Program.run(["lint", "-q"], in: directory.path)
    #expect(run.errors == "" && run.status == (places.isEmpty ? 0 : 1))
    let names = ["one", "two"]
    #expect(
      run.output
        == zip(places, names).map { finding("A.swift:\($0)").replacing("one", with: $1) }.joined())
    // Whatever the line ends, a fix changes the name alone.
    #expect(try Program.run(["fix", "-q"], in: directory.path).status == 0)
    #expect(try directory.read("A.swift") == text.replacing("@cache", with: "@CacheData"))
  }

  @Test(
    arguments: [
      ([0x61, 0x0A, 0x22, 0xFF, 0x22], "2:2"), ([0xFF, 0xFE, 0x61, 0x00], "1:1"),
      ([0xED, 0xA0, 0x80], "1:1"),
      ([0x61, 0xC3], "1:2"), ([0xC0, 0x80], "1:1"),
    ] as [([UInt8], String)]) func whatIsNotUTF8(bytes: [UInt8], place: String) throws
  {
    let directory = try TemporaryDirectory(["B.swift": "import CacheRuntime\n\(Self.use)\n"])
    try Data(bytes).write(to: URL(fileURLWithPath: directory.path + "/A.swift"))
    let run = try Program.run(["lint", "-q"], in: directory.path)
    #expect(run.status == 2 && run.output == finding("B.swift:2:1"))
    #expect(run.errors == "A.swift:\(place): error: the file is not valid UTF-8\n")
  }

  /// A file of 47 MB, and a line of ten.
  @Test func size() throws {
    let comments = String(repeating: "// what nobody reads to its end\n", count: 47_000_000 / 32)
    let line = "let text = \"\(String(repeating: "x", count: 10_000_000))\"; "
    let directory = try TemporaryDirectory([
      "A.swift": "import CacheRuntime\n\(Self.use)\n\(comments)\(Self.other)\n",
      "B.swift": "import CacheRuntime\n\(line)\(Self.use)\n",
    ])
    let run = try Program.run(["lint", "-q"], in: directory.path)
    #expect(run.status == 1 && run.errors == "")
    let last = 3 + comments.utf8.count / 32
    let places = ["A.swift:2:1", "A.swift:\(last):1", "B.swift:2:\(line.utf8.count + 1)"]
    let names = ["one", "two", "one"]
    #expect(run.output == zip(places, names).map { finding($0).replacing("one", with: $1) }.joined())
    // No report shows a line that long.
    let shown = try Program.run(["lint", "-q", "--color", "always", "B.swift"], in: directory.path)
    #expect(shown.output.utf8.count < 1_000)
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: directory.path + "/B.swift"))
    try file.truncate(atOffset: 70_000_000)
    let large = try Program.run(["lint", "-q", "B.swift"], in: directory.path)
    #expect(large.status == 2 && large.output == "")
    #expect(
      large.errors
        == "B.swift: error: the file has 70000000 bytes, more than 67108864; split it or leave it out\n")
  }

  /// A file's name, and how reports show it.
  @Test(arguments: [
    ("a\nb", "a\u{FFFD}b"), ("a\"b'c`d", "a\"b'c`d"), ("🚲", "🚲"), ("-q", "-q"), ("a\tb", "a\u{FFFD}b"),
    ("\u{1B}[31m", "\u{FFFD}[31m"), ("a:1:1", "a:1:1"), ("a%0Ab,c", "a%0Ab,c"), ("<&>", "<&>"),
  ]) func name(name: String, shown: String) throws {
    let file = name + ".swift"
    let directory = try TemporaryDirectory([file: "import CacheRuntime\n\(Self.use)\n"])
    for paths in [[], ["./" + file], ["--", file]] {
      let run = try Program.run(["lint", "--format", "text"] + paths, in: directory.path)
      #expect(run.status == 1 && run.output == finding(shown + ".swift:2:1"))
    }
    let list = try Program.run(["lint", "-q", "--files-from", "-"], in: directory.path, input: file + "\0")
    #expect(list.output == finding(shown + ".swift:2:1"))
    // A report for programs has the name itself.
    let json = try Program.run(["lint", "--format", "json"], in: directory.path)
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let findings = object?["findings"] as? [[String: Any]]
    #expect(findings?.compactMap { $0["path"] as? String } == [file])
    #expect(try Program.run(["fix", "-q"], in: directory.path).status == 0)
    #expect(
      try directory.read(file) == "import CacheRuntime\n\(Self.use)\n".replacing("@cache", with: "@CacheData")
    )
  }

  #if os(Linux)
  @Test func aNameThatIsNotUTF8() throws {
    let directory = try TemporaryDirectory(["B.swift": "import CacheRuntime\n\(Self.use)\n"])
    let path = Array((directory.path + "/").utf8) + [0xFF, 0xFE] + Array(".swift\0".utf8)
    let descriptor = path.withUnsafeBytes { bytes in
      bytes.withMemoryRebound(to: CChar.self) { names in
        names.baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o644) } ?? -1
      }
    }
    try #require(descriptor >= 0)
    close(descriptor)
    let run = try Program.run(["lint", "-q"], in: directory.path)
    #expect(run.status == 2 && run.output == finding("B.swift:2:1"))
    #expect(run.errors == "\u{FFFD}\u{FFFD}.swift: error: the name is not valid UTF-8\n")
  }
  #endif

  /// Folders in folders, as many as there is room for in a path.
  @Test func depth() throws {
    let directory = try TemporaryDirectory(["A.swift": "import CacheRuntime\n\(Self.use)\n"])
    let deep = Array(repeating: "d", count: 400).joined(separator: "/")
    let long = Array(repeating: String(repeating: "l", count: 200), count: 18).joined(separator: "/")
    for folder in [deep, long] {
      let made = try Program.run(
        ["-c", "mkdir -p \"$0\" && cp A.swift \"$0\"", folder], in: directory.path, program: "/bin/sh")
      #expect(made.status == 0, "\(made.errors)")
    }
    let run = try Program.run(["lint", "-q"], in: directory.path)
    #expect(run.status == 1 && run.errors == "")
    let paths = ["A.swift", deep + "/A.swift", long + "/A.swift"]
    #expect(run.output == paths.map { finding($0 + ":2:1") }.joined())
  }

  /// What has no end, or nobody at its other end.
  @Test(arguments: ["pipe.swift", "/dev/null", "/dev/zero"]) func whatIsNoFile(path: String) throws {
    let directory = try TemporaryDirectory(["A.swift": "import CacheRuntime\n\(Self.use)\n"])
    #expect(mkfifo(directory.path + "/pipe.swift", 0o644) == 0)
    let run = try Program.run(["lint", "-q", "A.swift", path], in: directory.path)
    #expect(run.status == 2 && run.output == finding("A.swift:2:1"))
    #expect(run.errors.hasSuffix("\(path): error: is neither a file nor a directory\n"))
    #expect(run.errors.count { $0 == "\n" } == 1)
  }
}
