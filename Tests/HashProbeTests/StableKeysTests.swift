import Foundation
import HashProbe
import Testing

/// What the probe calls stable makes the same key in every process: for each hashable type of the toolchain's facts of which
/// a value can be made without more, `CacheWorker` prints the key of one.
@Suite struct StableKeysTests {
  private static let file = ToolchainFactsTests.root.appending(
    path: "Tests/CacheWorker/Facts.generated.swift")
  private static let modules = [
    "Swift", "_Concurrency", "_StringProcessing", "Foundation", "FoundationEssentials",
    "FoundationNetworking",
    "FoundationXML", "Dispatch", "Synchronization", "RegexBuilder", "Observation",
  ]

  /// What values are made by, the first that compiles; what differs from run to run comes last.
  private static func makers(of type: String) -> [String] {
    [
      "(timeIntervalSince1970: 1)", "(uuidString: \"6B29FC40-CA47-1067-B31D-00DD010662DA\")",
      "(identifier: \"en_GB\")", "(identifier: .gregorian)", "(string: \"https://example.org/a\")",
      "(string: \"a\")", "(rawValue: 1)", "(rawValue: \"a\")", ".allCases.first", "(1)", "(\"a\")",
      "(repeating: 1)", "([1, 2])", "(start: Date(timeIntervalSince1970: 1), duration: 1)",
      "(seconds: 1)", "(value: 1, unit: .meters)", "(symbol: \"m\")", ".zero", ".utf8",
      "(name: \"a\", value: \"b\")", "(url: URL(filePath: \"/a\"))", "(bitPattern: 16)", ".forward",
      ".strict", ".day",
      ".sequentiallyConsistent",
      ".normal", ".plain", "()",
    ].map { type + $0 }
      + ["[1, 2]", "[1: 2]", "(1..<2)", "(1...2)", "\"a\".startIndex", "\\.magnitude"].map {
        "\($0) as \(type)"
      }
  }

  private struct Fact {
    var type: String
    var verdict: Verdict
  }

  /// The hashable types of the facts; generic ones with `Int` for every parameter.
  private static func hashableTypes() throws -> [Fact] {
    let probe = Probe(index: DeclarationIndex())
    return try probe.index.types.compactMap { type -> Fact? in
      guard probe.index.isToolchain(type.number), type.kind != .protocol,
        let module = probe.index.module(of: type.number), modules.contains(module),
        case .declared(_, let arguments) = probe.index.selfType(type.number), type.name.first != "_"
      else { return nil }
      var name = probe.index.fullName(type.number)
      if !arguments.isEmpty {
        guard arguments.count <= 2, !type.declaration.generics.parameters.isEmpty,
          type.declaration.generics.parameters.count == arguments.count,
          !type.declaration.generics.parameters.contains(where: { $0.isPack || $0.isValue })
        else { return nil }
        name += "<" + arguments.map { _ in "Int" }.joined(separator: ", ") + ">"
      }
      let verdict = probe.verdict(on: try TypeExpression(parsing: name), in: NameScope(module: nil))
      // Objects without stable keys are left out: many of them trap when they are made without more.
      guard verdict.answer == .hashable, type.kind != .class || verdict.isStable == true else { return nil }
      return Fact(type: name, verdict: verdict)
    }.sorted { $0.type < $1.type }
  }

  @Test(.enabled(if: ToolchainFactsTests.isSameToolchain), .timeLimit(.minutes(10)))
  func `A value is made of every hashable type of the facts where it can be`() throws {
    let types = try Self.hashableTypes().map(\.type)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try Data(Self.source(try Self.made(types), types).utf8).write(to: Self.file)
      Issue.record("recorded; run again without RECORD=1")
    }
    let lines = String(decoding: try Data(contentsOf: Self.file), as: UTF8.self).split(separator: "\n")
    let known = lines.compactMap { line in
      (line.firstMatch(of: #/show\("(.*?)", /#)?.1 ?? line.firstMatch(of: #/not made: (.*)/#)?.1).map(
        String.init)
    }
    #expect(known.sorted() == types, "out of date; run `make generate`")
    #expect(lines.count { $0.contains("show(") } > 150)
  }

  @Test(.enabled(if: ToolchainFactsTests.isSameToolchain))
  func `Stable types make the same key in three processes, and others none`() throws {
    let program = Compiler.products.appending(path: "CacheWorker").path
    let runs = try (0..<3).map { _ in try Compiler.run([program, "facts"]) }
    #expect(runs.allSatisfy { $0.status == 0 })
    let stable = Dictionary(
      try Self.hashableTypes().map { ($0.type, $0.verdict.isStable == true) }, uniquingKeysWith: { $0 && $1 })
    var differences: [String] = []
    let outputs = runs.map { $0.output.split(separator: "\n") }
    #expect(outputs[0].count > 150 && outputs.allSatisfy { $0.count == outputs[0].count })
    for (first, others) in zip(outputs[0], zip(outputs[1], outputs[2])) where !first.hasSuffix(" nil") {
      let space = try #require(first.lastIndex(of: " "))
      let name = String(first[..<space])
      let isKeyed = !first.hasSuffix(" none")
      let isSame = first == others.0 && first == others.1
      if stable[name] != isKeyed || !isSame {
        differences.append("\(name): stable \(String(describing: stable[name])), \(first), \(others)")
      }
    }
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
  }

  /// Asks the compiler which of the ways to make a value there are.
  private static func made(_ types: [String]) throws -> [String: String] {
    var lines = modules.dropFirst().map { "import \($0)" }
    lines.append("func make<T: Hashable>(_ type: T.Type, _ value: () -> T?) {}")
    let first = lines.count + 1
    let asked = types.flatMap { type in makers(of: type).map { (type, $0) } }
    lines += asked.map { "func ask() { make(\($0.0).self) { \($0.1) } }" }
      .enumerated().map { $1.replacing("ask()", with: "ask\($0)()") }
    let answer = try Compiler.typecheck(lines.joined(separator: "\n") + "\n")
    // What is deprecated would be a warning.
    let refused = Set((answer.errors + answer.warnings).map(\.line))
    var found: [String: String] = [:]
    for (number, (type, maker)) in asked.enumerated() where !refused.contains(first + number) {
      if found[type] == nil { found[type] = maker }
    }
    return found
  }

  private static func source(_ made: [String: String], _ types: [String]) -> String {
    let calls = types.map { type in
      made[type].map { "  show(\"\(type)\", \(type).self) { \($0) }" } ?? "  // not made: \(type)"
    }
    return """
      // Generated from the facts of the toolchain by StableKeysTests; not to be edited.
      // swift-format-ignore-file
      #if os(Linux)
      \(modules.dropFirst().map { "import \($0)" }.joined(separator: "\n"))

      /// Shows the key of a value of every hashable type of the toolchain of which one can be made.
      func printFacts() {
      \(calls.joined(separator: "\n"))
      }
      #else
      func printFacts() {}
      #endif

      """
  }
}
