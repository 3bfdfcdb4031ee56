/// All rules, in the order of their documentation.
package enum Registry {
  package static let rules: [any Rule.Type] = [
    LegacyCache.self,
    RemovedOption.self,
    UnhashableParam.self,
    ClashingHandles.self,
    InvalidSuppression.self,
    UnusedSuppression.self,
  ]

  /// The rule of an id, if there is one.
  package static func rule(id: String) -> (any Rule.Type)? {
    rules.first { $0.description.id == id }
  }

  /// Whether a directive in a file may silence a rule; a rule that is not registered may be silenced.
  package static func isSuppressible(_ id: String) -> Bool { !unsuppressible.contains(id) }

  private static let unsuppressible = Set(
    rules.map { $0.description }.filter { !$0.isSuppressible }.map(\.id))
}
