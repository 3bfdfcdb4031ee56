/// The notes that say why a use has no fix, or only one that a person should look at.
extension Migration {
  static func reasons(
    _ function: CachedFunction, _ options: OptionPlan, attribute: String, isAttribute: Bool, isLegacy: Bool
  ) -> [Finding.Note] {
    var messages: [String] = []
    if isLegacy {
      messages += function.obstacles.map { text(of: $0, attribute: isAttribute ? attribute : "a cache") }
      messages += function.doubts.map(text)
    }
    if let obstacle = options.obstacle { messages.append(text(of: obstacle)) }
    messages += options.doubts.map(text)
    return messages.map { Finding.Note(message: $0) }
  }

  private static func text(of obstacle: CachedFunction.Obstacle, attribute: String) -> String {
    switch obstacle {
    case .returnsNothing:
      "no fix: '\(attribute)' needs a result to keep, and this function returns nothing; take the cache away"
    case .rethrowing: "no fix: '\(attribute)' does not take 'rethrows'; let the function throw"
    case .inoutParameter: "no fix: '\(attribute)' does not take 'inout' parameters; return the changed value"
    case .mutating: "no fix: '\(attribute)' does not take 'mutating' methods; return the changed value"
    case .noBody: "no fix: '\(attribute)' needs a body; put it on the functions that implement this one"
    case .alreadyReplaced:
      "no fix: the function has an attribute of the new API already; delete one of the two"
    }
  }

  private static func text(of doubt: CachedFunction.Doubt) -> String {
    switch doubt {
    case .insideConditional: "the attribute stands inside '#if'; look at the other branches before fixing it"
    case .severalFunctions:
      "several functions have this name and return different types; say which with its labels"
    case .unappliedMethod:
      "a method taken from its type gives a function for each instance; cache the method itself"
    }
  }

  private static func text(of obstacle: OptionPlan.Obstacle) -> String {
    switch obstacle {
    case .givenTwice(let name): "no fix: '\(name)' would be given twice; delete one of the two"
    }
  }

  private static func text(of doubt: OptionPlan.Doubt) -> String {
    switch doubt {
    case .valueNotWritten(let name, let value):
      "'\(name)' gets its value from '\(value)', which the fix takes away; look whether it says something else"
    case .valueStays(let name, let value):
      "'\(name): \(value)' is left as it is, since its value is not written here; look whether it still fits"
    case .losesMeaning(let name, let value):
      "'\(name): \(value)' has no counterpart here and would be lost; look whether this should be data"
    }
  }
}
