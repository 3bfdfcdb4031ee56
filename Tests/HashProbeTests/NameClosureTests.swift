import Foundation
import HashProbe
import SwiftParser
import Testing

/// An index of the files that a question needs gives the answers of the index of all files.
@Suite struct NameClosureTests {
  struct Source {
    var path: String
    var module: String?
    var bytes: [UInt8]

    func summary() -> DeclarationSummary {
      DeclarationSummary(
        of: Parser.parse(source: String(decoding: bytes, as: UTF8.self)), path: path, module: module)
    }
  }

  /// An index for one question, and how many files were parsed for it.
  static func index(
    _ sources: [Source], for names: [String], _ outlines: [NameOutline], parsed: (Int) -> DeclarationSummary
  ) -> (index: DeclarationIndex, count: Int) {
    var closure = NameClosure(outlines)
    closure.follow(names, files: [], functions: [], attributes: []) { $0.map(parsed) }
    let summaries = sources.indices.map { file in
      if let summary = closure.parsed[file] { return summary }
      var summary = DeclarationSummary(path: sources[file].path, module: sources[file].module)
      summary.imports = outlines[file].imports
      return summary
    }
    return (DeclarationIndex(summaries), closure.parsed.count)
  }

  /// Everything that is said of a type but for numbers that differ from index to index.
  static func answer(_ probe: Probe, _ type: TypeNumber) -> String {
    let verdict = probe.verdict(on: type)
    return [
      verdict.type, verdict.answer.rawValue, verdict.because, verdict.declaredAt?.description ?? "",
      "\(verdict.isStable ?? false)", verdict.source.rawValue, verdict.traps.joined(separator: ";"),
      verdict.suggestions.map { $0.code + ($0.note ?? "") }.joined(separator: ";"), verdict.advice ?? "",
    ].joined(separator: " | ")
  }

  /// The project's own sources, its examples, and a package of the dependencies: some four hundred files.
  static let sources: [Source] = {
    let root = ToolchainFactsTests.root
    let folders = [
      "Sources", "Examples", ".build/checkouts/swift-log", ".build/checkouts/swift-argument-parser",
    ]
    return folders.flatMap { folder -> [Source] in
      let place = root.appending(path: folder)
      let files = FileManager.default.enumerator(atPath: place.path)?.allObjects as? [String] ?? []
      return files.filter { $0.hasSuffix(".swift") && !$0.contains(".build/") && !$0.contains("+Text.swift") }
        .sorted()
        .compactMap { file in
          guard let data = try? Data(contentsOf: place.appending(path: file)) else { return nil }
          let parts = file.split(separator: "/").map(String.init)
          let module = parts.firstIndex { $0 == "Sources" || $0 == "Tests" }.flatMap {
            parts.dropFirst($0 + 1).first
          }
          return Source(
            path: folder + "/" + file, module: folder == "Sources" ? parts.first : module, bytes: Array(data))
        }
    }
  }()

  @Test func `Every type has the same verdict`() throws {
    let sources = Self.sources
    #expect(sources.count > 200)
    let outlines = sources.map { NameOutline(of: $0.bytes) }
    let summaries = sources.map { $0.summary() }
    let whole = Probe(index: DeclarationIndex(summaries))
    var most = 0
    var differences: [String] = []
    // Every seventh type: building an index for each takes its time.
    for number in whole.index.projectTypes.enumerated().filter({ $0.offset % 7 == 0 }).map(\.element) {
      let name = whole.index.fullName(number)
      let part = Self.index(sources, for: name.split(separator: ".").map(String.init), outlines) {
        summaries[$0]
      }
      most = max(most, part.count)
      let probe = Probe(index: part.index)
      let place = whole.index[number].declaration.head.place
      guard
        let same = part.index.projectTypes.first(where: { part.index[$0].declaration.head.place == place })
      else {
        differences.append("\(name) is missing")
        continue
      }
      let (expected, found) = (Self.answer(whole, number), Self.answer(probe, same))
      if expected != found { differences.append("\(expected)\n  \(found)") }
    }
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
    #expect(most < sources.count)
  }

  static let cases: [(String, [String])] = [
    ("A", ["typealias B = A", "extension B: Hashable {}", "struct A {}"]),
    (
      "A",
      ["struct A: Hashable { let b: C.D }", "enum C {}", "extension C { typealias D = E }", "class E {}"]
    ),
    ("A", ["struct A: K {}", "protocol K: L {}", "typealias L = Hashable & Sendable"]),
    (
      "A",
      [
        "struct A: Hashable { let b: B }", "struct B: P {}", "protocol P: Hashable {}",
        "extension P { func hash(into h: inout Hasher) {} }",
      ]
    ),
    ("A", ["struct A { let b: Int }", "func == (l: A, r: A) -> Bool { true }", "extension A: Equatable {}"]),
    (
      "A",
      [
        "@M struct A {}",
        "@attached(extension, conformances: Hashable) macro M() = #externalMacro(module: \"\", type: \"\")",
      ]
    ),
    (
      "A",
      [
        "class A: B {}", "class B: C {}", "class C {}",
        "extension C: Hashable { static func == (l: C, r: C) -> Bool { true }; func hash(into: inout Hasher) {} }",
      ]
    ),
    (
      "A",
      [
        "struct A: Hashable { let b: B<C> }", "struct B<T> { var t: T }",
        "extension B: Equatable where T: Equatable {}", "extension B: Hashable where T: Hashable {}",
        "class C {}",
      ]
    ),
  ]

  @Test(arguments: cases)
  func `What bears on a type is followed, and nothing else`(type: String, files: [String]) throws {
    let unrelated = (0..<20).map { "struct Other\($0): Hashable { let other: Other\(($0 + 1) % 20) }" }
    let sources = (files + unrelated).enumerated().map { number, text in
      Source(path: "Sources/App/F\(number).swift", module: "App", bytes: Array(text.utf8))
    }
    let outlines = sources.map { NameOutline(of: $0.bytes) }
    let whole = Probe(index: DeclarationIndex(sources.map { $0.summary() }))
    let part = Self.index(sources, for: [type], outlines) { sources[$0].summary() }
    let number = try #require(whole.index.types(named: type).first)
    let same = try #require(part.index.types(named: type).first)
    #expect(Self.answer(whole, number) == Self.answer(Probe(index: part.index), same))
    #expect(part.count == files.count)
  }
}
