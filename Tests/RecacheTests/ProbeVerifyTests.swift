import Foundation
import Testing

/// `--verify` with real packages, built by the toolchain at hand.
struct ProbeVerifyTests {
  private static let manifest = """
    // swift-tools-version: 6.0
    import PackageDescription
    let package = Package(name: "pkg", targets: [.target(name: "App")])
    """

  private static func verdicts(_ arguments: [String], in directory: TemporaryDirectory) throws -> [String:
    String]
  {
    let run = try Program.run(
      ["probe", "--verify", "--format", "json"] + arguments, in: directory.path)
    #expect(run.errors == "")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    var verdicts: [String: String] = [:]
    for item in report["types"] as? [[String: Any]] ?? [] {
      verdicts[item["type"] as? String ?? ""] = "\(item["verdict"] ?? "") \(item["source"] ?? "")"
    }
    for item in report["parameters"] as? [[String: Any]] ?? [] {
      verdicts[item["parameter"] as? String ?? ""] = "\(item["verdict"] ?? "") \(item["source"] ?? "")"
    }
    return verdicts
  }

  @Test func `The compiler is asked about the modules of a package`() throws {
    let directory = try TemporaryDirectory([
      "Package.swift": Self.manifest,
      // A module with a type of its own name, an internal type, and what the index cannot know: an inferred type.
      "Sources/App/A.swift": """
      import Foundation
      enum App { case one, two }
      struct Region { var code: String }
      public struct Place: Hashable { public var area = 1 + 2 }
      struct Box<T> { var t: T }
      extension Box: Equatable where T: Equatable {}
      extension Box: Hashable where T: Hashable {}
      private struct Secret: Hashable {}
      protocol Key: Hashable {}
      func ask<T: Key, U>(t: T, u: [U], v: some Key, w: () -> Void, x: [String: Region]?, y: Date) {}
      """,
    ])
    #expect(
      try Self.verdicts(["--all"], in: directory) == [
        "App.App": "hashable compiler", "App.Region": "unhashable compiler", "App.Place": "hashable compiler",
        "App.Box<T>": "hashable compiler", "App.Secret": "unknown compiler", "App.Key": "unhashable compiler",
      ])
    #expect(
      try Self.verdicts(["ask(t:u:v:w:x:y:)"], in: directory) == [
        "t": "hashable compiler", "u": "unhashable compiler", "v": "hashable compiler",
        "w": "unhashable compiler", "x": "unhashable compiler", "y": "hashable compiler",
      ])
  }

  @Test func `A package that does not build is an error with its place`() throws {
    let directory = try TemporaryDirectory([
      "Package.swift": Self.manifest, "Sources/App/A.swift": "struct A {}\nlet x: Int = \"a\"\n",
    ])
    let run = try Program.run(["probe", "--verify", "A"], in: directory.path)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(
      run.errors == """
        Sources/App/A.swift:2:14: error: cannot convert value of type 'String' to specified type 'Int'
        .: error: the package does not build, so the compiler was not asked

        """)
  }

  @Test func `A single file needs no package, a directory does`() throws {
    let directory = try TemporaryDirectory([
      "Alone/A.swift": "private struct A: Hashable { let a: Int }\nfileprivate class B {}\n",
      "Broken/A.swift": "struct A: Hashable { let f: Int }\nlet x: Int = \"a\"\n",
    ])
    #expect(
      try Self.verdicts(["--all", "--in", "Alone/A.swift"], in: directory)
        == ["A": "hashable compiler", "B": "unhashable compiler"])
    let none = try Program.run(["probe", "--verify", "A", "--in", "Alone"], in: directory.path)
    #expect(none.status == 2)
    #expect(none.errors.hasPrefix("Alone: error: no 'Package.swift' here or above; "))
    let broken = try Program.run(["probe", "--verify", "A", "--in", "Broken/A.swift"], in: directory.path)
    #expect(broken.status == 2)
    #expect(broken.errors.hasPrefix("Broken/A.swift:2:14: error: cannot convert value"))
  }
}
