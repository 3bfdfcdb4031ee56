import HashProbe
import SwiftSyntax

/// What the project as a whole says about the names of the API: who passes the module on, who declares such a name.
struct ProjectNames: Sendable {
  private let names: Set<String>
  /// The modules of the API, and the project's own modules that pass one of them on with `@_exported import`.
  private let sources: Set<String>
  /// The project's modules among `sources`: all their own files see the API.
  private let reexporting: Set<String>
  /// Functions at top level by module; files without a module count as one.
  private var functions: [String?: Set<String>] = [:]
  /// Types and type aliases at top level, of any module of the project.
  private var types: Set<String> = []
  /// Macros of any module of the project.
  private var macros: Set<String> = []
  /// By a type's last name: the members among the names of interest, and what it inherits from.
  private var members: [String: Set<String>] = [:]
  private var parents: [String: [String]] = [:]

  /// - Parameter summaries: Of the project's files.
  init(_ summaries: [DeclarationSummary], configuration: Configuration) {
    let legacy = configuration.legacy
    names = Set(
      legacy.attributes + legacy.functions
        + Decision.Kind.allCases.flatMap {
          [configuration.replacements[$0].attribute, configuration.replacements[$0].function]
        })
    reexporting = Self.reexporting(Set(legacy.modules), in: summaries)
    sources = reexporting.union(legacy.modules)
    for summary in summaries where !legacy.modules.contains(summary.module ?? "") {
      collect(summary)
    }
  }

  private mutating func collect(_ summary: DeclarationSummary) {
    macros.formUnion(summary.macros.map(\.name).filter(names.contains))
    // By their indices: a copy of each declaration would take longer than the look at its name.
    for index in summary.functions.indices where names.contains(summary.functions[index].head.name) {
      let function = summary.functions[index]
      if let type = summary.enclosingTypes(of: function.head).last {
        members[Self.lastName(type), default: []].insert(function.head.name)
      } else {
        functions[summary.module, default: []].insert(function.head.name)
      }
    }
    for alias in summary.aliases where names.contains(alias.head.name) {
      note(type: alias.head, in: summary)
    }
    for type in summary.types {
      if names.contains(type.head.name) { note(type: type.head, in: summary) }
      collect(type.members, of: type.head.name, inherited: type.inherited)
    }
    for extended in summary.extensions {
      collect(extended.members, of: Self.lastName(extended.head.name), inherited: extended.inherited)
    }
  }

  private mutating func note(type head: DeclarationHead, in summary: DeclarationSummary) {
    if let outer = summary.enclosingTypes(of: head).last {
      members[Self.lastName(outer), default: []].insert(head.name)
    } else {
      types.insert(head.name)
    }
  }

  private mutating func collect(
    _ declared: MemberDeclarations, of type: String, inherited: [TypeExpression]
  ) {
    for index in declared.properties.indices where names.contains(declared.properties[index].head.name) {
      members[type, default: []].insert(declared.properties[index].head.name)
    }
    for index in declared.cases.indices where names.contains(declared.cases[index].name) {
      members[type, default: []].insert(declared.cases[index].name)
    }
    let above = inherited.compactMap { parent -> String? in
      if case .named(let components) = parent { return components.last?.name }
      return nil
    }
    if !above.isEmpty { parents[type, default: []] += above }
  }

  /// Whether a file sees the API: by an import of its own, or because another file of its module passes it on.
  func seesLegacyModule(_ imports: FileImports, module: String?, of configuration: Configuration) -> Bool {
    if let module, reexporting.contains(module) { return true }
    return imports.takes(anyOf: sources, names: names)
  }

  /// Whether a name means something that another file of the project declares.
  func shadows(_ name: String, at node: Syntax, inModule module: String?, _ namespace: Namespace) -> Bool {
    if types.contains(name) { return true }
    switch namespace {
    case .attributes: return macros.contains(name)
    case .values:
      if functions[module]?.contains(name) == true { return true }
      return NameLookup.enclosingTypes(of: node).contains { hasMember(name, type: Self.lastName($0)) }
    }
  }

  private func hasMember(_ name: String, type: String) -> Bool {
    var seen: Set<String> = []
    var pending = [type]
    while let next = pending.popLast() {
      guard seen.insert(next).inserted else { continue }
      if members[next]?.contains(name) == true { return true }
      pending += parents[next] ?? []
    }
    return false
  }

  /// The project's modules with an `@_exported import` of one of `modules`, directly or through each other.
  private static func reexporting(_ modules: Set<String>, in summaries: [DeclarationSummary]) -> Set<String> {
    var exports: [String: Set<String>] = [:]
    for summary in summaries {
      guard let module = summary.module else { continue }
      for imported in summary.imports where imported.isExported {
        exports[imported.module, default: []].insert(module)
      }
    }
    var found: Set<String> = []
    var pending = Array(modules)
    while let next = pending.popLast() {
      for module in exports[next] ?? [] where found.insert(module).inserted { pending.append(module) }
    }
    return found
  }

  /// `Inner` of `Outer.Inner<Int>`.
  private static func lastName(_ type: String) -> String {
    guard type.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ".") }) else {
      return type
    }
    let plain = type.prefix { $0 != "<" }
    return plain.split(separator: ".").last.map(String.init) ?? type
  }
}
