/// All rules, in the order of their documentation.
package enum Registry {
  package static let rules: [any Rule.Type] = []
}
