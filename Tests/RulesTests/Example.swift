import HashProbe
import SwiftParser
import SwiftSyntax
import Testing

@testable import Rules

/// Source with markers: `1️⃣` where a finding starts, `2️⃣` where it ends, `3️⃣` and so on for the next.
struct Example: Sendable, CustomTestStringConvertible {
  var text: String
  /// In the order of their numbers.
  var ranges: [Range<Int>]

  private static let digits = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣"]

  init(_ marked: String) {
    var text = ""
    var offsets: [Int: Int] = [:]
    for character in marked {
      if let digit = Self.digits.firstIndex(of: String(character)) {
        offsets[digit] = text.utf8.count
      } else {
        text.append(character)
      }
    }
    self.text = text
    ranges = stride(from: 0, to: Self.digits.count, by: 2).compactMap { digit in
      offsets[digit].flatMap { start in offsets[digit + 1].map { start..<$0 } }
    }
  }

  var testDescription: String { text }

  /// What the shipped rules find with nothing known of a project; for tests that look at many texts.
  func findings() -> [Finding] {
    let file = SourceFile(path: "Example.swift", module: nil, text: text)
    return RuleRun.findings(of: Registry.rules, in: file, Self.alone)
  }

  private static let alone = RuleContext(configuration: .shippedForTests, index: DeclarationIndex())

  /// The findings of one rule, or of all, in order.
  func findings(of rule: (any Rule.Type)? = nil, _ configuration: Configuration) -> [Finding] {
    let file = SourceFile(path: "Example.swift", module: nil, text: text)
    let index = DeclarationIndex(files: [(path: file.path, module: nil, tree: file.tree)])
    let context = RuleContext(configuration: configuration, index: index)
    guard let rule else {
      let active = Registry.rules.filter { configuration.severities[$0.description.id] != .off }
      return RuleRun.findings(of: active, in: file, context)
    }
    return rule.findings(in: file, context)
      .sorted { ($0.start, $0.rule) < ($1.start, $1.rule) }
  }
}

extension SourceFile {
  init(path: String, module: String?, text: String) {
    self.init(path: path, module: module, bytes: Array(text.utf8), tree: Parser.parse(source: text))
  }
}

extension String {
  /// Line and column of an offset, found without the code under test.
  func position(at offset: Int) -> SourcePosition {
    var line = 1
    var column = 1
    var previous: UInt8?
    for byte in utf8.prefix(offset) {
      switch byte {
      case UInt8(ascii: "\n"):
        if previous != UInt8(ascii: "\r") { line += 1 }
        column = 1
      case UInt8(ascii: "\r"):
        line += 1
        column = 1
      default: column += 1
      }
      previous = byte
    }
    return SourcePosition(line: line, column: column, offset: offset)
  }
}
