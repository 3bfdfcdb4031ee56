import HashProbe
import Rules
import SwiftParser
import SwiftSyntax

/// Reads and parses one file.
enum SourceReader {
  /// The largest file that is read, in bytes.
  static let sizeLimit = 64 << 20
  /// The deepest nesting that is parsed; the worker's stack is sized for it.
  static let nestingLimit = 256

  static func read(_ path: SourcePath) -> Result<[UInt8], LintProblem> {
    do throws(FileContentsError) {
      let bytes =
        if let unsaved = path.unsaved { unsaved } else { try contents(of: path.canonical, limit: sizeLimit) }
      if let offset = firstInvalidByte(in: bytes) {
        return .failure(LintProblem(path: path.shown, position: position(of: offset, in: bytes), .notUTF8))
      }
      if let offset = BracketRun.excess(in: bytes) {
        return .failure(
          LintProblem(
            path: path.shown, position: position(of: offset, in: bytes),
            .bracketsInARow(limit: BracketRun.limit)))
      }
      return .success(bytes)
    } catch {
      return .failure(LintProblem(path: path.shown, reason(for: error)))
    }
  }

  static func reason(for error: FileContentsError) -> LintProblem.Reason {
    switch error {
    case .system(let error) where error.isMissing: .missing
    case .system(let error): .unreadable(error)
    case .notAFile: .notAFile
    case .tooLarge(let size): .tooLarge(size: size, limit: sizeLimit)
    }
  }

  /// - Parameter blanked: The same bytes with blanks for what need not be looked at.
  static func parse(
    _ bytes: [UInt8], blanked: [UInt8]? = nil, path: String, module: String?
  ) -> SourceFile {
    SourceFile(path: path, module: module, bytes: bytes, tree: tree(of: blanked ?? bytes))
  }

  static func tree(of bytes: [UInt8]) -> SourceFileSyntax {
    bytes.withUnsafeBufferPointer { Parser.parse(source: $0, maximumNestingLevel: nestingLimit) }
  }

  /// A file that is nested deeper than was parsed.
  static func problem(in tree: SourceFileSyntax, path: String) -> LintProblem? {
    guard tree.hasMaximumNestingLevelOverflow else { return nil }
    return LintProblem(path: path, .nestedTooDeeply(limit: nestingLimit))
  }

  private static func firstInvalidByte(in bytes: [UInt8]) -> Int? {
    guard !bytes.withUnsafeBytes(\.isUTF8) else { return nil }
    var low = 0
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): low += UTF8.width(scalar)
      case .emptyInput, .error: return low
      }
    }
  }

  static func position(of offset: Int, in bytes: [UInt8]) -> SourcePosition {
    let before = bytes[..<min(offset, bytes.count)]
    let line = 1 + before.count { $0 == UInt8(ascii: "\n") }
    let column = 1 + before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count
    return SourcePosition(line: line, column: column, offset: offset)
  }
}
