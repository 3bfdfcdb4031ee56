import SeededRandom
import SwiftParser
import SwiftSyntax
import Testing

@testable import Rules

/// Options are taken out of lists of every shape, and nothing else is.
@Suite struct ArgumentRemovalTests {
  private static let options = [
    "ttl: 60", "maxEntries: 3", "showSpinner: \"a, b\"", "hashFuncs: [.hash(Int.self) { $0 }]",
    "allowOutputMutation: true", "suppressStWarning: true", "allowOutputMutation: false", "persist: false",
  ]

  /// A list with white space, line ends and comments wherever they may stand; each comment has a number.
  private static func list(_ random: inout SeededGenerator) -> (text: String, stays: [String], comments: Int)
  {
    var comments = 0
    func gap(_ random: inout SeededGenerator) -> String {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: return " "
      case 1: return "\n  "
      case 2: return "\r\n\t"
      case 3:
        comments += 1
        return " /* c\(comments). */ "
      case 4:
        comments += 1
        return "/* c\(comments). */"
      case 5:
        comments += 1
        return " // c\(comments).\n"
      default: return ""
      }
    }
    var chosen: [String] = []
    for option in options.shuffled(using: &random).prefix(Int.random(in: 1...5, using: &random)) {
      let label = option.prefix { $0 != ":" }
      if !chosen.contains(where: { $0.hasPrefix(label) }) { chosen.append(option) }
    }
    var text = "("
    for (index, option) in chosen.enumerated() {
      let parts = option.split(separator: ":", maxSplits: 1)
      text += gap(&random) + parts[0] + ":" + gap(&random) + parts[1].drop { $0 == " " } + gap(&random)
      if index < chosen.count - 1 || Int.random(in: 0..<4, using: &random) == 0 { text += "," }
    }
    text += gap(&random) + ")"
    let removed = ["allowOutputMutation", "suppressStWarning", "persist"]
    return (text, chosen.filter { option in !removed.contains { option.hasPrefix($0) } }, comments)
  }

  @Test(arguments: 0..<200)
  func `What stays keeps its order and no comment is lost`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let (list, stays, comments) = Self.list(&random)
    let forms = [
      "@cache\(list)\nfunc one() -> Int { 1 }", "let one = cache\(list) { () -> Int in 1 }",
      "let one = cache\(list.dropLast().appending(needsComma: list)) { () -> Int in 1 })",
    ]
    for form in forms {
      let before = "import CacheRuntime\n" + form
      try #require(!Parser.parse(source: before).hasError, "\(before)")
      let after = try FixedPoint(alone: before).text
      for number in 0..<comments {
        #expect(after.contains("c\(number + 1)."), "seed \(seed): \(before) → \(after)")
      }
      let kept = Self.labelled(in: after)
      #expect(kept == stays.map { String($0.prefix { $0 != ":" }) }, "seed \(seed): \(before) → \(after)")
      #expect(!after.contains("@CacheData()") && !after.contains("cacheData() {"), "seed \(seed): \(before)")
    }
  }

  private static func labelled(in text: String) -> [String] {
    final class Labels: SyntaxVisitor {
      var names: [String] = []
      override func visit(_ node: LabeledExprSyntax) -> SyntaxVisitorContinueKind {
        if let label = node.label { names.append(label.text) }
        return .visitChildren
      }
    }
    let labels = Labels(viewMode: .sourceAccurate)
    labels.walk(Parser.parse(source: text))
    return labels.names
  }
}

extension StringProtocol {
  /// A list that goes on with one more argument.
  fileprivate func appending(needsComma list: String) -> String {
    let tree = Parser.parse(source: "f" + list)
    let call = tree.statements.first?.item.as(FunctionCallExprSyntax.self)
    let hasComma = call?.arguments.last?.trailingComma != nil
    return String(self) + (hasComma ? "" : "\n,")
  }
}
