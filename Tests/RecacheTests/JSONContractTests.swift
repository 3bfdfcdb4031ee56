import Foundation
import Testing

/// Programs read the report: every key, type and value of it is a promise.
@Suite struct JSONContractTests {
  @Test func theReportIsTheObjectThatIsPromised() throws {
    let root = ExampleCopy.root
    let run = try ExampleCopy.recache("lint", "--format", "json", "Examples/LegacyRides", in: root)
    #expect(run.status == 1)
    let top = try #require(try JSONSerialization.jsonObject(with: run.output) as? [String: Any])
    expectKeys(of: top, ["version", "findings", "summary"], "top")
    #expect(top["version"] as? Int == 1)
    let findings = try #require(top["findings"] as? [[String: Any]])
    #expect(!findings.isEmpty)
    var files: [String: [UInt8]] = [:]
    for finding in findings {
      let path = try #require(finding["path"] as? String)
      #expect(path.hasPrefix("Examples/LegacyRides/"))
      let bytes = try files[path] ?? Array(Data(contentsOf: root.appendingPathComponent(path)))
      files[path] = bytes
      try check(finding, in: bytes)
    }
    try check(summary: try #require(top["summary"] as? [String: Any]), of: findings)
  }

  private func check(_ finding: [String: Any], in bytes: [UInt8]) throws {
    let rule = try #require(finding["rule"] as? String)
    let isDecided = rule == "legacy-cache"
    let always: Set<String> = ["rule", "severity", "message", "path", "start", "end", "fixes"]
    expectKeys(
      of: finding, always.union(isDecided ? ["decision"] : []), optional: ["function", "notes"], rule)
    #expect(["legacy-cache", "removed-option", "unhashable-param"].contains(rule))
    #expect(["error", "warning", "note"].contains(finding["severity"] as? String))
    #expect((finding["message"] as? String)?.isEmpty == false)
    if let function = finding["function"] { #expect((function as? String)?.isEmpty == false) }

    let start = try place(finding["start"], in: bytes)
    let end = try place(finding["end"], in: bytes)
    #expect(start < end)
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    switch rule {
    case "legacy-cache":
      #expect(["@cache", "cache", "@CacheRuntime.cache", "CacheRuntime.cache"].contains(text))
    case "removed-option":
      #expect(
        ["allowOutputMutation:", "suppressStWarning:", "persist:"].contains { text.hasPrefix($0) }, "\(text)")
    default: break
    }
    if let decision = finding["decision"] { try check(decision: decision) }
    for fix in try #require(finding["fixes"] as? [[String: Any]]) { try check(fix: fix, size: bytes.count) }
    for note in try #require((finding["notes"] ?? [[String: Any]]()) as? [[String: Any]]) {
      expectKeys(of: note, ["message"], optional: ["path", "start"], "note")
      #expect((note["message"] as? String)?.isEmpty == false)
    }
  }

  /// A position, of which line and column must be those of its offset.
  private func place(_ value: Any?, in bytes: [UInt8]) throws -> Int {
    let position = try #require(value as? [String: Any])
    expectKeys(of: position, ["line", "column", "offset"], "position")
    let offset = try #require(position["offset"] as? Int)
    try #require(bytes.indices.contains(offset) || offset == bytes.count)
    let before = bytes[..<offset]
    let newline = UInt8(ascii: "\n")
    #expect(position["line"] as? Int == 1 + before.count { $0 == newline })
    #expect(position["column"] as? Int == 1 + before.reversed().prefix { $0 != newline }.count)
    return offset
  }

  private func check(decision value: Any) throws {
    let decision = try #require(value as? [String: Any])
    expectKeys(of: decision, ["kind", "returnType", "because", "confidence"], "decision")
    #expect(["data", "resource"].contains(decision["kind"] as? String))
    #expect(["certain", "likely", "unsure"].contains(decision["confidence"] as? String))
    #expect(decision["returnType"] is String)
    #expect((decision["because"] as? String)?.isEmpty == false)
  }

  private func check(fix: [String: Any], size: Int) throws {
    expectKeys(of: fix, ["title", "applicability", "edits"], "fix")
    #expect((fix["title"] as? String)?.isEmpty == false)
    #expect(["safe", "unsafe"].contains(fix["applicability"] as? String))
    var last = 0
    let edits = try #require(fix["edits"] as? [[String: Any]])
    #expect(!edits.isEmpty)
    for edit in edits {
      expectKeys(of: edit, ["start", "end", "replacement"], "edit")
      let start = try #require(edit["start"] as? Int)
      let end = try #require(edit["end"] as? Int)
      #expect(last <= start && start <= end && end <= size)
      #expect(edit["replacement"] is String)
      last = end
    }
  }

  private func check(summary: [String: Any], of findings: [[String: Any]]) throws {
    expectKeys(of: summary, ["files", "findings", "fixable", "data", "resource"], "summary")
    func count(_ kind: String) -> Int {
      findings.count { ($0["decision"] as? [String: Any])?["kind"] as? String == kind }
    }
    #expect(summary["findings"] as? Int == findings.count)
    #expect(summary["fixable"] as? Int == findings.count { ($0["fixes"] as? [Any])?.isEmpty == false })
    #expect(summary["data"] as? Int == count("data"))
    #expect(summary["resource"] as? Int == count("resource"))
    #expect(count("data") > 0 && count("resource") > 0)
    let files = try #require(summary["files"] as? Int)
    #expect(files >= Set(findings.compactMap { $0["path"] as? String }).count)
  }

  private func expectKeys(
    of object: [String: Any], _ required: Set<String>, optional: Set<String> = [], _ what: String
  ) {
    let keys = Set(object.keys)
    #expect(keys.isSuperset(of: required), "\(what) lacks \(required.subtracting(keys).sorted())")
    let extra = keys.subtracting(required).subtracting(optional)
    #expect(extra.isEmpty, "\(what) has \(extra.sorted())")
  }
}
