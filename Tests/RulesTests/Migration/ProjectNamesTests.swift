import Testing

@testable import Rules

/// What other files say about a use.
@Suite struct ProjectNamesTests {
  private static let use = "@cache func one() -> Int { 1 }\nlet two = cache { () -> Int in 2 }"

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var files: [String: String]
    /// The lines with a finding in `Sources/App/Use.swift`.
    var lines: [Int]

    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(
      name: "a re-export in the same module",
      files: ["Sources/App/Exports.swift": "@_exported import CacheRuntime", "Sources/App/Use.swift": use],
      lines: [1, 2]),
    Case(
      name: "a re-export by a module that is imported",
      files: [
        "Sources/Base/Exports.swift": "@_exported import CacheRuntime",
        "Sources/App/Use.swift": "import Base\n" + use,
      ],
      lines: [2, 3]),
    Case(
      name: "a re-export of a re-export",
      files: [
        "Sources/Base/Exports.swift": "@_exported import CacheRuntime",
        "Sources/Middle/Exports.swift": "@_exported import Base",
        "Sources/App/Use.swift": "import Middle\n" + use,
      ],
      lines: [2, 3]),
    Case(
      name: "a plain import elsewhere is no re-export",
      files: ["Sources/App/Other.swift": "public import CacheRuntime", "Sources/App/Use.swift": use],
      lines: []),
    Case(
      name: "a re-export in a module that is not imported",
      files: ["Sources/Base/Exports.swift": "@_exported import CacheRuntime", "Sources/App/Use.swift": use],
      lines: []),
    Case(
      name: "a function of the module",
      files: [
        "Sources/App/Own.swift": "func cache<T>(_ body: () -> T) -> T { body() }",
        "Sources/App/Use.swift": "import CacheRuntime\n" + use,
      ],
      lines: [2]),
    Case(
      name: "a function of another module, which the import of the API outweighs",
      files: [
        "Sources/Base/Own.swift": "func cache<T>(_ body: () -> T) -> T { body() }",
        "Sources/App/Use.swift": "import CacheRuntime\n" + use,
      ],
      lines: [2, 3]),
    Case(
      name: "a property wrapper of the project",
      files: [
        "Sources/Base/Own.swift": "@propertyWrapper public struct cache { public var wrappedValue: Int }",
        "Sources/App/Use.swift": "import CacheRuntime\n" + use,
      ],
      lines: []),
    Case(
      name: "an alias of the project",
      files: [
        "Sources/App/Own.swift": "typealias cache = Own",
        "Sources/App/Use.swift": "import CacheRuntime\n" + use,
      ],
      lines: []),
    Case(
      name: "a macro of the project",
      files: [
        "Sources/Base/Own.swift":
          "@attached(body) public macro cache() = #externalMacro(module: \"Own\", type: \"Own\")",
        "Sources/App/Use.swift": "import CacheRuntime\n" + use,
      ],
      lines: [3]),
    Case(
      name: "a member of an extension in another file",
      files: [
        "Sources/App/Own.swift": "extension Store {\n  func cache(_ body: () -> Int) {}\n}",
        "Sources/App/Use.swift": "import CacheRuntime\nstruct Store {\n  func look() { cache { 1 } }\n}",
      ],
      lines: []),
    Case(
      name: "a member of a superclass and of a protocol extension in other files",
      files: [
        "Sources/App/Base.swift": "class Base: Caching {}",
        "Sources/App/Caching.swift":
          "protocol Caching {}\nextension Caching {\n  var cache: (() -> Int) -> Int { { $0() } }\n}",
        "Sources/App/Use.swift": "import CacheRuntime\nclass Store: Base {\n  func look() { cache { 1 } }\n}",
      ],
      lines: []),
    Case(
      name: "a member of another type",
      files: [
        "Sources/App/Own.swift": "struct Other {\n  func cache(_ body: () -> Int) {}\n}",
        "Sources/App/Use.swift":
          "import CacheRuntime\nstruct Store {\n  func look() { _ = cache { () -> Int in 1 } }\n}",
      ],
      lines: [3]),
  ])
  func `Other files may pass the API on or hide it`(example: Case) {
    let found = Project(example.files).findings().filter { $0.path == "Sources/App/Use.swift" }
    #expect(found.map(\.start.line) == example.lines)
  }
}
