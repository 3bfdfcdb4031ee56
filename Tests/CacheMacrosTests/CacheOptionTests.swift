import Foundation
import SwiftParser
import SwiftSyntax
import Testing

@testable import CacheMacros

/// The plug-in's list of options against the macros' declarations.
struct CacheOptionTests {
  @Test(arguments: [CacheAttribute.data, CacheAttribute.resource, CacheAttribute.legacy])
  func areThoseOfTheDeclaration(_ attribute: String) throws {
    let declared = try Self.declared(attribute)
    let refused = attribute == CacheAttribute.legacy ? [] : CacheOption.removed
    let persist: Set<String> = attribute == CacheAttribute.resource ? ["persist"] : []
    #expect(!declared.isEmpty)
    #expect(declared.subtracting(refused).subtracting(persist) == Set(CacheOption.names(of: attribute)))
    // What is refused is declared, so that the plug-in is asked and can say why.
    #expect(declared.isSuperset(of: refused.union(persist)))
  }

  private static func declared(_ attribute: String) throws -> Set<String> {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/CacheRuntime/Macros/Macros.swift").standardized
    let source = Parser.parse(source: try String(contentsOf: file, encoding: .utf8))
    let finder = MacroFinder(attribute)
    finder.walk(source)
    return finder.labels
  }

  private final class MacroFinder: SyntaxVisitor {
    let name: String
    var labels: Set<String> = []

    init(_ name: String) {
      self.name = name
      super.init(viewMode: .sourceAccurate)
    }

    override func visit(_ node: MacroDeclSyntax) -> SyntaxVisitorContinueKind {
      if node.name.text == name {
        labels.formUnion(node.signature.parameterClause.parameters.map(\.firstName.text))
      }
      return .skipChildren
    }
  }
}
