/// Names in suggested code, in backticks where they would be read as something else.
enum SwiftName {
  /// Behind a dot.
  static func member(_ name: String) -> String {
    ["init", "self", "Self", "Type", "Protocol"].contains(name) ? "`\(name)`" : name
  }

  /// By itself in a method; `other` is a parameter of that method.
  static func unqualified(_ name: String, besides other: String) -> String {
    name == other || isReserved(name) ? "self.\(member(name))" : name
  }

  /// Before a parameter's name.
  static func label(_ name: String) -> String {
    ["inout", "var", "let"].contains(name) ? "`\(name)`" : name
  }

  /// A type as it is written.
  static func code(_ type: TypeExpression) -> String { quoted(type).description }

  private static func quoted(_ type: TypeExpression) -> TypeExpression {
    guard case .named(let components) = type else { return type.mapParts(quoted) }
    return .named(
      components.enumerated().map { position, component in
        let isQuoted = position == 0 ? isReserved(component.name) && component.name != "Self" : false
        let name = isQuoted ? "`\(component.name)`" : position == 0 ? component.name : member(component.name)
        return .init(name, component.arguments.map(quoted))
      })
  }

  private static func isReserved(_ name: String) -> Bool { reserved.contains(name) }

  /// The keywords that no name can be without backticks.
  private static let reserved: Set<String> = [
    "associatedtype", "class", "deinit", "enum", "extension", "fileprivate", "func", "import", "init",
    "inout",
    "internal", "let", "operator", "precedencegroup", "private", "protocol", "public", "rethrows", "static",
    "struct", "subscript", "typealias", "var", "break", "case", "catch", "continue", "default", "defer", "do",
    "else", "fallthrough", "for", "guard", "if", "in", "repeat", "return", "switch", "throw", "where",
    "while",
    "Any", "as", "await", "false", "is", "nil", "self", "Self", "super", "throws", "true", "try",
  ]
}
