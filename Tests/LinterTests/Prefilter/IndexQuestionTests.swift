import Foundation
import HashProbe
import Rules
@testable import Linter
import Testing

/// An index of the files that a question needs gives the answers of the index of all files.
struct IndexQuestionTests {
  /// Everything that is said of the types of a name, numbers aside, which differ from index to index.
  private static func answers(_ index: DeclarationIndex, _ name: String) -> [String] {
    let probe = Probe(index: index)
    return index.types(named: name).map { type in
      let verdict = probe.verdict(on: type)
      return [
        verdict.type, verdict.answer.rawValue, verdict.because, verdict.declaredAt?.description ?? "",
        "\(verdict.isStable ?? false)", verdict.source.rawValue, verdict.traps.joined(separator: ";"),
        verdict.suggestions.map { $0.code + ($0.note ?? "") }.joined(separator: ";"), verdict.advice ?? "",
      ].joined(separator: " | ")
    }
  }

  private static func question(_ name: String) -> IndexQuestion {
    var question = IndexQuestion()
    question.names = Set(name.split(separator: ".").map(String.init))
    question.sharingAttributes = ["CacheResource"]
    question.modules = ["CacheRuntime"]
    return question
  }

  /// What bears on `A`, each text a file of its own.
  static let cases: [[String]] = [
    ["typealias B = A", "extension B: Hashable {}", "struct A {}"],
    ["struct A: Hashable { let b: C.D }", "enum C {}", "extension C { typealias D = E }", "class E {}"],
    ["struct A: K {}", "protocol K: L {}", "typealias L = Hashable & Sendable"],
    [
      "struct A: Hashable { let b: B }", "struct B: P {}", "protocol P: Hashable {}",
      "extension P { func hash(into h: inout Hasher) {} }",
    ],
    ["struct A { let b: Int }", "func == (l: A, r: A) -> Bool { true }", "extension A: Equatable {}"],
    [
      "@M struct A {}",
      "@attached(extension, conformances: Hashable) macro M() = #externalMacro(module: \"\", type: \"\")",
    ],
    [
      "class A: B {}", "class B: C {}", "class C {}",
      "extension C: Hashable { static func == (l: C, r: C) -> Bool { true }; func hash(into: inout Hasher) {} }",
    ],
    [
      "struct A: Hashable { let b: B<C> }", "struct B<T> { var t: T }",
      "extension B: Equatable where T: Equatable {}", "extension B: Hashable where T: Hashable {}",
      "class C {}",
    ],
    ["class A {}", "import CacheRuntime\n@CacheResource func a() -> A { A() }"],
    ["class A {}", "import CacheRuntime\n@CacheResource func a() -> B? { nil }", "typealias B = A"],
    ["struct A: Hashable { let b: B.ID }", "struct B: Identifiable { let id: C }", "struct C: Hashable {}"],
    ["struct A { @W var b: Int }", "@propertyWrapper struct W { var wrappedValue: Int }"],
    ["enum O { struct A: Hashable { let b: N } }", "extension O { class N {} }", "struct N: Hashable {}"],
    [
      "import Foundation\nclass A: B {}", "import Foundation\nclass B: NSObject {}",
      "extension B { override func isEqual(_ other: Any?) -> Bool { true } }",
    ],
  ]

  @Test(arguments: cases)
  func `What bears on a type is followed`(files: [String]) throws {
    let unrelated = (0..<20).map { "struct Other\($0): Hashable { let other: Other\(($0 + 1) % 20) }" }
    let tree = try TemporaryTree(
      Dictionary(
        uniqueKeysWithValues: (files + unrelated).enumerated().map {
          ("Sources/App/F\($0.offset).swift", $0.element)
        }
      ).merging(["Package.swift": "// swift-tools-version: 6.0\n"]) { first, _ in first })
    let pipeline = tree.pipeline(rules: [])
    let whole = Self.answers(pipeline.index().index, "A")
    #expect(!whole.isEmpty)
    #expect(Self.answers(pipeline.index(for: Self.question("A")).index, "A") == whole)
    #expect(pipeline.readRelevant(pipeline.find(), for: Self.question("A")).parsed < 20)
  }

  /// Types of the probe's own sources, of every kind.
  static let own = [
    "DeclarationIndex", "TypeExpression", "Verdict.Answer", "CompilerQuestion", "NameScope.Level",
  ]

  @Test func `Types of real sources have the same verdicts`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/HashProbe").standardized
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter {
      $0.hasSuffix(".swift") && !$0.hasSuffix("+Text.swift")
    }
    #expect(names.count > 30)
    let files = try names.map { name in
      ("Sources/HashProbe/" + name, try String(contentsOf: root.appending(path: name), encoding: .utf8))
    }
    let tree = try TemporaryTree(
      Dictionary(uniqueKeysWithValues: files + [("Package.swift", "// swift-tools-version: 6.0\n")]))
    let pipeline = tree.pipeline(rules: [])
    let whole = pipeline.index().index
    for name in Self.own {
      let expected = Self.answers(whole, name)
      #expect(!expected.isEmpty, "\(name)")
      #expect(Self.answers(pipeline.index(for: Self.question(name)).index, name) == expected)
    }
  }
}
