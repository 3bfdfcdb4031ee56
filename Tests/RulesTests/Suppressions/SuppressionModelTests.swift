import SeededRandom
import Testing

@testable import Rules

/// What silences what, against the definition written out without regard to time.
struct SuppressionModelTests {
  private static let rules = ["legacy-cache", "removed-option", "unhashable-param"]

  @Test(arguments: 1...40 as ClosedRange<UInt64>) func theDefinitionHolds(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let directives = (0..<Int.random(in: 0...14, using: &random)).map { index in
      Self.directive(at: index * 10, &random)
    }
    let findings = (0..<40).map { _ in Self.finding(&random) }
    let suppressions = Suppressions(directives)
    let (left, used) = suppressions.apply(to: findings)
    let takers = findings.map { SuppressionModel(directives: directives).taker(of: $0) }
    #expect(left == zip(findings, takers).filter { $0.1 == nil }.map(\.0), "seed \(seed)")
    #expect(used == Set(takers.compactMap(\.self)), "seed \(seed)")
    let (closed, idle) = suppressions.closings()
    let model = SuppressionModel(directives: directives).closings()
    #expect(closed == model.closed && idle == model.idle, "seed \(seed)")
  }

  /// Ten bytes and one line each, one after the other.
  private static func directive(at offset: Int, _ random: inout SeededGenerator) -> Directive {
    let command = Directive.Command.allCases.randomElement(using: &random) ?? .this
    let names = (0..<Int.random(in: 1...3, using: &random)).map { number in
      let text = (rules.prefix(2) + [Directive.Name.all, "unknown"]).randomElement(using: &random) ?? ""
      return Directive.Name(text: text, range: offset + number..<offset + number + 1)
    }
    var lines: ClosedRange<Int>?
    if [.this, .next, .previous].contains(command) {
      let first = Int.random(in: 1...12, using: &random)
      lines = first...first + Int.random(in: 0...2, using: &random)
    }
    return Directive(command: command, names: names, reason: nil, range: offset..<offset + 5, lines: lines)
  }

  private static func finding(_ random: inout SeededGenerator) -> Finding {
    let rule = rules.randomElement(using: &random) ?? ""
    let line = Int.random(in: 1...14, using: &random)
    let offset = Int.random(in: 0...150, using: &random)
    return Finding(
      rule: rule, severity: .warning, message: "\(offset)", path: "A.swift",
      start: SourcePosition(line: line, column: 1, offset: offset),
      end: SourcePosition(line: line + Int.random(in: 0...1, using: &random), column: 2, offset: offset + 1))
  }
}

/// The last directive beside a finding's lines takes it, else the innermost region around it, else the whole file.
private struct SuppressionModel {
  var directives: [Directive]

  func taker(of finding: Finding) -> Suppressions.Key? {
    let beside = keys { directive in
      directive.lines.map { $0.overlaps(finding.start.line...finding.end.line) } ?? false
    }.filter { covers($0, finding.rule) }
    if let last = beside.map(\.directive).max() { return beside.first { $0.directive == last } }
    let regions = pairs(of: finding.rule).filter { pair in
      let start = directives[pair.start.directive].range.upperBound
      let end = pair.end.map { directives[$0.directive].range.lowerBound } ?? Int.max
      return start <= finding.start.offset && finding.start.offset < end
    }
    if let innermost = regions.max(by: { $0.start.directive < $1.start.directive }) { return innermost.start }
    return keys { $0.command == .file }.last { covers($0, finding.rule) }
  }

  func closings() -> (closed: [Suppressions.Key: Set<Suppressions.Key>], idle: Set<Suppressions.Key>) {
    var closed: [Suppressions.Key: Set<Suppressions.Key>] = [:]
    var idle: Set<Suppressions.Key> = []
    for rule in ["legacy-cache", "removed-option", "unknown", "any other"] {
      // A rule that no region names is told apart from the others by 'all' alone.
      let isNamed = keys { $0.command == .start || $0.command == .end }.contains { name($0) == rule }
      guard isNamed || rule == "any other" else { continue }
      let pairs = pairs(of: rule) { idle.insert($0) }
      for pair in pairs { if let end = pair.end { closed[end, default: []].insert(pair.start) } }
    }
    return (closed, idle.subtracting(closed.keys))
  }

  private func pairs(
    of rule: String, onIdle idle: (Suppressions.Key) -> Void = { _ in }
  ) -> [(start: Suppressions.Key, end: Suppressions.Key?)] {
    var open: [Suppressions.Key] = []
    var pairs: [(start: Suppressions.Key, end: Suppressions.Key?)] = []
    for (index, directive) in directives.enumerated() {
      guard let number = directive.names.firstIndex(where: { $0.covers(rule) }) else { continue }
      let key = Suppressions.Key(directive: index, name: number)
      if directive.command == .start { open.append(key) }
      guard directive.command == .end else { continue }
      if open.isEmpty { idle(key) }
      while let start = open.popLast() {
        pairs.append((start, key))
        if directive.names[number].text != Directive.Name.all { break }
      }
    }
    return pairs + open.map { ($0, nil) }
  }

  private func keys(of isWanted: (Directive) -> Bool) -> [Suppressions.Key] {
    directives.enumerated().filter { isWanted($0.element) }.flatMap { index, directive in
      directive.names.indices.map { Suppressions.Key(directive: index, name: $0) }
    }
  }

  private func name(_ key: Suppressions.Key) -> String { directives[key.directive].names[key.name].text }

  private func covers(_ key: Suppressions.Key, _ rule: String) -> Bool {
    directives[key.directive].names[key.name].covers(rule)
  }
}
