/// Whether a type conforms to a protocol, and what says so.
package enum Conformance: Hashable, Sendable {
  case yes(Explanation)
  case no(Explanation)
  case unknown(Explanation)

  package var isYes: Bool { if case .yes = self { true } else { false } }
  package var isNo: Bool { if case .no = self { true } else { false } }

  package var explanation: Explanation {
    switch self {
    case .yes(let reason), .no(let reason), .unknown(let reason): reason
    }
  }
}

/// A sentence on a type, where it was found, and what it rests on.
package struct Explanation: Hashable, Sendable {
  /// How a conformance comes about.
  package enum Origin: String, Codable, Sendable {
    case toolchain, declared, inherited, synthesized, implicit, constraint, macro, rules, none
  }

  package var text: String
  package var place: DeclarationPlace?
  package var origin: Origin
  package var causes: [Explanation]
  /// The name that no declaration was found for, where that is the reason.
  package var missing: String?

  package init(
    _ text: String, at place: DeclarationPlace? = nil, origin: Origin = .none,
    causes: [Explanation] = []
  ) {
    self.text = text
    self.place = place
    self.origin = origin
    self.causes = causes
  }

  /// Nothing is known of a name.
  static func undeclared(_ name: String, _ text: String? = nil) -> Explanation {
    var reason = Explanation(text ?? "no declaration of '\(name)' was found")
    reason.missing = name
    return reason
  }

  /// The last link of the chain: what is at fault in the end.
  package var culprit: Explanation { causes.first?.culprit ?? self }

  /// All of the chain in one sentence.
  package var chain: String {
    causes.first.map { "\(text) because \($0.chain)" } ?? text
  }
}

/// `T: P`, taken for granted.
package struct Assumption: Hashable, Sendable {
  package var type: ResolvedType
  package var `protocol`: TypeNumber
}

/// What a question is asked under.
///
/// Made for one question and those that it leads to: it is not shared between threads.
package struct ConformanceQuery: Sendable {
  package let assumptions: Set<Assumption>
  /// From where it is asked: extensions in modules that are not in sight of it do not count.
  package let module: String?
  /// What rules say of types that no declaration was found for, by their full names.
  package let known: [String: KnownType]
  let answers: ConformanceAnswers
  let inquiry: Inquiry

  /// - Parameter answers: Those found so far under the same index and the same rules.
  package init(
    module: String? = nil, assumptions: Set<Assumption> = [], known: [String: KnownType] = [:],
    answers: ConformanceAnswers = ConformanceAnswers()
  ) {
    self.module = module
    self.assumptions = assumptions
    self.known = known
    self.answers = answers
    inquiry = Inquiry(page: answers.page(for: .init(module: module, assumptions: assumptions)))
  }

  /// The same with more taken for granted.
  func assuming(_ more: some Sequence<Assumption>) -> ConformanceQuery {
    ConformanceQuery(
      module: module, assumptions: assumptions.union(more), known: known, answers: answers)
  }
}
