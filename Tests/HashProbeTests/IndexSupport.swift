import HashProbe
import SwiftParser

/// An index of sources given as text, all in module `App` unless said otherwise.
func index(_ sources: String..., module: String? = "App") -> DeclarationIndex {
  DeclarationIndex(
    files: sources.enumerated().map { number, source in
      ("Sources/App/File\(number).swift", module, Parser.parse(source: source))
    })
}
