import HashProbe
import SwiftParser
import Testing

/// An index of sources given as text, all in module `App` unless said otherwise.
func index(_ sources: String..., module: String? = "App") -> DeclarationIndex {
  DeclarationIndex(
    files: sources.enumerated().map { number, source in
      ("Sources/App/File\(number).swift", module, Parser.parse(source: source))
    })
}

/// Whether a type is Hashable: `yes`, `no` or `unknown`.
func answer(_ source: String, _ type: String) throws -> String {
  let index = index(source)
  let resolved = index.resolve(try TypeExpression(parsing: type), in: index.scope(in: [], module: "App"))
  let hashable = try #require(index.standardNumber("Hashable"))
  return switch index.conformance(of: resolved, to: hashable) {
  case .yes: "yes"
  case .no: "no"
  case .unknown: "unknown"
  }
}
