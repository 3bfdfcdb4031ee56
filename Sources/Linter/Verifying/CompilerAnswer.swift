import HashProbe

/// What the compiler says of a type.
enum CompilerAnswer: Hashable {
  case hashable(isEncodable: Bool)
  case unhashable
  /// It says something else, such as that it cannot find the name.
  case unclear(String)
}

extension Verdict {
  /// The verdict with the compiler's answer in the place of its own; the reason stays where the two agree.
  func answered(_ answer: CompilerAnswer) -> Verdict {
    var verdict = self
    verdict.source = .compiler
    switch answer {
    case .hashable where self.answer == .hashable, .unhashable where self.answer == .unhashable: break
    case .hashable(let isEncodable):
      verdict.say("the compiler accepts '\(type)' as Hashable", .hashable)
      verdict.isStable = isEncodable
    case .unhashable:
      verdict.say("the compiler does not accept '\(type)' as Hashable", .unhashable)
    case .unclear(let text): return unasked("the compiler answers: \(text)")
    }
    return verdict
  }

  /// The compiler was to be asked and could not be: nothing is claimed.
  func unasked(_ reason: String) -> Verdict {
    var verdict = self
    verdict.source = .compiler
    verdict.say(
      "the compiler cannot be asked: \(reason); by the declarations it is \(answer.rawValue)", .unknown)
    return verdict
  }

  private mutating func say(_ text: String, _ answer: Answer) {
    self.answer = answer
    because = text
    chain = [Explanation(text)]
    isStable = nil
    traps = []
    suggestions = []
    advice = nil
  }
}
