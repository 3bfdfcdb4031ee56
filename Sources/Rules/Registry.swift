/// All rules, in the order of their documentation.
package enum Registry {
  package static let rules: [any Rule.Type] = [
    LegacyCache.self,
    RemovedOption.self,
    UnhashableParam.self,
  ]

  /// The rule of an id, if there is one.
  package static func rule(id: String) -> (any Rule.Type)? {
    rules.first { $0.description.id == id }
  }
}
