/// Which modules carry the names of which others.
struct ModuleNames: Sendable {
  private let reexports: [String: [String]]

  init(_ reexports: [String: [String]]) { self.reexports = reexports }

  /// Whether a name in `module` can be meant by a file with these imports.
  func isImported(_ module: String, by imports: Set<String>) -> Bool {
    if module == "Swift" || module == "_Concurrency" || imports.contains(module) { return true }
    return imports.contains { reexports[$0]?.contains(module) == true }
      || reexports[module]?.contains { imports.contains($0) } == true
  }

  /// Whether a name of one module is spelled with the other in front as well: `NIO.Channel` is `NIOCore.Channel`.
  func areInterchangeable(_ one: String, _ other: String) -> Bool {
    one == other || reexports[one]?.contains(other) == true || reexports[other]?.contains(one) == true
  }

  /// Whether importing `module` makes the names of `other` known too.
  func carries(_ module: String, _ other: String) -> Bool { reexports[module]?.contains(other) == true }

  /// The modules in front of a type of `module` in one build or another, itself first, the others sorted.
  func spellings(of module: String) -> [String] {
    let others = Set(reexports[module] ?? []).union(reexports.filter { $0.value.contains(module) }.keys)
    return [module] + others.subtracting([module]).sorted()
  }
}
