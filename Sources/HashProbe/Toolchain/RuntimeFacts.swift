/// What `CacheRuntime` says of keys: its protocols, and the types of the toolchain that have them.
///
/// A project that uses the cache has its sources among its dependencies, where nobody looks. These are there in their
/// place, unless the project is `CacheRuntime` itself.
package enum RuntimeFacts {
  package static let module = "CacheRuntime"

  static let summary: DeclarationSummary? = {
    var reader = ToolchainFactsReader()
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      reader.read(Substring(decoding: line, as: UTF8.self))
    }
    return reader.summaries.first
  }()
}
