/// Takes names out of directives, and the whole comment where none is left.
struct DirectiveRemoval {
  let suppressions: Suppressions
  let file: SourceFile
  /// What each `enable` closes, and the other way round.
  private let closed: [Suppressions.Key: Set<Suppressions.Key>]
  private let ends: [Suppressions.Key: [Suppressions.Key]]

  init(suppressions: Suppressions, file: SourceFile, closed: [Suppressions.Key: Set<Suppressions.Key>]) {
    self.suppressions = suppressions
    self.file = file
    self.closed = closed
    var ends: [Suppressions.Key: [Suppressions.Key]] = [:]
    for (end, starts) in closed { for start in starts { ends[start, default: []].append(end) } }
    self.ends = ends
  }

  /// The edits without which names, and every `enable` that closes nothing else, are gone.
  func edits(removing names: Set<Suppressions.Key>) -> [Edit] {
    var names = names
    for end in Set(names.flatMap { ends[$0] ?? [] }) where closed[end]?.isSubset(of: names) == true {
      names.insert(end)
    }
    let byDirective = Dictionary(grouping: names, by: \.directive)
    let edits = byDirective.flatMap { index, keys -> [Edit] in
      let directive = suppressions.directives[index]
      if keys.count == directive.names.count { return [Self.edit(removing: directive.range, in: file.bytes)] }
      return Self.edits(removing: Set(keys.map(\.name)), from: directive)
    }
    return Edit.joined(edits)
  }

  private static func edits(removing names: Set<Int>, from directive: Directive) -> [Edit] {
    names.sorted().map { index in
      let name = directive.names[index]
      // With what separates it from a neighbour that stays: the one before it, or else the one behind it.
      if let before = directive.names[..<index].indices.last(where: { !names.contains($0) }) {
        let start = index == before + 1 ? directive.names[before].range.upperBound : name.range.lowerBound
        return Edit(start: start, end: max(name.range.upperBound, start), replacement: "")
      }
      let end =
        directive.names.indices.contains(index + 1)
        ? directive.names[index + 1].range.lowerBound : name.range.upperBound
      return Edit(start: name.range.lowerBound, end: end, replacement: "")
    }
  }

  /// Takes a comment out: with its lines where nothing else stands on them, else with the space in front of it.
  static func edit(removing comment: Range<Int>, in bytes: [UInt8]) -> Edit {
    let isSpace: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    let isEnd: (UInt8) -> Bool = { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    let before = comment.lowerBound - bytes[..<comment.lowerBound].reversed().prefix(while: isSpace).count
    let after = comment.upperBound + bytes[comment.upperBound...].prefix(while: isSpace).count
    let hasMark = before == 3 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let beginsLine = before == 0 || hasMark || isEnd(bytes[before - 1])
    let endsLine = after == bytes.count || isEnd(bytes[after])
    switch (beginsLine, endsLine) {
    case (true, true):
      var end = after
      if end < bytes.count, bytes[end] == UInt8(ascii: "\r") { end += 1 }
      if end < bytes.count, bytes[end] == UInt8(ascii: "\n") { end += 1 }
      return Edit(start: before, end: end, replacement: "")
    case (true, false): return Edit(start: comment.lowerBound, end: after, replacement: "")
    case (false, true): return Edit(start: before, end: comment.upperBound, replacement: "")
    case (false, false): return Edit(start: before, end: after, replacement: " ")
    }
  }
}
