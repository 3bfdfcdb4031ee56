import Rules

/// Parses the files of a run, or takes them from the cache.
struct SourceParser: Sendable {
  let scanner: SourceScanner
  let configuration: Configuration
  let budget: ByteBudget
  let buffers: BufferPool
  /// Whether functions are wanted that nobody has asked for.
  let isWhole: Bool
  let cache: (results: ResultCache, identity: String)?

  func parse(_ source: ScannedSource) -> ParsedSource { parse(source, isWhole: isWhole) }

  /// The file with all of its functions.
  func parseWhole(_ source: ScannedSource) -> ParsedSource { parse(source, isWhole: true) }

  private func parse(_ source: ScannedSource, isWhole: Bool) -> ParsedSource {
    budget.with(source.scan.size) {
      if let cache {
        ParsedSource(source, scanner, configuration, cache, buffers: buffers, isWhole: isWhole)
      } else {
        ParsedSource(source, scanner, configuration, isWhole: isWhole)
      }
    }
  }
}
