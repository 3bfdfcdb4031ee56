package import Rules

extension Statistics {
  /// Tables for people.
  package var text: String {
    var text = "\(uses.migrated) of \(uses.all) uses migrated\(Self.share(uses)): "
    text += "\(uses.legacy) legacy, \(uses.data) data, \(uses.resource) resource; \(files) files\n"
    text += Self.table(
      "by rule", ["findings", "safe fix", "unsafe fix", "no fix"],
      rules.map { ($0.rule, [$0.findings, $0.safe, $0.unsafe, $0.findings - $0.safe - $0.unsafe]) })
    text += Self.table(
      "by decision", ["findings"],
      decisions.map { ("\($0.kind.rawValue), \($0.confidence.rawValue)", [$0.count]) })
    text += Self.table(
      "by directory", ["legacy", "data", "resource", "migrated %"],
      directories.map {
        (
          $0.path,
          [$0.uses.legacy, $0.uses.data, $0.uses.resource, $0.uses.migrated * 100 / max(1, $0.uses.all)]
        )
      })
    return text
  }

  /// ` (30 %)`, rounded down, so that 100 means all.
  private static func share(_ uses: UseCounts) -> String {
    uses.all == 0 ? "" : " (\(uses.migrated * 100 / uses.all) %)"
  }

  private static func table(_ title: String, _ columns: [String], _ rows: [(String, [Int])]) -> String {
    guard !rows.isEmpty else { return "" }
    let width = max(title.count, rows.map(\.0.count).max() ?? 0)
    var text = "\n" + title + String(repeating: " ", count: width - title.count)
    text += columns.map { "  " + $0 }.joined() + "\n"
    for (name, numbers) in rows {
      text += name + String(repeating: " ", count: width - name.count)
      for (number, column) in zip(numbers, columns) {
        let digits = String(number)
        text += "  " + String(repeating: " ", count: max(0, column.count - digits.count)) + digits
      }
      text += "\n"
    }
    return text
  }

  /// The object for programs.
  package var json: JSONText {
    .object([
      "version": .number(1),
      "files": .number(files),
      "uses": Self.json(uses),
      "rules": .array(
        rules.map {
          .object([
            "rule": .string($0.rule), "findings": .number($0.findings), "safe": .number($0.safe),
            "unsafe": .number($0.unsafe),
          ])
        }),
      "decisions": .array(
        decisions.map {
          .object([
            "kind": .string($0.kind.rawValue), "confidence": .string($0.confidence.rawValue),
            "findings": .number($0.count),
          ])
        }),
      "directories": .array(
        directories.map { JSONText.object(["path": .string($0.path)]).adding(Self.json($0.uses)) }),
    ])
  }

  private static func json(_ uses: UseCounts) -> JSONText {
    .object([
      "legacy": .number(uses.legacy), "data": .number(uses.data), "resource": .number(uses.resource),
    ])
  }
}
