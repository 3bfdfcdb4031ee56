import SwiftSyntax
import SwiftSyntaxMacros

/// What encloses the declaration that an attribute is on.
///
/// The compiler leaves a getter that is written without `get` out of the lexical context, so that a local function in it looks
/// like a member. But the names it gives to what macros make contain the mangled name of the declaration, in which a local
/// function is marked: `9square_$l0` is the first that is called `square`.
struct Surroundings {
  /// What encloses the declaration, innermost first; code there is always shown by something that is code.
  let lexicalContext: [Syntax]
  /// The mangled name of a local function: two of one name and text, which may call different things, are two functions.
  let localName: String?

  init(of attribute: AttributeSyntax, in context: some MacroExpansionContext) {
    let name = context.makeUniqueName("").text
    let known = context.lexicalContext
    guard name.contains("_$l") else {
      (lexicalContext, localName) = (known, nil)
      return
    }
    let macro = attribute.cacheName
    let end = name.ranges(of: "\(macro.utf8.count)\(macro)fM").last?.lowerBound ?? name.endIndex
    localName = String(name[..<end])
    guard known.first?.isTypeDeclaration ?? true else {
      lexicalContext = known
      return
    }
    lexicalContext = [Syntax(AccessorDeclSyntax(accessorSpecifier: .keyword(.get)))] + known
  }
}

extension Syntax {
  /// Whether members are declared in it.
  var isTypeDeclaration: Bool {
    switch kind {
    case .structDecl, .enumDecl, .classDecl, .actorDecl, .extensionDecl, .protocolDecl: true
    default: false
    }
  }
}
