/// What the probe says of a type: whether it can be part of a key, why, and what to write where it cannot.
package struct Verdict: Hashable, Sendable {
  package enum Answer: String, Codable, Sendable { case hashable, unhashable, unknown }

  /// Which source of truth spoke.
  package enum Source: String, Codable, Sendable { case index, toolchain, rules, compiler }

  /// Its full name, or the canonical spelling of what has none.
  package var type: String
  package var answer: Answer
  package var source: Source
  /// The fact that decides; of an unhashable type the culprit is at its end.
  package var because: String
  /// The links of the reason, from the type down to the culprit.
  package var chain: [Explanation]
  package var declaredAt: DeclarationPlace?
  /// Whether its key may leave the process; `nil` where it is not hashable.
  package var isStable: Bool?
  /// What is surprising about its equality.
  package var traps: [String] = []
  package var suggestions: [Suggestion] = []
  /// What to do where no code can be suggested.
  package var advice: String?
  /// What was judged, and what was taken for granted of its generic parameters.
  package var resolved: ResolvedType
  package var assumptions: Set<Assumption> = []
}

extension Verdict {
  /// The names that it could not be answered for want of.
  package var undeclared: [String] { answer == .unknown ? chain.compactMap(\.missing) : [] }

  /// Nobody can add a conformance to the file of a dependency.
  package mutating func forgetConforming(outside own: Set<String>) {
    guard let declaredAt, !own.contains(declaredAt.path) else { return }
    suggestions.removeAll { $0.kind == .conform }
  }
}

/// What the probe says of one parameter of a function.
package struct ParameterVerdict: Hashable, Sendable {
  /// `rides(in:limit:_:)`.
  package var function: String
  package var parameter: String
  package var place: DeclarationPlace
  package var verdict: Verdict
  /// Its name starts with `_`, so that it is no part of the key.
  package var isExcluded: Bool
  /// A hash function in the attribute is used for it.
  package var isCovered = false

  /// Whether it is hashed by itself.
  package var isHashed: Bool { !isExcluded && !isCovered }

  /// What the runtime says of it; `nil` unless it is unhashable.
  package var error: String? {
    guard verdict.answer == .unhashable, isHashed else { return nil }
    return
      "UnhashableParamError: Cannot hash argument '\(parameter)' (of type \(verdict.type)) in '\(function)'."
  }
}

extension ParameterVerdict {
  /// - Parameter coverage: What the hash functions of the function's attribute cover.
  init(
    function: String, parameter: String, place: DeclarationPlace, verdict: Verdict, isExcluded: Bool,
    _ coverage: HashFunctionCoverage?, _ type: ResolvedType, _ index: DeclarationIndex
  ) {
    self.init(
      function: function, parameter: parameter, place: place, verdict: verdict, isExcluded: isExcluded)
    guard let coverage, !isExcluded else { return }
    isCovered = coverage.covers(type, index)
    if !isCovered, coverage.isOpen, verdict.answer == .unhashable {
      self.verdict.answer = .unknown
      self.verdict.because = "which types the computed 'hashFuncs' cover is not known"
      self.verdict.chain = [Explanation(self.verdict.because)]
    }
  }
}

/// What rules say of a type that neither the project nor the toolchain declares.
package struct KnownType: Hashable, Sendable {
  package var isHashable: Bool
  package var isStable: Bool
  package var because: String?

  package init(isHashable: Bool, isStable: Bool, because: String?) {
    self.isHashable = isHashable
    self.isStable = isStable
    self.because = because
  }
}
