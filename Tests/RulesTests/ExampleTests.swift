import Testing

@testable import Rules

/// Every rule's examples through the real path, and what follows from each of them.
@Suite struct ExampleTests {
  static let configuration = Configuration.shippedForTests

  struct Case: Sendable, CustomTestStringConvertible {
    var rule: String
    var text: String
    var after = ""

    var testDescription: String { "\(rule): \(text)" }
    var type: (any Rule.Type)? { Registry.rule(id: rule) }
  }

  static let triggering = Registry.rules.flatMap { rule in
    rule.description.triggering.map { Case(rule: rule.description.id, text: $0) }
  }
  static let notTriggering = Registry.rules.flatMap { rule in
    rule.description.notTriggering.map { Case(rule: rule.description.id, text: $0) }
  }
  static let corrections = Registry.rules.flatMap { rule in
    rule.description.corrections.map { Case(rule: rule.description.id, text: $0.before, after: $0.after) }
  }

  /// The same code, otherwise written; the findings move along.
  static let variants: [(name: String, change: @Sendable (String) -> String)] = [
    ("as it is", { $0 }),
    ("behind an emoji comment", { "/* 👩‍👩‍👧‍👦 🇨🇭 é */ " + $0 }),
    ("behind a '#!' line", { "#!/usr/bin/env swift\n" + $0 }),
    ("with CRLF", { $0.replacing("\n", with: "\r\n") }),
    ("with tabs", { $0.replacing("  ", with: "\t") }),
  ]

  @Test(arguments: triggering)
  func `A triggering example is found where its markers stand`(example: Case) {
    #expect(!Example(example.text).ranges.isEmpty)
    for variant in Self.variants {
      let marked = Example(variant.change(example.text))
      let found = marked.findings(of: example.type, Self.configuration)
      #expect(found.map { $0.start.offset..<$0.end.offset } == marked.ranges, "\(variant.name)")
      for finding in found {
        #expect(finding.start == marked.text.position(at: finding.start.offset), "\(variant.name)")
        #expect(finding.end == marked.text.position(at: finding.end.offset), "\(variant.name)")
        #expect(finding.rule == example.rule)
      }
    }
  }

  @Test(arguments: triggering)
  func `In a comment or a string nothing is found`(example: Case) {
    let text = Example(example.text).text
    let comment = Example("import CacheRuntime\n/*\n\(text)\n*/\n")
    let string = Example("import CacheRuntime\nlet text = ####\"\"\"\n\(text)\n\"\"\"####\n")
    #expect(comment.findings(of: example.type, Self.configuration) == [])
    #expect(string.findings(of: example.type, Self.configuration) == [])
  }

  /// The example with its rule suppressed, in each way that does not depend on where the findings are.
  static let suppressions: [(name: String, change: @Sendable (_ text: String, _ rule: String) -> String)] = [
    ("for the file, at its end", { $0 + "\n// recache:disable:file \($1) -- so it is" }),
    ("for the file, among others", { $0 + "\n/* recache:disable:file all, \($1) */" }),
    ("in a region", { "// recache:disable \($1)\n\($0)\n// recache:enable \($1)\n" }),
    ("in a region within another", { "// recache:disable all\n/* recache:disable \($1)\n*/ \($0)\n" }),
    (
      "in a region with CRLF",
      { "// recache:disable \($1)\n\($0)\n// recache:enable \($1)".replacing("\n", with: "\r\n") }
    ),
  ]

  @Test(arguments: triggering.filter { Registry.isSuppressible($0.rule) })
  func `Suppressed, an example is silent, and the suppression counts as used`(example: Case) throws {
    let text = Example(example.text).text
    for suppression in Self.suppressions {
      let found = Example(suppression.change(text, example.rule)).findings(Self.configuration)
      #expect(found.filter { $0.rule == example.rule } == [], "\(suppression.name)")
      let unused = found.filter { $0.rule == "unused-suppression" }
      // Where 'all' stands beside the rule, it may have nothing left to do.
      #expect(unused.allSatisfy { $0.message.contains("any rule") }, "\(suppression.name): \(unused)")
    }
  }

  @Test(arguments: triggering.filter { !Registry.isSuppressible($0.rule) })
  func `What is about suppressions is not silenced by one`(example: Case) {
    let marked = Example(example.text + "\n// recache:disable:file all")
    #expect(!marked.findings(of: example.type, Self.configuration).isEmpty)
  }

  @Test(arguments: notTriggering)
  func `A harmless example is silent`(example: Case) {
    for variant in Self.variants {
      let marked = Example(variant.change(example.text))
      #expect(marked.findings(of: example.type, Self.configuration) == [], "\(variant.name)")
    }
  }

  @Test(arguments: corrections)
  func `Fixes end in the text that the example shows`(example: Case) throws {
    for variant in Self.variants {
      let fixed = try FixedPoint(variant.change(example.text), Self.configuration)
      #expect(fixed.text == variant.change(example.after), "\(variant.name)")
      let again = try FixedPoint(fixed.text, Self.configuration)
      #expect(again.rounds == 0, "\(variant.name)")
    }
  }

  @Test(arguments: triggering)
  func `Fixing a triggering example converges`(example: Case) throws {
    let fixed = try FixedPoint(Example(example.text).text, Self.configuration)
    let left = Example(fixed.text).findings(Self.configuration)
    #expect(left.allSatisfy { $0.fixes.isEmpty && !$0.notes.isEmpty })
  }

  @Test(arguments: Registry.rules.map { $0.description.id })
  func `A rule has enough examples and says what it is`(id: String) throws {
    let rule = try #require(Registry.rule(id: id)).description
    #expect(rule.triggering.count >= 15)
    #expect(rule.notTriggering.count >= 15)
    #expect(rule.corrections.count >= 15)
    #expect(rule.summary.hasSuffix(".") && !rule.rationale.isEmpty)
  }
}
