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

  private struct Beside: Hashable {
    var line: Int
    var name: String
  }

  let directives: [Directive]
  /// The last directive beside each line, by what it names.
  private var beside: [Beside: Key] = [:]
  /// The last one for the whole file.
  private var fileWide: [String: Key] = [:]
  /// Where regions open and close, in the order of the file.
  private var atRegions: [String: [Key]] = [:]

  init(_ directives: [Directive]) {
    self.directives = directives
    for (index, directive) in directives.enumerated() {
      for (number, name) in directive.names.enumerated() {
        let key = Key(directive: index, name: number)
        switch directive.command {
        case .file: fileWide[name.text] = key
        case .start, .end: atRegions[name.text, default: []].append(key)
        case .next, .this, .previous:
          for line in directive.lines.map(Array.init) ?? [] {
            let place = Beside(line: line, name: name.text)
            // Named twice in one list, the first one counts.
            if beside[place]?.directive != index { beside[place] = key }
          }
        }
      }
    }
  }

  /// The findings that are left, and the names that took the others.
  func apply(to findings: [Finding]) -> (left: [Finding], used: Set<Key>) {
    var used: Set<Key> = []
    var regions: [String: SuppressedRegions] = [:]
    let left = findings.filter { finding in
      guard Registry.isSuppressible(finding.rule) else { return true }
      if regions[finding.rule] == nil { regions[finding.rule] = self.regions(of: finding.rule) }
      guard let key = key(for: finding, regions[finding.rule]) else { return true }
      used.insert(key)
      return false
    }
    return (left, used)
  }

  private func key(for finding: Finding, _ regions: SuppressedRegions?) -> Key? {
    let lines = finding.start.line...max(finding.start.line, finding.end.line)
    let names = [finding.rule, Directive.Name.all]
    let near = lines.flatMap { line in names.compactMap { beside[Beside(line: line, name: $0)] } }
    if let nearest = near.max(by: { ($0.directive, $1.name) < ($1.directive, $0.name) }) { return nearest }
    if let innermost = regions?.innermost(at: finding.start.offset) { return innermost }
    return names.compactMap { fileWide[$0] }.max { ($0.directive, $0.name) < ($1.directive, $1.name) }
  }

  func name(_ key: Key) -> Directive.Name { directives[key.directive].names[key.name] }

  /// Where one rule is silent.
  private func regions(of rule: String) -> SuppressedRegions {
    SuppressedRegions(
      pairs(of: rule).map { pair in
        let start = directives[pair.start.directive].range.upperBound
        let end = pair.end.map { directives[$0.directive].range.lowerBound } ?? Int.max
        return (pair.start, start..<max(start, end))
      })
  }

  /// What opens and what closes the regions of a rule, and what closes none.
  ///
  /// Regions nest: `enable` closes the innermost open one of each rule it names, and `enable all` closes all of them.
  private func pairs(
    of rule: String, onIdle idle: (Key) -> Void = { _ in }
  ) -> [(start: Key, end: Key?)] {
    var open: [Key] = []
    var pairs: [(start: Key, end: Key?)] = []
    let keys = [rule, Directive.Name.all].flatMap { atRegions[$0] ?? [] }
      .sorted { ($0.directive, $0.name) < ($1.directive, $1.name) }
    var last: Int?
    for key in keys where key.directive != last {
      last = key.directive
      if directives[key.directive].command == .start {
        open.append(key)
        continue
      }
      if open.isEmpty { idle(key) }
      while let start = open.popLast() {
        pairs.append((start, key))
        if name(key).text != Directive.Name.all { break }
      }
    }
    return pairs + open.map { ($0, nil) }
  }

  /// What each `enable` closes, and those that close nothing.
  func closings() -> (closed: [Key: Set<Key>], idle: Set<Key>) {
    var closed: [Key: Set<Key>] = [:]
    var idle: Set<Key> = []
    // The empty name stands for the rules that only 'all' means.
    let rules = Set(atRegions.keys).subtracting([Directive.Name.all])
    for rule in rules.union([""]) {
      for pair in pairs(of: rule, onIdle: { idle.insert($0) }) {
        if let end = pair.end { closed[end, default: []].insert(pair.start) }
      }
    }
    return (closed, idle.subtracting(closed.keys))
  }
}
