/// What of a source is passed over when it is read for what it declares, found on its raw bytes.
///
/// What a file declares stands outside of bodies, and most of its tokens inside; without them a parser has less than half
/// of the work. A body is found by its head: behind `func`, `init`, `deinit`, `subscript` and `var` the next brace that no
/// parenthesis holds. All other braces that do not open a type are passed over as they are.
///
/// Whole functions, computed properties and subscripts may be left out too, where nobody asks for them but by their names
/// (`UnreadFunctions`): those whose beginning is certain, with a brace or the end of a line before their attributes and
/// modifiers.
///
/// Whatever cannot be read for certain on bytes (a regular expression, a string without an end, braces that do not
/// match) makes the whole file be left alone.
package struct FunctionBodies: Sendable {
  /// What lies between the braces of bodies, whole functions, and comments between declarations; in ascending order and without overlap.
  package private(set) var ranges: [Range<Int>] = []
  /// Those among the ranges that are whole functions.
  package private(set) var functions: [Range<Int>] = []
  /// The names of these functions.
  package internal(set) var unread = UnreadFunctions()

  /// Finds them.
  ///
  /// The bodies that say what a type hashes and compares by (`hash(into:)`, `==`) are left out, since they are read.
  /// - Parameters:
  ///   - offsets: A body or function that holds one of these, which ascend, is left out.
  ///   - isWhole: Whether only bodies are passed over.
  /// - Complexity: O(*n*) for *n* bytes.
  package init(in bytes: UnsafeRawBufferPointer, without offsets: [Int], isWhole: Bool) {
    var scanner = BodyScanner(bytes, offsets, isWhole: isWhole)
    if scanner.scan() { self = scanner.found }
  }

  init() {}

  mutating func add(body: Range<Int>) {
    if !body.isEmpty { ranges.append(body) }
  }

  mutating func add(comment: Range<Int>) { ranges.append(comment) }

  mutating func add(function: Range<Int>) {
    // Comments between its attributes.
    while let last = ranges.last, last.lowerBound >= function.lowerBound { ranges.removeLast() }
    ranges.append(function)
    functions.append(function)
  }
}
