import Foundation
import Testing

@testable import Linter
@testable import Rules

/// SARIF as its specification has it.
struct SARIFTests {
  /// The objects that are written, with the properties that the specification gives them and those it requires.
  private static let model: [String: (required: Set<String>, optional: [String: String])] = [
    "log": (["version", "runs"], ["$schema": "string", "version": "string", "runs": "[run]"]),
    "run": (
      ["tool"],
      ["tool": "tool", "columnKind": "string", "invocations": "[invocation]", "results": "[result]"]
    ),
    "tool": (["driver"], ["driver": "component"]),
    "component": (["name"], ["name": "string", "version": "string", "rules": "[rule]"]),
    "rule": (
      ["id"],
      [
        "id": "string", "shortDescription": "message", "fullDescription": "message",
        "defaultConfiguration": "configuration",
      ]
    ),
    "configuration": ([], ["enabled": "boolean", "level": "level"]),
    "invocation": (
      ["executionSuccessful"],
      ["executionSuccessful": "boolean", "toolExecutionNotifications": "[notification]"]
    ),
    "notification": (["message"], ["level": "level", "message": "message", "locations": "[location]"]),
    "result": (
      ["message"],
      [
        "ruleId": "string", "ruleIndex": "natural", "level": "level", "message": "message",
        "locations": "[location]", "relatedLocations": "[location]", "partialFingerprints": "strings",
        "fixes": "[fix]", "properties": "strings",
      ]
    ),
    "location": (
      [],
      [
        "id": "natural", "physicalLocation": "place", "logicalLocations": "[logical]", "message": "message",
      ]
    ),
    "logical": ([], ["fullyQualifiedName": "string"]),
    "place": ([], ["artifactLocation": "artifact", "region": "region"]),
    "artifact": ([], ["uri": "uri"]),
    "region": (
      [],
      [
        "startLine": "count", "startColumn": "count", "endLine": "count", "endColumn": "count",
        "byteOffset": "natural", "byteLength": "natural",
      ]
    ),
    "message": (["text"], ["text": "string"]),
    "fix": (["artifactChanges"], ["description": "message", "artifactChanges": "[change]"]),
    "change": (
      ["artifactLocation", "replacements"],
      ["artifactLocation": "artifact", "replacements": "[replacement]"]
    ),
    "replacement": (["deletedRegion"], ["deletedRegion": "region", "insertedContent": "message"]),
  ]

  private static func faults(in value: Any, as type: String, _ place: String) -> [String] {
    if type.hasPrefix("[") {
      guard let list = value as? [Any] else { return ["\(place) is no list"] }
      let element = String(type.dropFirst().dropLast())
      return list.enumerated().flatMap { faults(in: $1, as: element, "\(place)[\($0)]") }
    }
    if let (required, known) = model[type] {
      guard let object = value as? [String: Any] else { return ["\(place) is no object"] }
      return required.subtracting(object.keys).map { "\(place) lacks '\($0)'" }
        + object.flatMap { key, value in
          known[key].map { faults(in: value, as: $0, "\(place).\(key)") } ?? ["\(place) has '\(key)'"]
        }
    }
    let isRight =
      switch type {
      case "string": value is String
      case "boolean": value is Bool
      case "natural": (value as? Int).map { $0 >= 0 } ?? false
      case "count": (value as? Int).map { $0 >= 1 } ?? false
      case "level": ["none", "note", "warning", "error"].contains(value as? String)
      case "strings": value is [String: String]
      case "uri": (value as? String)?.wholeMatch(of: /([A-Za-z0-9\-._~\/+@]|%[0-9A-F]{2})+/) != nil
      default: false
      }
    return isRight ? [] : ["\(place) is no \(type)"]
  }

  @Test func everyObjectIsAsTheSpecificationHasIt() throws {
    let context = AwkwardProject.context(try Configuration.shipped())
    for report in try FormatTests.reports() {
      let text = SARIFReport.text(report, context)
      let log = try JSONSerialization.jsonObject(with: Data(text.utf8))
      #expect(Self.faults(in: log, as: "log", "log") == [])
    }
  }

  /// `SARIF_SCHEMA=sarif-schema-2.1.0.json` names the published schema, which has a licence of its own.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["SARIF_SCHEMA"] != nil))
  func thePublishedSchemaAgrees() throws {
    let schema = try #require(ProcessInfo.processInfo.environment["SARIF_SCHEMA"])
    let context = AwkwardProject.context(try Configuration.shipped())
    let tree = try TemporaryTree()
    for (index, report) in try FormatTests.reports().enumerated() {
      try tree.write(SARIFReport.text(report, context), to: "\(index).sarif")
      let run = try tree.run(
        "python3", "-c",
        "import json,sys,jsonschema; jsonschema.validate(json.load(open(sys.argv[1])), json.load(open(sys.argv[2])))",
        "\(index).sarif", schema)
      #expect(run.status == 0, "\(run.output)")
    }
  }

  /// Whoever applies the fixes by lines and columns gets what our own engine makes of them.
  @Test func replacementsByLineAndColumnAreTheEdits() throws {
    let report = try AwkwardProject.report(Configuration.shipped())
    let text = SARIFReport.text(report, AwkwardProject.context(try Configuration.shipped()))
    let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    var compared = 0
    for (finding, result) in zip(report.findings, results) {
      let source = try #require(AwkwardProject.files[finding.path])
      let fixes = result["fixes"] as? [[String: Any]] ?? []
      #expect(fixes.count == finding.fixes.count)
      for (fix, written) in zip(finding.fixes, fixes) {
        let changes = try #require((written["artifactChanges"] as? [[String: Any]])?.first)
        let replacements = try #require(changes["replacements"] as? [[String: Any]])
        // From the back, so that the places stay what they are.
        var units = Array(source.utf16)
        for replacement in replacements.reversed() {
          let region = try #require(replacement["deletedRegion"] as? [String: Int])
          let start = try offset(region["startLine"], region["startColumn"], in: source)
          let end = try offset(region["endLine"], region["endColumn"], in: source)
          let inserted = (replacement["insertedContent"] as? [String: String])?["text"] ?? ""
          units.replaceSubrange(start..<end, with: inserted.utf16)
        }
        var bytes = Array(source.utf8)
        for edit in fix.edits.reversed() {
          bytes.replaceSubrange(edit.start..<edit.end, with: edit.replacement.utf8)
        }
        #expect(String(decoding: units, as: UTF16.self) == String(decoding: bytes, as: UTF8.self))
        compared += 1
      }
    }
    #expect(compared >= 5)
  }

  /// The offset in UTF-16 code units of a line and a column, counted as editors count.
  private func offset(_ line: Int?, _ column: Int?, in source: String) throws -> Int {
    let (line, column) = (try #require(line), try #require(column))
    let lines = source.utf16.split(separator: 0x0A, omittingEmptySubsequences: false)
    let before = lines.prefix(line - 1).reduce(0) { $0 + $1.count + 1 }
    let mark = line == 1 && source.utf16.first == 0xFEFF ? 1 : 0
    return before + mark + column - 1
  }

  @Test func aFingerprintOutlivesLinesAndWords() throws {
    let tree = try TemporaryTree(["A.swift": "import CacheRuntime\n@cache func one() -> Int { 1 }\n"])
    let request = LintRequest(
      paths: ["A.swift"], workingDirectory: tree.path, configuration: try Configuration.shipped())
    let before = try #require(Pipeline(request).lint().findings.first)
    try tree.write(
      "import CacheRuntime\n// Moved.\nlet two = 2\n  @cache\nfunc one() -> String { \"\" }\n", to: "A.swift")
    let after = try #require(Pipeline(request).lint().findings.first)
    #expect(before.message != after.message && before.start != after.start)
    #expect(Fingerprint.text(of: before) == Fingerprint.text(of: after))
    #expect(Fingerprint.text(of: before).wholeMatch(of: /[0-9a-f]{32}/) != nil)
    var other = after
    other.identity?.occurrence = 1
    #expect(Fingerprint.text(of: other) != Fingerprint.text(of: after))
  }
}
