/// What a file's directives silence.
///
/// A finding is taken by one directive: the last one beside its lines, else the innermost region around it, else the
/// whole file. So each directive that could go without a finding coming back is seen to be unused.
struct Suppressions {
  /// A name in the list of a directive.
  struct Key: Hashable {
    var directive: Int
    var name: Int
  }

  private struct Region {
    var key: Key
    var range: Range<Int>
  }

  let directives: [Directive]
  /// Line → the names beside it, in the order of the file.
  private var byLine: [Int: [Key]] = [:]
  private var fileWide: [Key] = []

  init(_ directives: [Directive]) {
    self.directives = directives
    for (index, directive) in directives.enumerated() {
      for name in directive.names.indices {
        let key = Key(directive: index, name: name)
        if directive.command == .file { fileWide.append(key) }
        for line in directive.lines.map(Array.init) ?? [] { byLine[line, default: []].append(key) }
      }
    }
  }

  /// The findings that are left, and the names that took the others.
  func apply(to findings: [Finding]) -> (left: [Finding], used: Set<Key>) {
    var used: Set<Key> = []
    var regions: [String: [Region]] = [:]
    let left = findings.filter { finding in
      guard Registry.isSuppressible(finding.rule) else { return true }
      if regions[finding.rule] == nil { regions[finding.rule] = self.regions(of: finding.rule) }
      guard let key = key(for: finding, regions[finding.rule] ?? []) else { return true }
      used.insert(key)
      return false
    }
    return (left, used)
  }

  private func key(for finding: Finding, _ regions: [Region]) -> Key? {
    let lines = finding.start.line...max(finding.start.line, finding.end.line)
    let beside = lines.lazy.flatMap { byLine[$0] ?? [] }.filter { covers($0, finding.rule) }
    if let nearest = beside.max(by: { $0.directive < $1.directive }) { return nearest }
    let around = regions.filter { $0.range.contains(finding.start.offset) }
    if let innermost = around.max(by: { $0.range.lowerBound < $1.range.lowerBound }) { return innermost.key }
    return fileWide.last { covers($0, finding.rule) }
  }

  private func covers(_ key: Key, _ rule: String) -> Bool { name(key).covers(rule) }

  func name(_ key: Key) -> Directive.Name { directives[key.directive].names[key.name] }

  /// Where one rule is silent.
  private func regions(of rule: String) -> [Region] {
    pairs(of: rule).compactMap { pair in
      let start = directives[pair.start.directive].range.upperBound
      let end = pair.end.map { directives[$0.directive].range.lowerBound } ?? Int.max
      return start < end ? Region(key: pair.start, range: start..<end) : nil
    }
  }

  /// What opens and what closes the regions of a rule, and what closes none.
  ///
  /// Regions nest: `enable` closes the innermost open one of each rule it names, and `enable all` closes all of them.
  private func pairs(
    of rule: String, onIdle idle: (Key) -> Void = { _ in }
  ) -> [(start: Key, end: Key?)] {
    var open: [Key] = []
    var pairs: [(start: Key, end: Key?)] = []
    for (index, directive) in directives.enumerated() {
      guard let name = directive.names.firstIndex(where: { $0.covers(rule) }) else { continue }
      let key = Key(directive: index, name: name)
      if directive.command == .start { open.append(key) }
      guard directive.command == .end else { continue }
      if open.isEmpty { idle(key) }
      while let start = open.popLast() {
        pairs.append((start, key))
        if directive.names[name].text != Directive.Name.all { break }
      }
    }
    return pairs + open.map { ($0, nil) }
  }

  /// What each `enable` closes, and those that close nothing.
  func closings() -> (closed: [Key: Set<Key>], idle: Set<Key>) {
    var closed: [Key: Set<Key>] = [:]
    var idle: Set<Key> = []
    // The empty name stands for the rules that only 'all' means.
    let rules = Set(
      directives.flatMap { $0.command == .start || $0.command == .end ? $0.names.map(\.text) : [] }
    ).subtracting([Directive.Name.all])
    for rule in rules.union([""]) {
      for pair in pairs(of: rule, onIdle: { idle.insert($0) }) {
        if let end = pair.end { closed[end, default: []].insert(pair.start) }
      }
    }
    return (closed, idle.subtracting(closed.keys))
  }
}
