import Foundation
import Testing

struct ProbeCommandTests {
  static let files = [
    "Package.swift": "// swift-tools-version: 6.0\n",
    "Sources/App/A.swift": """
    struct Region { var code: String }
    struct Place: Hashable, Codable { var name: String }
    final class Store {
      func rides(in region: Region, limit: Int = 1, _ _database: Store) {}
    }
    typealias Round = Trip
    typealias Trip = Round
    protocol Left: Right {}
    protocol Right: Left {}
    struct Both: Left {}
    struct Nest: Hashable { var nest: [Nest] }
    """,
    "Sources/App/Deep.swift": "let a = " + String(repeating: "(", count: 10_000),
    "Empty/README": "",
    "Odd/A.swift": "struct A { struct A { struct A: Hashable {} } }\nstruct `struct` {}\n}}}",
  ]

  static let region = """
    App.Region: unhashable
      struct 'Region' does not conform to Hashable (Sources/App/A.swift:1:8)
      hash function:
        .hash(Region.self) { $0.code }
      conform, in the file that declares 'Region':
        extension Region: Hashable {}

    """
  static let place = """
    App.Place: hashable, stable
      struct 'Place' conforms to Hashable (Sources/App/A.swift:2:8)

    """

  static let runs: [(arguments: [String], status: Int32, output: String, errors: String)] = [
    (["Place", "--in", "Sources"], 0, place, ""),
    (["Region", "Place"], 1, region + place, ""),
    (["App.Place"], 0, place, ""),
    (["./Sources/App/A.swift:2"], 0, place, ""),
    (
      ["[String: Place]?"], 0,
      "[String: Place]?: hashable, stable\n  'Optional' is Hashable by the toolchain\n", ""
    ),
    (
      ["Nest"], 0,
      "App.Nest: hashable, in memory only\n  struct 'Nest' conforms to Hashable (Sources/App/A.swift:11:8)\n",
      ""
    ),
    (
      ["Both"], 1,
      """
      App.Both: unhashable
        struct 'Both' does not conform to Hashable (Sources/App/A.swift:10:8)
        conform, in the file that declares 'Both':
          extension Both: Hashable {}

      """, ""
    ),
    (
      ["A.A.A", "--in", "Odd"], 0,
      "A.A.A: hashable, in memory only\n  struct 'A' conforms to Hashable (Odd/A.swift:1:30)\n", ""
    ),
    (["--all", "--in", "Empty"], 0, "", ""),
    (["Place", "--in", "Empty"], 0, place, ""),
    (
      ["Int", "--in", "none"], 2, "Int: hashable, stable\n  'Int' is Hashable by the toolchain\n",
      "none: error: no such file or directory\n"
    ),
  ]

  @Test(arguments: runs)
  func `Verdicts, exit status and both streams`(
    arguments: [String], status: Int32, output: String, errors: String
  ) throws {
    let directory = try TemporaryDirectory(Self.files)
    let run = try Program.run(["probe"] + arguments, in: directory.path)
    #expect(run.output == output)
    #expect(run.status == status)
    #expect(run.errors == errors)
  }

  @Test func `A name that is near is offered`() throws {
    let directory = try TemporaryDirectory(Self.files.filter { $0.key != "Sources/App/Deep.swift" })
    let run = try Program.run(["probe", "Regoin"], in: directory.path)
    #expect(run.status == 2)
    #expect(run.errors == "error: nothing named 'Regoin' is declared in '.'; did you mean 'Region'?\n")
  }

  /// What is asked, and what is said on standard error; each ends in status 2.
  static let misses: [(String, String)] = [
    (
      "rides(in:)", "error: nothing named 'rides(in:)' is declared in '.'; did you mean 'rides(in:limit:_:)'?"
    ),
    ("rides", "error: nothing named 'rides' is declared in '.'; did you mean 'rides(in:limit:_:)'?"),
    (
      "Store.rides(of:limit:)",
      "error: nothing named 'Store.rides(of:limit:)' is declared in '.'; did you mean 'Store.rides(in:limit:_:)'?"
    ),
    (
      "ride(in:limit:_:)",
      "error: nothing named 'ride(in:limit:_:)' is declared in '.'; did you mean 'rides(in:limit:_:)'?"
    ),
    ("[Regoin]?", "error: nothing named 'Regoin' is declared in '.'; did you mean 'Region'?"),
    ("[Region", "error: '[Region' is not a type; ']' is missing\n  [Region\n         ^"),
    ("Region, Int", "error: 'Region, Int' is not a type\n  Region, Int\n        ^"),
    ("Set<Region", "error: 'Set<Region' is not a type; '>' is missing\n  Set<Region\n            ^"),
    ("Sources/App/A.swift:99", "Sources/App/A.swift:99: error: the file has 11 lines"),
    ("Sources/App/A.swift:0", "Sources/App/A.swift: error: '0' is no line; lines count from 1"),
    ("Sources/App/A.swift:abc", "Sources/App/A.swift: error: 'abc' is no line; lines count from 1"),
    ("Sources/App/Gone.swift:1", "Sources/App/Gone.swift: error: no such file or directory"),
    ("Blank.swift:1", "Blank.swift:1: error: nothing is declared here or above"),
    ("Region:abc", "error: nothing named 'Region:abc' is declared in '.'"),
  ]

  @Test(arguments: misses)
  func `What has no verdict is told with the place and the remedy`(word: String, message: String) throws {
    var files = Self.files.filter { $0.key != "Sources/App/Deep.swift" }
    files["Blank.swift"] = "// nothing\n"
    let directory = try TemporaryDirectory(files)
    let run = try Program.run(["probe", word], in: directory.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors == message + "\n")
  }

  @Test func `What dependencies declare is read where the project does not know a name`() throws {
    let directory = try TemporaryDirectory([
      "App/Package.swift": """
      // swift-tools-version: 6.0
      let package = Package(name: "App", dependencies: [.package(path: "../Near"), .package(url: "x", from: "1.0.0")],
        targets: [.target(name: "App")])
      """,
      "App/Sources/App/A.swift": """
      import Far
      import Near
      struct Ride: Named {}
      struct Plain: Marked {}
      func load(_ ride: Token) {}
      """,
      "App/.build/checkouts/far/Package.swift":
        "let package = Package(name: \"far\", targets: [.target(name: \"Far\")])",
      "App/.build/checkouts/far/Sources/Far/A.swift":
        "public protocol Named: Key {}\npublic protocol Key: Hashable {}",
      "App/.build/checkouts/far/Tests/FarTests/A.swift": "protocol Marked: Hashable {}",
      "Near/Package.swift": "let package = Package(name: \"near\", targets: [.target(name: \"Near\")])",
      "Near/Sources/Near/A.swift": "public protocol Marked {}\npublic struct Token { public var id: Int }",
    ])
    let run = try Program.run(["probe", "--all", "--in", "App"], in: directory.path)
    #expect(run.output.contains("App.Plain: unhashable\n"))
    #expect(run.output.contains("App.Ride: hashable, in memory only\n"))
    #expect(!run.output.contains("Token"))
    let function = try Program.run(["probe", "load(_:)", "Token", "--in", "App"], in: directory.path)
    #expect(function.output.contains("load(_:) ride: Near.Token: unhashable\n"))
    #expect(
      function.output.contains(".hash(Near.Token.self) { $0.id }")
        || function.output.contains(".hash(Token.self) { $0.id }"))
    #expect(!function.output.contains("extension Token: Hashable"))
    #expect(function.status == 1)
  }

  @Test func `A place may have a column`() throws {
    let directory = try TemporaryDirectory(Self.files)
    #expect(try Program.run(["probe", "Sources/App/A.swift:2:8"], in: directory.path).output == Self.place)
  }

  @Test func `A function's parameters are judged, the excluded one aside`() throws {
    let directory = try TemporaryDirectory(Self.files)
    for name in ["Store.rides(in:limit:_:)", "Sources/App/A.swift:4"] {
      let run = try Program.run(["probe", name], in: directory.path)
      #expect(run.status == 1)
      let lines = run.output.split(separator: "\n")
      #expect(lines.contains("rides(in:limit:_:) self: App.Store: unhashable"))
      #expect(
        lines.contains(
          "  UnhashableParamError: Cannot hash argument 'region' (of type App.Region) in 'rides(in:limit:_:)'."
        ))
      #expect(lines.contains("    in _region: Region"))
      #expect(lines.contains("rides(in:limit:_:) limit: Int: hashable, stable"))
      #expect(lines.contains("rides(in:limit:_:) _database: App.Store: excluded"))
    }
  }

  @Test func `Cyclic aliases end`() throws {
    let directory = try TemporaryDirectory(Self.files)
    #expect(try Program.run(["probe", "Round"], in: directory.path).status == 2)
  }

  @Test func `Programs get one object`() throws {
    let directory = try TemporaryDirectory(Self.files)
    let run = try Program.run(
      ["probe", "Place", "Store.rides(in:limit:_:)", "--format", "json"], in: directory.path)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(report["version"] as? Int == 1)
    let types = try #require(report["types"] as? [[String: Any]])
    #expect(types.first?["type"] as? String == "App.Place")
    #expect(types.first?["stable"] as? Bool == true)
    let parameters = try #require(report["parameters"] as? [[String: Any]])
    #expect(parameters.map { $0["parameter"] as? String } == ["self", "region", "limit", "_database"])
    #expect(
      parameters.map { $0["verdict"] as? String } == ["unhashable", "unhashable", "hashable", "hashable"])
  }

  @Test(arguments: [["probe"], ["probe", "--verify", "--time-limit", "0", "A"]])
  func `What is no question is refused`(arguments: [String]) throws {
    let directory = try TemporaryDirectory([:])
    #expect(try Program.run(arguments, in: directory.path).status == 64)
  }
}
