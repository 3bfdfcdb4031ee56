/// One line of an ignore file, in the syntax of gitignore(5).
///
/// Paths are bytes relative to the folder of the file that holds the pattern, with `/` between their parts and none in
/// front; nothing is read from disk and case counts.
package struct IgnorePattern: Hashable, Sendable {
  /// Takes back what an earlier pattern ignored.
  package let isNegated: Bool
  package let directoriesOnly: Bool
  private let shape: Shape

  /// What a pattern needs to look at, so that the common ones are compared and not searched.
  private enum Shape: Hashable, Sendable {
    /// No wildcard, no inner slash: the last part of a path, at any depth.
    case name([UInt8])
    /// `*` and a literal behind it: how the last part of a path ends.
    case nameSuffix([UInt8])
    /// No wildcard, anchored: the whole path.
    case path([UInt8])
    /// Wildcards in the last part of a path, at any depth.
    case nameGlob(Glob)
    /// Wildcards, anchored: the whole path.
    case pathGlob(Glob)
  }

  /// `nil` for a blank line, a comment, and a pattern that can match nothing.
  package init?(line: some Sequence<UInt8>) {
    var text = Array(line)
    if text.last == UInt8(ascii: "\r") { text.removeLast() }
    Self.dropTrailingSpaces(&text)
    guard let first = text.first, first != UInt8(ascii: "#") else { return nil }
    isNegated = first == UInt8(ascii: "!")
    if isNegated { text.removeFirst() }
    directoriesOnly = text.last == UInt8(ascii: "/")
    if directoriesOnly { text.removeLast() }
    let isAnchored = text.contains(UInt8(ascii: "/"))
    if text.first == UInt8(ascii: "/") { text.removeFirst() }
    guard !text.isEmpty, let glob = Glob(text) else { return nil }
    shape =
      switch (glob.literal, isAnchored) {
      case (let literal?, false): .name(literal)
      case (let literal?, true): .path(literal)
      case (nil, false): glob.literalSuffix.map(Shape.nameSuffix) ?? .nameGlob(glob)
      case (nil, true): .pathGlob(glob)
      }
  }

  /// Spaces at the end of a line do not count unless a backslash stands before them.
  private static func dropTrailingSpaces(_ text: inout [UInt8]) {
    while text.last == UInt8(ascii: " ") {
      let backslashes = text.dropLast().reversed().prefix { $0 == UInt8(ascii: "\\") }.count
      guard backslashes.isMultiple(of: 2) else { return }
      text.removeLast()
    }
  }

  /// - Complexity: O(1) comparisons for a pattern without wildcards; O(*path* × *pattern*) at worst.
  package func matches(_ path: ArraySlice<UInt8>, isDirectory: Bool) -> Bool {
    if directoriesOnly, !isDirectory { return false }
    switch shape {
    case .name(let name): return Self.lastPart(of: path).elementsEqual(name)
    case .path(let literal): return path.elementsEqual(literal)
    case .nameSuffix(let suffix):
      let name = Self.lastPart(of: path)
      return name.count >= suffix.count && name.suffix(suffix.count).elementsEqual(suffix)
    case .nameGlob(let glob): return glob.matches(Array(Self.lastPart(of: path)))
    case .pathGlob(let glob): return glob.matches(Array(path))
    }
  }

  private static func lastPart(of path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let slash = path.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return path[(slash + 1)...]
  }
}
