/// The findings that a project knows of and lives with for now.
package struct BaselineFile: Hashable, Sendable {
  static let version = 1
  /// In bytes; room for some hundred thousand findings.
  static let sizeLimit = 64 << 20

  /// A known finding: by what it is, not by where it stands or how it is worded.
  package struct Entry: Hashable, Sendable {
    /// Relative to the folder of the baseline, with `/` between its parts.
    package var path: String
    package var rule: String
    package var identity: FindingIdentity

    package init(path: String, rule: String, identity: FindingIdentity) {
      self.path = path
      self.rule = rule
      self.identity = identity
    }
  }

  package var entries: [Entry]
  /// The line of each entry in the file it was read from; empty where it was not read.
  package private(set) var lines: [Int] = []

  package init(_ entries: some Sequence<Entry>) { self.entries = entries.sorted(by: Self.precedes) }

  /// Reads a file.
  /// - Throws: What is wrong with it, with its place.
  package static func read(_ path: String) throws(RulesFileError) -> (file: BaselineFile, bytes: [UInt8]) {
    let bytes = try RulesFileBytes.read(path, limit: sizeLimit)
    return (try read(bytes, path: path), bytes)
  }

  package static func read(_ bytes: [UInt8], path: String) throws(RulesFileError) -> BaselineFile {
    let text = try RulesText(path: path, bytes: bytes, limit: sizeLimit)
    do {
      // JSON is YAML, so the reader that knows lines and columns serves for both.
      let located = try Shape<[LocatedEntry]>.baseline.decode(NodeReader.read(text.bytes))
      var file = BaselineFile([])
      file.entries = located.map(\.entry)
      file.lines = text.lines(ofScalars: located.map(\.range.lowerBound))
      return file
    } catch {
      if case .empty = error.fault { throw RulesFileError(path: path, fault: .emptyBaseline) }
      throw text.located(error)
    }
  }

  /// JSON with an entry a line where it fits, sorted, so that two branches seldom touch the same lines.
  package var text: String {
    JSONText.object([
      "version": .number(Self.version),
      "findings": .array(
        entries.sorted(by: Self.precedes).map { entry in
          .object([
            "path": .string(entry.path), "rule": .string(entry.rule),
            "declaration": .string(entry.identity.declaration), "snippet": .string(entry.identity.snippet),
            "occurrence": .number(entry.identity.occurrence),
          ])
        }),
    ]).text
  }

  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    let keys = [left, right].map { [$0.path, $0.rule, $0.identity.declaration, $0.identity.snippet] }
    if keys[0] != keys[1] {
      return keys[0].lexicographicallyPrecedes(keys[1]) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    return left.identity.occurrence < right.identity.occurrence
  }
}

struct LocatedEntry: Sendable {
  var entry: BaselineFile.Entry
  var range: Range<Int>
}

extension Shape<[LocatedEntry]> {
  fileprivate static var baseline: Shape {
    .object(
      .required("version", .version(BaselineFile.version), "The version of this format."),
      .required("findings", .entries, "The findings that are known.")
    ) { _, entries in entries }
  }

  private static var entries: Shape {
    Shape.list(of: .entry, isEmptyAllowed: true).map { entries, _ throws(LocatedFault) in
      var seen: [BaselineFile.Entry: Range<Int>] = [:]
      for entry in entries {
        if let first = seen.updateValue(entry.range, forKey: entry.entry) {
          throw LocatedFault(.duplicateValue(entry.entry.identity.snippet), at: entry.range, first: first)
        }
      }
      return entries
    }
  }
}

extension Shape<LocatedEntry> {
  fileprivate static var entry: Shape {
    Shape<BaselineFile.Entry>.object(
      .required("path", Shape<String>.text, "The file, from the folder of the baseline on."),
      .required("rule", Shape<String>.text, "The id of the rule."),
      .required("declaration", Shape<String>.quoted, "The declarations around it."),
      .required("snippet", Shape<String>.quoted, "Its text."),
      .required("occurrence", Shape<Int>.count, "Which one it is of those that are the same.")
    ) { path, rule, declaration, snippet, occurrence in
      BaselineFile.Entry(
        path: path, rule: rule,
        identity: FindingIdentity(declaration: declaration, snippet: snippet, occurrence: occurrence))
    }.map { entry, node in LocatedEntry(entry: entry, range: node.range) }
  }
}

extension Shape<String> {
  /// A string in quotes, which may be empty.
  fileprivate static var quoted: Shape {
    Shape(schema: .object(["type": .string("string")])) { node throws(LocatedFault) in
      guard case .scalar(let text, isPlain: false) = node.content else { throw node.unexpected("a string") }
      return text
    }
  }
}

extension Shape<Int> {
  /// A whole number from 0 on.
  fileprivate static var count: Shape {
    Shape(schema: .object(["type": .string("integer"), "minimum": .number(0)])) { node throws(LocatedFault) in
      guard case .scalar(let text, isPlain: true) = node.content, text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
        let count = Int(text)
      else { throw node.unexpected("a whole number from 0 on") }
      return count
    }
  }
}
