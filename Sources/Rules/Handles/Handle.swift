import HashProbe
import SwiftSyntax

/// The `$name` that an attribute adds beside a cached function.
struct Handle {
  /// Without the `$`.
  let name: String
  /// `rides(in:)`.
  let function: String
  /// The types around it as they are spelled, an extension with its constraints.
  let scope: [String]
  /// Seen in its own file only.
  let isPrivate: Bool
  let path: String
  /// The attribute from `@` to the end of its name, in the file at hand.
  let range: Range<Int>
  /// Where its function begins.
  let offset: Int
  /// The place in another file.
  let place: SourcePosition?
  /// The branches of `#if` around it, outermost first.
  let branches: [Branch]
  /// The edit that leaves it out.
  let removal: Fix?

  /// A branch of an `#if`, both by their offsets.
  struct Branch: Hashable {
    var conditional: Int
    var clause: Int
  }

  /// The handle that a use adds; nil where it adds none.
  init?(_ use: CacheUse, in file: SourceFile) {
    guard case .attribute(let attribute, let function, _) = use.form,
      !function.name.text.hasPrefix("`"), case .identifier = function.name.tokenKind,
      !function.modifiers.contains(where: { $0.name.tokenKind == .keyword(.override) }),
      let scope = Self.scope(of: function), !use.leavesHandleOut
    else { return nil }
    name = function.name.plainText
    let labels = function.signature.parameterClause.parameters.map { "\($0.firstName.plainText):" }
    self.function = "\(name)(\(labels.joined()))"
    self.scope = scope
    isPrivate = function.modifiers.contains {
      [.keyword(.private), .keyword(.fileprivate)].contains($0.name.tokenKind)
    }
    path = file.path
    range = use.range
    offset = function.startOffset
    place = nil
    branches = Self.branches(around: Syntax(function))
    removal = use.handleRemoval(attribute)
  }

  /// The types around a function, outermost first; nil for a local one, which has no handle.
  private static func scope(of function: FunctionDeclSyntax) -> [String]? {
    var names: [String] = []
    var node = Syntax(function).parent
    while let current = node {
      if let type = current.asProtocol((any NamedDeclSyntax).self),
        current.isProtocol((any DeclGroupSyntax).self)
      {
        names.append(type.name.plainText)
      } else if let type = current.as(ExtensionDeclSyntax.self) {
        let constraints = type.genericWhereClause?.requirements.trimmedText ?? ""
        names.append(
          type.extendedType.trimmedText + (constraints.isEmpty ? "" : " where " + constraints))
      } else if current.is(CodeBlockSyntax.self) || current.is(AccessorBlockSyntax.self)
        || current.is(ClosureExprSyntax.self)
      {
        return nil
      }
      node = current.parent
    }
    return names.reversed()
  }

  private static func branches(around node: Syntax) -> [Branch] {
    var branches: [Branch] = []
    var node = node
    while let parent = node.parent {
      if let clause = node.as(IfConfigClauseSyntax.self),
        let conditional = parent.parent?.as(IfConfigDeclSyntax.self)
      {
        branches.append(Branch(conditional: conditional.startOffset, clause: clause.startOffset))
      }
      node = parent
    }
    return branches.reversed()
  }
}

extension Handle {
  /// The handle that an attribute adds beside a function of another file, as far as the index knows; nil where it adds
  /// none, or one that no other file sees.
  init?(_ function: FunctionDeclaration, _ use: AttributeUse, in summary: DeclarationSummary) {
    let isPrivate = function.head.access <= .fileprivate
    let arguments = (use.arguments ?? "").filter { !$0.isWhitespace }
    guard !isPrivate, !arguments.contains("handle:false") else { return nil }
    name = function.head.name
    self.function = function.fullName
    scope = summary.scope(of: function.head)
    self.isPrivate = isPrivate
    path = summary.path
    range = 0..<0
    offset = function.head.place.offset
    place = SourcePosition(
      line: function.head.place.line, column: function.head.place.column, offset: function.head.place.offset)
    branches = []
    removal = nil
  }
}

extension DeclarationSummary {
  /// The types around a declaration, an extension with its constraints.
  fileprivate func scope(of declaration: DeclarationHead) -> [String] {
    var names = enclosingTypes(of: declaration)
    if case .extension(let number) = declaration.scope, extensions.indices.contains(number),
      let last = names.last
    {
      // Constraints are compared as they are spelled; where there are any, other files are left alone.
      if !extensions[number].requirements.isEmpty { names[names.count - 1] = last + " where …" }
    }
    return names
  }
}

extension CacheUse {
  private var handleArgument: LabeledExprSyntax? { arguments?.first { $0.label?.plainText == "handle" } }

  fileprivate var leavesHandleOut: Bool {
    handleArgument?.expression.as(BooleanLiteralExprSyntax.self)?.literal.tokenKind == .keyword(.false)
  }

  fileprivate func handleRemoval(_ attribute: AttributeSyntax) -> Fix? {
    let edit: Edit
    if let given = handleArgument?.expression {
      edit = Edit(start: given.startOffset, end: given.endOffset, replacement: "false")
    } else if let last = arguments?.last {
      let isOpen = last.trailingComma?.isPresent == true
      edit = Edit(
        start: last.endOffset, end: last.endOffset, replacement: (isOpen ? " " : ", ") + "handle: false")
    } else if let parentheses {
      let place = parentheses.left.endOffset
      edit = Edit(start: place, end: place, replacement: "handle: false")
    } else {
      guard attribute.leftParen == nil else { return nil }
      edit = Edit(start: name.endOffset, end: name.endOffset, replacement: "(handle: false)")
    }
    return Fix(title: "leave the handle out", applicability: .unsafe, edits: [edit])
  }
}
