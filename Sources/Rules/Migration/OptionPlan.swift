import HashProbe
import SwiftSyntax

/// What becomes of the options of one use, given what the use is: data or a resource.
struct OptionPlan {
  /// One option that cannot stay as it is.
  struct Change {
    var argument: LabeledExprSyntax
    var option: OptionChange
    var outcome: Outcome

    var name: String { option.name }
    var value: String { argument.expression.trimmedText }
    /// The option as it is written, for a message.
    var written: String { "\(name): \(argument.expression.oneLine)" }
  }

  enum Outcome: Hashable {
    case removed
    /// `name: value` takes its place.
    case replaced(name: String, value: String)
    /// Its value is not written out, so that its successor is not known.
    case unknownValue
  }

  private(set) var changes: [Change] = []
  /// Why the options cannot be treated at all.
  private(set) var obstacle: Obstacle?
  /// What a person should look at before the options change.
  private(set) var doubts: [Doubt] = []

  enum Obstacle: Hashable {
    case givenTwice(String)
  }

  enum Doubt: Hashable {
    /// The option goes, and with it a value that says something at run time only.
    case valueNotWritten(name: String, value: String)
    /// The option stays, with a value whose type or meaning may have changed.
    case valueStays(name: String, value: String)
    /// The option goes although its value asks for something.
    case losesMeaning(name: String, value: String)
  }

  init(
    of use: CacheUse, as kind: Decision.Kind, body: CalledNames?, _ configuration: Configuration
  ) {
    guard let arguments = use.arguments else { return }
    let labels = arguments.compactMap { $0.label?.plainText }
    let usesWidgets = configuration.widgets.contains { body?.called.contains(Self.lastName($0)) == true }
    for argument in arguments {
      guard let name = argument.label?.plainText,
        let option = configuration.options.first(where: { $0.name == name && ($0.only ?? kind) == kind })
      else { continue }
      guard labels.filter({ $0 == name }).count == 1 else {
        obstacle = .givenTwice(name)
        continue
      }
      treat(argument, option, labels: labels, usesWidgets: usesWidgets, isLegacy: use.generation == .legacy)
    }
    if obstacle != nil { changes = [] }
  }

  private mutating func treat(
    _ argument: LabeledExprSyntax, _ option: OptionChange, labels: [String], usesWidgets: Bool, isLegacy: Bool
  ) {
    let value = argument.expression.trimmedText
    let shown = argument.expression.oneLine
    var outcome: Outcome
    switch option.action {
    case .remove:
      outcome = .removed
      if usesWidgets, let successor = option.whenWidgets.map(Self.nameAndValue),
        !labels.contains(successor.name)
      {
        outcome = .replaced(name: successor.name, value: successor.value)
      }
      if !argument.expression.isWrittenOut {
        doubts.append(.valueNotWritten(name: option.name, value: shown))
      } else if option.only != nil, !["false", "nil", ".none"].contains(value) {
        doubts.append(.losesMeaning(name: option.name, value: shown))
      }
    case .rename(let name):
      if labels.contains(name) {
        obstacle = .givenTwice(name)
        return
      }
      outcome = .replaced(name: name, value: value)
    case .values(let successors):
      if let successor = successors[value] {
        outcome = successor.map { .replaced(name: option.name, value: $0) } ?? .removed
      } else if isLegacy, !argument.expression.isWrittenOut {
        outcome = .unknownValue
        doubts.append(.valueStays(name: option.name, value: shown))
      } else {
        return
      }
    }
    changes.append(Change(argument: argument, option: option, outcome: outcome))
  }

  /// The edits that carry out all changes.
  func edits(of use: CacheUse, in bytes: [UInt8]) -> [Edit] {
    guard let arguments = use.arguments, let parentheses = use.parentheses else { return [] }
    var edits: [Edit] = []
    var going: Set<Int> = []
    for (index, argument) in arguments.enumerated() {
      guard let change = changes.first(where: { $0.argument.id == argument.id }) else { continue }
      switch change.outcome {
      case .removed: going.insert(index)
      case .replaced(let name, let value):
        if let label = argument.label, label.plainText != name {
          edits.append(Edit(start: label.startOffset, end: label.endOffset, replacement: name))
        }
        if change.value != value {
          let expression = argument.expression
          edits.append(Edit(start: expression.startOffset, end: expression.endOffset, replacement: value))
        }
      case .unknownValue: continue
      }
    }
    if !going.isEmpty {
      let removal = ArgumentRemoval(
        of: going, from: arguments, between: parentheses,
        mayDropParentheses: use.standsWithoutParentheses, in: bytes)
      edits += removal.ranges(after: use.range.upperBound).map {
        Edit(start: $0.lowerBound, end: $0.upperBound, replacement: "")
      }
    }
    return edits
  }

  private static func nameAndValue(_ text: String) -> (name: String, value: String) {
    let parts = text.split(separator: ":", maxSplits: 1).map { $0.drop(while: \.isWhitespace) }
    return (parts.first.map(String.init) ?? text, parts.dropFirst().first.map(String.init) ?? "true")
  }

  private static func lastName(_ name: String) -> String {
    name.split(separator: ".").last.map(String.init) ?? name
  }
}

extension ExprSyntax {
  /// Whether the value stands in the source: a literal, or a case such as `.disk`.
  fileprivate var isWrittenOut: Bool {
    if let member = self.as(MemberAccessExprSyntax.self) { return member.base == nil }
    return self.is(BooleanLiteralExprSyntax.self) || self.is(NilLiteralExprSyntax.self)
      || self.is(IntegerLiteralExprSyntax.self) || self.is(FloatLiteralExprSyntax.self)
      || self.is(StringLiteralExprSyntax.self)
  }
}
