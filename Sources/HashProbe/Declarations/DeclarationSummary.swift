/// What one file declares, free of syntax trees, so that a tree can be dropped once it was read.
package struct DeclarationSummary: Hashable, Codable, Sendable {
  package var path: String
  /// `nil` where the file belongs to no package target.
  package var module: String?
  package var imports: [ModuleImport] = []
  package var types: [TypeDeclaration] = []
  package var extensions: [ExtensionDeclaration] = []
  package var aliases: [AliasDeclaration] = []
  package var functions: [FunctionDeclaration] = []
  package var macros: [MacroDeclaration] = []
  /// The functions that were passed over, and are not among `functions`.
  package var unread = UnreadFunctions()

  package init(path: String, module: String?, imports: [ModuleImport] = []) {
    self.path = path
    self.module = module
    self.imports = imports
  }
}

/// A macro and the conformances that it says it adds.
package struct MacroDeclaration: Hashable, Codable, Sendable {
  package var name: String
  package var conformances: [TypeExpression]
}

/// `import Module`.
package struct ModuleImport: Hashable, Codable, Sendable {
  package var module: String
  /// `@_exported import`: who imports this file's module sees that one as well.
  package var isExported: Bool

  package init(module: String, isExported: Bool) {
    self.module = module
    self.isExported = isExported
  }
}

/// Where a declaration's name stands.
package struct DeclarationPlace: Hashable, Codable, Sendable, CustomStringConvertible {
  package var path: String
  /// Counts from 1, as columns do, in UTF-8 bytes.
  package var line: Int
  package var column: Int
  package var offset: Int

  package var description: String { "\(path):\(line):\(column)" }
}

/// What a declaration stands in, by its place in the lists of the same file's summary.
package enum LexicalScope: Hashable, Codable, Sendable {
  case file
  case type(Int)
  case `extension`(Int)
}

/// What all declarations have in common.
package struct DeclarationHead: Hashable, Codable, Sendable {
  package var name: String
  package var scope: LexicalScope
  package var place: DeclarationPlace
  package var access: AccessLevel
  package var attributes: [AttributeUse] = []
  /// The `#if` conditions around it.
  package var conditions: [CompilationCondition] = []
}

/// Who may see a declaration.
package enum AccessLevel: Int, Comparable, Codable, Sendable {
  case `private`, `fileprivate`, `internal`, package, `public`, open

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// `@Name(arguments)` on a declaration.
package struct AttributeUse: Hashable, Codable, Sendable {
  package var type: TypeExpression
  /// As written between the parentheses.
  package var arguments: String?

  /// The last component of its name.
  package var name: String {
    if case .named(let components) = type, let last = components.last { return last.name }
    return type.description
  }
}

/// A struct, enum, class, actor or protocol.
package struct TypeDeclaration: Hashable, Codable, Sendable {
  package enum Kind: String, Codable, Sendable {
    case `struct`, `enum`, `class`, `actor`, `protocol`
  }

  package var head: DeclarationHead
  package var kind: Kind
  package var generics: GenericSignature
  /// As they stand after the colon: a superclass, protocols, a raw type, `~Copyable`.
  package var inherited: [TypeExpression]
  package var members: MemberDeclarations
}

/// An extension of a type, which may be declared elsewhere.
package struct ExtensionDeclaration: Hashable, Codable, Sendable {
  /// Its name is the extended type as it is spelled.
  package var head: DeclarationHead
  package var extended: TypeExpression
  package var inherited: [TypeExpression]
  package var requirements: [GenericRequirement]
  package var members: MemberDeclarations
}

/// A `typealias`, or an `associatedtype` of a protocol.
package struct AliasDeclaration: Hashable, Codable, Sendable {
  package var head: DeclarationHead
  package var generics: GenericSignature
  /// What it stands for; of an associated type its default.
  package var target: TypeExpression?
  package var isAssociatedType: Bool
  /// The protocols that an associated type must conform to.
  package var inherited: [TypeExpression] = []
}

/// `<T: P, each U, let n: Int> … where T.Element == Int`.
package struct GenericSignature: Hashable, Codable, Sendable {
  package var parameters: [GenericParameter] = []
  package var requirements: [GenericRequirement] = []
}

/// One name between the angle brackets.
package struct GenericParameter: Hashable, Codable, Sendable {
  package var name: String
  package var constraint: TypeExpression?
  package var isPack: Bool
  package var isValue: Bool
}

/// `left: right` or `left == right` in a `where` clause.
package struct GenericRequirement: Hashable, Codable, Sendable {
  package enum Relation: String, Codable, Sendable { case conforms, equals }

  package var left: TypeExpression
  package var relation: Relation
  package var right: TypeExpression
}

/// What stands between the braces, as far as it says what a type is.
package struct MemberDeclarations: Hashable, Codable, Sendable {
  package var properties: [PropertyDeclaration] = []
  package var cases: [CaseDeclaration] = []
  package var witnesses: [Witness] = []
}

/// A property, stored or computed.
package struct PropertyDeclaration: Hashable, Codable, Sendable {
  package var head: DeclarationHead
  /// Spelled, or read off a plain initializer; `nil` where only the compiler can tell.
  package var type: TypeExpression?
  package var isStored: Bool
  package var isStatic: Bool
  package var isLazy: Bool
  package var isLet: Bool
  /// `weak` or `unowned`.
  package var isReference: Bool
  /// Reading it may throw, suspend or change the value.
  package var hasEffects = false
}

/// A case of an enum with its associated values.
package struct CaseDeclaration: Hashable, Codable, Sendable {
  package var name: String
  package var payload: [TypeExpression.TupleElement]
  package var place: DeclarationPlace
  package var conditions: [CompilationCondition]
}

/// A member that a conformance may rest on.
package struct Witness: Hashable, Codable, Sendable {
  package enum Kind: String, Codable, Sendable {
    /// `hash(into:)`, `static func ==`, `encode(to:)`, `init(from:)`, `var rawValue`, `init(rawValue:)`, `var hashValue`.
    case hash, equals, encode, decode, rawValue, initRawValue, hashValue
  }

  package var kind: Kind
  package var place: DeclarationPlace
  package var conditions: [CompilationCondition]
  /// The types of its parameters, for `==`.
  package var parameters: [TypeExpression] = []
  /// The names that its body mentions, of `hash` and `equals`.
  package var mentions: [String] = []
}

/// A function, method or initializer with what its parameters are.
package struct FunctionDeclaration: Hashable, Codable, Sendable {
  /// Its name without labels.
  package var head: DeclarationHead
  package var generics: GenericSignature
  package var parameters: [ParameterDeclaration]
  package var result: TypeExpression?
  package var isStatic: Bool
  /// Inside a type: `self` is an argument.
  package var isMethod: Bool

  /// `rides(in:limit:_:)`.
  package var fullName: String {
    head.name + "(" + parameters.map { ($0.label ?? "_") + ":" }.joined() + ")"
  }
}

/// A parameter of a function.
package struct ParameterDeclaration: Hashable, Codable, Sendable {
  /// `nil` for `_`.
  package var label: String?
  package var name: String
  package var type: TypeExpression
  package var isVariadic: Bool
  package var place: DeclarationPlace
  /// The default value as it is written.
  package var defaultValue: String?

  /// Its internal name starts with `_`: it is no part of a key.
  package var isExcluded: Bool { name.hasPrefix("_") && name != "_" }
}
