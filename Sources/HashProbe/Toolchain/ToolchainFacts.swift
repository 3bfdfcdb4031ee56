/// What the toolchain's own modules declare, as summaries like those of any other file.
package enum ToolchainFacts {
  /// One summary a module.
  package static let summaries: [DeclarationSummary] = {
    var reader = ToolchainFactsReader()
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      reader.read(Substring(decoding: line, as: UTF8.self))
    }
    return reader.summaries
  }()

  /// Every module that the facts are about.
  package static let modules: Set<String> = Set(summaries.compactMap(\.module))
}

/// Reads the text that `Scripts/extract-toolchain-facts.py` writes and describes.
struct ToolchainFactsReader {
  private(set) var summaries: [DeclarationSummary] = []
  private var scope = LexicalScope.file
  /// The types of the module in hand by their names with dots.
  private var numbers: [Substring: Int] = [:]

  mutating func read(_ line: Substring) {
    if line.hasPrefix(" ") {
      readBody(line.dropFirst())
      return
    }
    let (keyword, rest) = line.cut(" ")
    switch keyword {
    case "module":
      let names = rest.split(separator: " ").map(String.init)
      guard let name = names.first else { return }
      var summary = DeclarationSummary(path: "toolchain/\(name)", module: name)
      summary.imports = names.dropFirst().map { ModuleImport(module: $0, isExported: true) }
      summaries.append(summary)
      scope = .file
      numbers = [:]
    case "extension": addExtension(rest)
    default: addType(TypeDeclaration.Kind(rawValue: String(keyword)) ?? .struct, rest)
    }
  }

  private mutating func addType(_ kind: TypeDeclaration.Kind, _ line: Substring) {
    var words = line.split(separator: " @")
    let (signature, conditions) = (words.isEmpty ? line : words.removeFirst()).cut(" where ")
    let (path, parameters) = signature.cut("<")
    let (outer, name) = path.cutLast(".")
    var generics = GenericSignature()
    for name in parameters.dropLast().split(separator: ", ") {
      let isPack = name.hasPrefix("each ")
      generics.parameters.append(
        GenericParameter(
          name: String(isPack ? name.dropFirst(5) : name), constraint: nil, isPack: isPack, isValue: false))
    }
    generics.requirements = requirements(conditions)
    var head = self.head(name, numbers[outer].map { .type($0) } ?? .file)
    head.attributes = words.map { AttributeUse(type: .named(String($0)), arguments: nil) }
    update { summary, numbers in
      numbers[path] = summary.types.count
      summary.types.append(
        TypeDeclaration(head: head, kind: kind, generics: generics, inherited: [], members: .init()))
    }
    scope = numbers[path].map { .type($0) } ?? .file
  }

  private mutating func addExtension(_ line: Substring) {
    let extended = Self.type(line)
    let head = self.head(line, .file)
    update { summary, _ in
      summary.extensions.append(
        ExtensionDeclaration(
          head: head, extended: extended, inherited: [], requirements: [], members: .init()))
    }
    scope = .extension((summaries.last?.extensions.count ?? 1) - 1)
  }

  private mutating func readBody(_ line: Substring) {
    let (sign, rest) = line.cut(" ")
    switch sign {
    case ":": addParent(rest)
    case "=":
      let (name, target) = Self.cutName(rest)
      let (plain, parameters) = name.cut("<")
      var alias = AliasDeclaration(
        head: head(plain, scope), generics: GenericSignature(), target: Self.type(target),
        isAssociatedType: false)
      for name in parameters.dropLast().split(separator: ", ") {
        let plain = name.cut(" ").0
        alias.generics.parameters.append(
          GenericParameter(name: String(plain), constraint: nil, isPack: false, isValue: false))
      }
      update { summary, _ in summary.aliases.append(alias) }
    case "~":
      let (name, bounds) = rest.cut(" ")
      let alias = AliasDeclaration(
        head: head(name, scope), generics: GenericSignature(), target: nil, isAssociatedType: true,
        inherited: bounds.isEmpty ? [] : [Self.type(bounds)])
      update { summary, _ in summary.aliases.append(alias) }
    default: break
    }
  }

  /// An alias's name ends at the first space outside of angle brackets.
  private static func cutName(_ text: Substring) -> (Substring, Substring) {
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "<": depth += 1
      case ">": depth -= 1
      case " " where depth == 0: return (text[..<index], text[text.index(after: index)...])
      default: break
      }
    }
    return (text, "")
  }

  /// A conformance; one with conditions becomes an extension of its own.
  private mutating func addParent(_ line: Substring) {
    let (name, conditions) = line.cut(" where ")
    let parent = Self.type(name)
    let requirements = requirements(conditions)
    let scope = scope
    let head = self.head("", .file)
    update { summary, _ in
      switch scope {
      case .file: return
      case .type(let number) where requirements.isEmpty: summary.types[number].inherited.append(parent)
      case .extension(let number) where requirements.isEmpty:
        summary.extensions[number].inherited.append(parent)
      case .type(let number):
        let extended = summary.qualifiedName(number)
        summary.extensions.append(
          ExtensionDeclaration(
            head: head, extended: extended, inherited: [parent], requirements: requirements,
            members: .init()))
      case .extension(let number):
        let extended = summary.extensions[number].extended
        summary.extensions.append(
          ExtensionDeclaration(
            head: head, extended: extended, inherited: [parent], requirements: requirements,
            members: .init()))
      }
    }
  }

  private func requirements(_ text: Substring) -> [GenericRequirement] {
    text.split(separator: ", ").compactMap { part in
      let isEquality = part.contains(" == ")
      let (left, right) = part.cut(isEquality ? " == " : ": ")
      guard !right.isEmpty else { return nil }
      return GenericRequirement(
        left: Self.type(left), relation: isEquality ? .equals : .conforms, right: Self.type(right))
    }
  }

  private func head(_ name: Substring, _ scope: LexicalScope) -> DeclarationHead {
    DeclarationHead(
      name: String(name), scope: scope,
      place: DeclarationPlace(path: summaries.last?.path ?? "", line: 0, column: 0, offset: 0),
      access: .public)
  }

  private mutating func update(_ change: (inout DeclarationSummary, inout [Substring: Int]) -> Void) {
    guard !summaries.isEmpty else { return }
    change(&summaries[summaries.count - 1], &numbers)
  }

  /// Most types here are plain names, which need no parser.
  private static func type(_ text: Substring) -> TypeExpression {
    if text.utf8.allSatisfy({ $0.isNameByte }) { return .named(String(text)) }
    return (try? TypeExpression(parsing: String(text))) ?? .unreadable(String(text))
  }
}

extension DeclarationSummary {
  /// `Outer.Inner` of a type, by its position.
  fileprivate func qualifiedName(_ number: Int) -> TypeExpression {
    var names = [TypeExpression.Component(types[number].head.name)]
    var scope = types[number].head.scope
    while case .type(let outer) = scope {
      names.insert(.init(types[outer].head.name), at: 0)
      scope = types[outer].head.scope
    }
    return .named((module.map { [.init($0)] } ?? []) + names)
  }
}

extension UInt8 {
  /// A letter, digit, underscore or dot of ASCII.
  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}

extension Substring {
  /// What stands before and after the first `separator`; all and nothing where there is none.
  fileprivate func cut(_ separator: String) -> (Substring, Substring) {
    let pattern = separator.utf8
    var start = utf8.startIndex
    while let candidate = utf8[start...].firstIndex(of: pattern.first ?? 0) {
      if utf8[candidate...].starts(with: pattern) {
        return (self[..<candidate], self[utf8.index(candidate, offsetBy: pattern.count)...])
      }
      start = utf8.index(after: candidate)
    }
    return (self, "")
  }

  /// What stands before and after the last `separator`; nothing and all where there is none.
  fileprivate func cutLast(_ separator: Character) -> (Substring, Substring) {
    guard let index = lastIndex(of: separator) else { return ("", self) }
    return (self[..<index], self[self.index(after: index)...])
  }
}
