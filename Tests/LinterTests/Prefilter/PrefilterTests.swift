import Foundation
import Linter
import Rules
import Testing

/// What the prefilter leaves unparsed must not show in a report.
struct PrefilterTests {
  /// How many generated projects are compared; a long run sets `RECACHE_PREFILTER_SEEDS`.
  private static var seeds: Range<UInt64> {
    0..<(ProcessInfo.processInfo.environment["RECACHE_PREFILTER_SEEDS"].flatMap { UInt64($0) } ?? 24)
  }

  private func report(
    _ tree: TemporaryTree, _ paths: [String] = ["."], isPrefiltered: Bool, workers: Int = 2
  ) throws -> String {
    var request = LintRequest(
      paths: paths, workingDirectory: tree.path, configuration: try Configuration.shipped(),
      workers: workers)
    request.isPrefiltered = isPrefiltered
    return JSONReport.text(Pipeline(request).lint())
  }

  @Test func generatedProjects() throws {
    var findings = 0
    for seed in Self.seeds {
      let tree = try TemporaryTree(GeneratedProject(seed: seed).files)
      let all = try report(tree, isPrefiltered: false)
      #expect(try report(tree, isPrefiltered: true) == all, "seed \(seed)")
      if seed.isMultiple(of: 4) {
        #expect(try report(tree, isPrefiltered: true, workers: 1) == all, "seed \(seed), one thread")
      }
      findings += try JSONText(reading: all.utf8)["findings"]?.arrayValue?.count ?? 0
    }
    // Something was compared.
    #expect(findings > 5 * Self.seeds.count)
  }

  @Test func aPartOfAProject() throws {
    for seed in Self.seeds.prefix(8) {
      let tree = try TemporaryTree(GeneratedProject(seed: seed &+ 1_000).files)
      for paths in [["Sources/App"], ["Sources/Core", "Sources/Data"]] {
        guard paths.allSatisfy({ FileManager.default.fileExists(atPath: tree.url($0).path) }) else {
          continue
        }
        #expect(
          try report(tree, paths, isPrefiltered: true) == report(tree, paths, isPrefiltered: false),
          "seed \(seed &+ 1_000), \(paths)")
      }
    }
  }

  /// Ways in which a decision rests on another file, each with what tells that the file was heard.
  @Test(arguments: [
    (
      "typealias Rides = Store", "final class Store {}", "func f() -> Rides { x }",
      "class 'Store' is not Codable"
    ),
    (
      "struct Box { var inner: Inner }", "struct Inner { let task: Task<Void, Never> }",
      "func f() -> Box { x }",
      "holds 'task'"
    ),
    (
      "protocol Base {}", "final class Impl: Base {}", "func f() -> any Base { x }",
      "class 'Impl' is not Codable"
    ),
    (
      "protocol Base {}\nprotocol Refined: Base {}", "actor Impl: Refined {}", "func f() -> some Base { x }",
      "actor 'Impl' is shared"
    ),
    ("final class Doc { }", "extension Doc: Codable {}", "func f() -> Doc { x }", "class 'Doc' is Codable"),
    (
      "final class Doc { }", "typealias Paper = Doc\nextension Paper: Codable {}", "func f() -> Doc { x }",
      "class 'Doc' is Codable"
    ),
    (
      "enum Outer { }", "extension Outer { final class Inner {} }", "func f() -> Outer.Inner { x }",
      "class 'Inner' is not Codable"
    ),
    (
      "@attached(extension, conformances: Codable) macro Coded() = #externalMacro(module: \"M\", type: \"T\")",
      "@Coded final class Doc {}", "func f() -> Doc { x }", "class 'Doc' is Codable"
    ),
    // What the compiler infers an associated type from.
    (
      "protocol P { associatedtype Item; func make() -> Item }\nstruct Conf: P { func make() -> Foo { x } }",
      "final class Foo {}", "func f() -> Conf.Item { x }", "class 'Foo' is not Codable"
    ),
    (
      "struct Conf: P { static var one: Foo? { x } }",
      "final class Foo {}\nprotocol P { associatedtype Item; static var one: Item? { get } }",
      "func f() -> Conf.Item { x }", "class 'Foo' is not Codable"
    ),
    (
      "protocol P { associatedtype Item; func make() -> Item }\nextension Int: P { func make() -> Foo { x } }",
      "final class Foo {}", "func f() -> Int.Item { x }", "class 'Foo' is not Codable"
    ),
    // Where the file has a use of its own, in which such members are passed over at first.
    (
      "protocol P { associatedtype Item; func make(_ a: Int) -> Item }",
      """
      import CacheRuntime
      @cache func g() -> Int { 1 }
      final class Foo {}
      struct Conf {
        let a = 1
        public func make(_ a: Int) -> Foo { x }
      }
      extension Conf: P {}
      """,
      "func f() -> Conf.Item { x }", "class 'Foo' is not Codable"
    ),
    (
      "protocol Q { associatedtype Item; static var one: Item { get } }\nprotocol P: Q {}\ntypealias R = P",
      """
      import CacheRuntime
      @cache func g() -> Int { 1 }
      final class Foo {}
      class Base: R {
        /// One.
        class var one: Foo { x }
      }
      final class Conf: Base {}
      """,
      "func f() -> Base.Item { x }", "class 'Foo' is not Codable"
    ),
    (
      "struct Rows: Sequence { func makeIterator() -> Walk { x } }", "final class Walk {}",
      "func f() -> Rows.Iterator { x }", "class 'Walk' is not Codable"
    ),
  ]) func otherFilesAreHeard(one: String, other: String, use: String, because: String) throws {
    let tree = try TemporaryTree([
      "One.swift": one, "Other.swift": other, "Unrelated.swift": "struct Nothing { func cached() {} }",
      "Use.swift": "import CacheRuntime\n@cache \(use)\n",
    ])
    let filtered = try report(tree, isPrefiltered: true)
    #expect(filtered.contains(because), "\(filtered)")
    #expect(try report(tree, isPrefiltered: false) == filtered)
  }

  /// What is not linted is read for its declarations, those that share objects among them.
  @Test func resourceFunctionsBesideAreHeard() throws {
    let tree = try TemporaryTree([
      "Package.swift":
        "let p = Package(name: \"P\", targets: [.target(name: \"Base\"), .target(name: \"App\")])",
      "Sources/Base/Store.swift": """
      import CacheRuntime
      public final class Store: Sendable {}
      @CacheResource public func sharedStore() -> Store { Store() }
      """,
      "Sources/App/Use.swift":
        "import Base\nimport CacheRuntime\n@CacheData func f(_ s: Store) -> Int { 1 }\n",
    ])
    let report = try report(tree, ["Sources/App"], isPrefiltered: true)
    #expect(report.contains("ObjectIdentifier"), "\(report)")
    #expect(try self.report(tree, ["Sources/App"], isPrefiltered: false) == report)
  }

  @Test func theAPIIsSeenThroughAnotherModule() throws {
    let tree = try TemporaryTree([
      "Package.swift":
        "let p = Package(name: \"P\", targets: [.target(name: \"Base\"), .target(name: \"App\")])",
      "Sources/Base/Exports.swift": "@_exported import CacheRuntime\n",
      "Sources/App/Use.swift": "import Base\n@cache func f() -> Int { 1 }\n",
    ])
    #expect(try report(tree, ["Sources/App"], isPrefiltered: true).contains("legacy-cache"))
  }

  /// Public sources, where there are any: `RECACHE_PREFILTER_TREES` names directories, separated by colons.
  @Test func realTrees() throws {
    let named = ProcessInfo.processInfo.environment["RECACHE_PREFILTER_TREES"] ?? ""
    for path in named.split(separator: ":").map(String.init) {
      let tree = try TemporaryTree()
      #expect(
        try report(tree, [path], isPrefiltered: true) == report(tree, [path], isPrefiltered: false), "\(path)"
      )
    }
  }
}
