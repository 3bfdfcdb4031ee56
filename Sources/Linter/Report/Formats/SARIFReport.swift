import Rules

/// SARIF 2.1.0, the exchange format of static analysis: ranges, notes, fixes and fingerprints.
///
/// Columns count UTF-16 code units, as the format wants where it is not told otherwise, and offsets count bytes.
enum SARIFReport {
  static func text(_ report: LintReport, _ context: ReportContext) -> String {
    object(
      driver: driver(context), share: report.share,
      results: report.findings.map { result($0, report.excerpts, context) },
      notifications: report.problems.map(notification)
    ).text
  }

  static func object(
    driver: JSONText, share: ReportShare?, results: [JSONText], notifications: [JSONText]
  ) -> JSONText {
    JSONText.object([
      "$schema": .string(
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"),
      "version": .string("2.1.0"),
      "runs": .array([
        .object([
          "tool": .object(["driver": driver]),
          "columnKind": .string("utf16CodeUnits"),
          "properties": share.map { .object(["shard": $0.json]) },
          "invocations": .array([
            .object([
              "executionSuccessful": .boolean(notifications.isEmpty),
              "toolExecutionNotifications": notifications.isEmpty ? nil : .array(notifications),
            ])
          ]),
          "results": .array(results),
        ])
      ]),
    ])
  }

  private static func driver(_ context: ReportContext) -> JSONText {
    .object([
      "name": .string("recache"),
      "version": .string(context.version),
      "rules": .array(
        context.rules.map { rule in
          let severity = context.severity(of: rule)
          return .object([
            "id": .string(rule.id),
            "shortDescription": message(rule.summary),
            "fullDescription": rule.rationale.isEmpty ? nil : message(rule.rationale),
            "defaultConfiguration": .object([
              "enabled": severity == .off ? .boolean(false) : nil, "level": .string(level(severity)),
            ]),
          ])
        }),
    ])
  }

  /// Work that was left undone.
  private static func notification(_ problem: LintProblem) -> JSONText {
    .object([
      "level": .string("error"),
      "message": message(problem.message),
      "locations": .array([
        location(problem.path, region: problem.position.map { .object(["startLine": .number($0.line)]) })
      ]),
    ])
  }

  private static func result(
    _ finding: Finding, _ excerpts: SourceExcerpts, _ context: ReportContext
  ) -> JSONText {
    let region = region(finding, excerpts)
    return .object([
      "ruleId": .string(finding.rule),
      "ruleIndex": context.rules.firstIndex { $0.id == finding.rule }.map { .number($0) },
      "level": .string(level(finding.severity)),
      "message": message(finding.message),
      "locations": .array([
        location(finding.path, region: region).adding([
          "logicalLocations": finding.identity.flatMap { identity in
            identity.declaration.isEmpty
              ? nil : .array([.object(["fullyQualifiedName": .string(identity.declaration)])])
          }
        ])
      ]),
      "relatedLocations": finding.notes.isEmpty
        ? nil
        : .array(
          finding.notes.enumerated().map { number, note in
            location(note.path ?? finding.path, region: self.region(note, of: finding, excerpts) ?? region)
              .adding(["id": .number(number + 1), "message": message(note.message)])
          }),
      "partialFingerprints": .object(["recache/v1": .string(Fingerprint.text(of: finding))]),
      "fixes": fixes(finding, excerpts),
      "properties": finding.decision.map { decision in
        .object([
          "decision": .string(decision.kind.rawValue), "because": .string(decision.because),
          "confidence": .string(decision.confidence.rawValue),
        ])
      },
    ])
  }

  /// Each change with its place in lines and columns; none where a place is not known.
  private static func fixes(_ finding: Finding, _ excerpts: SourceExcerpts) -> JSONText? {
    let fixes = finding.fixes.compactMap { fix -> JSONText? in
      let replacements = fix.edits.compactMap { edit -> JSONText? in
        guard let start = excerpts.place(of: edit.start, in: finding.path),
          let end = excerpts.place(of: edit.end, in: finding.path)
        else { return nil }
        return .object([
          "deletedRegion": region(start, end, bytes: edit.start..<max(edit.start, edit.end)),
          "insertedContent": edit.replacement.isEmpty ? nil : message(edit.replacement),
        ])
      }
      guard !replacements.isEmpty, replacements.count == fix.edits.count else { return nil }
      return .object([
        "description": message(fix.applicability == .safe ? fix.title : fix.title + " (unsafe)"),
        "artifactChanges": .array([
          .object([
            "artifactLocation": artifact(finding.path), "replacements": .array(replacements),
          ])
        ]),
      ])
    }
    return fixes.isEmpty ? nil : .array(fixes)
  }

  private static func region(_ finding: Finding, _ excerpts: SourceExcerpts) -> JSONText {
    guard let start = excerpts.place(of: finding.start.offset, in: finding.path),
      let end = excerpts.place(of: finding.end.offset, in: finding.path)
    else {
      return .object(["startLine": .number(finding.start.line), "endLine": .number(finding.end.line)])
    }
    let bytes = finding.start.offset..<max(finding.start.offset, finding.end.offset)
    return region(start, end, bytes: bytes)
  }

  private static func region(
    _ note: Finding.Note, of finding: Finding, _ excerpts: SourceExcerpts
  ) -> JSONText? {
    guard let start = note.start else { return nil }
    let place = excerpts.place(of: start.offset, in: note.path ?? finding.path)
    return .object([
      "startLine": .number(start.line), "startColumn": place.map { .number($0.column) },
    ])
  }

  private static func region(_ start: TextPlace, _ end: TextPlace, bytes: Range<Int>) -> JSONText {
    .object([
      "startLine": .number(start.line), "startColumn": .number(start.column),
      "endLine": .number(end.line), "endColumn": .number(end.column),
      "byteOffset": .number(bytes.lowerBound), "byteLength": .number(bytes.count),
    ])
  }

  private static func location(_ path: String, region: JSONText?) -> JSONText {
    .object([
      "physicalLocation": .object(["artifactLocation": artifact(path), "region": region])
    ])
  }

  private static func artifact(_ path: String) -> JSONText { .object(["uri": .string(uri(path))]) }

  /// A path as a relative reference: every byte that is not plain as `%XX`.
  static func uri(_ path: String) -> String {
    path.utf8.map { byte -> String in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "@"):
        return String(UnicodeScalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        return "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }.joined()
  }

  /// The path that a reference stands for.
  static func path(_ uri: String) -> String {
    var bytes: [UInt8] = []
    var rest = uri.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(rest.prefix(2)) ?? "", radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func level(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "note"
    case .off: "none"
    }
  }

  private static func message(_ text: String) -> JSONText { .object(["text": .string(text)]) }
}
