/// What the toolchain's own modules declare.
package enum ToolchainFacts {
  package static let summaries: [DeclarationSummary] = []
}
