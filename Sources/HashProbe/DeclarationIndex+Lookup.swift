/// Where a name is used: what is looked through to find what it means.
package struct NameScope: Hashable, Sendable {
  /// What a scope adds to the names in sight.
  enum Level: Hashable, Sendable {
    case type(TypeNumber)
    case `extension`(Int)
    case generics([String])
    /// A type's generic parameters alone, as the names before its braces are looked up.
    case parameters(TypeNumber)
  }

  /// The file's position among the summaries; `nil` outside of any.
  var file: Int?
  package var module: String?
  /// The modules whose names are in sight, those that give way to others last; `nil`: all that are known.
  var modules: [String]?
  /// Innermost first.
  var levels: [Level] = []
  /// What is being looked up already, so that a cycle ends.
  var expansion = Expansion()
  /// In the head of an extension, where a missing argument list is no mistake.
  var isForExtension = false

  package init(module: String?) { self.module = module }

  init(file: Int?, module: String?) {
    self.file = file
    self.module = module
  }
}

extension DeclarationIndex {
  /// The scope between the braces of `types`, outermost first, as seen from a module.
  package func scope(
    in types: [String], module: String?, imports: Set<String>? = nil, path: String? = nil
  ) -> NameScope {
    var scope = NameScope(module: module)
    scope.modules = imports.map { modulesByImports[$0] ?? modulesInSight(of: $0) }
    scope.file = path.flatMap { path in filesByPath[path] }
    let names = types.flatMap { $0.split(separator: ".").map(String.init) }
    guard let first = names.first else { return scope }
    var type = lookUp(first, [], in: scope)
    var levels: [NameScope.Level] = []
    for next in names.dropFirst() + [""] {
      guard case .declared(let number, _)? = type else { break }
      levels.insert(.type(number), at: 0)
      guard !next.isEmpty else { break }
      type = member(next, of: selfType(number), in: scope)
    }
    scope.levels = levels
    return scope
  }

  /// The scope in which a declaration of a file stands.
  func scope(of place: LexicalScope, in file: Int) -> NameScope {
    var scope = NameScope(file: file, module: summaries[file].module)
    scope.modules = modulesOfFiles[file]
    var place = place
    while true {
      switch place {
      case .file: return scope
      case .type(let position):
        scope.levels.append(.type(numbers[file][position]))
        place = summaries[file].types[position].head.scope
      case .extension(let position):
        scope.levels.append(.extension(firstExtensions[file] + position))
        place = summaries[file].extensions[position].head.scope
      }
    }
  }

  /// The scope between the braces of a type.
  package func scope(inside number: TypeNumber) -> NameScope {
    var scope = scope(of: self[number].declaration.head.scope, in: self[number].file)
    scope.levels.insert(.type(number), at: 0)
    return scope
  }

  /// The scope of an extension's members and of its `where` clause.
  func scope(insideExtension position: Int) -> NameScope {
    let item = extensions[position]
    var scope = scope(of: item.declaration.head.scope, in: item.file)
    scope.levels.insert(.extension(position), at: 0)
    return scope
  }

  /// What an unqualified name means: first inside the types around it, then in the module, then elsewhere.
  func lookUp(_ name: String, _ arguments: [ResolvedType], in scope: NameScope) -> ResolvedType? {
    for level in scope.levels {
      switch level {
      case .generics(let names):
        if names.contains(name) { return .parameter(ParameterName(owner: nil, name: name)) }
      case .parameters(let number):
        if let parameter = parameter(name, of: number) { return .parameter(parameter) }
      case .type(let number):
        if let found = lookUp(name, arguments, inside: number, scope) { return found }
      case .extension(let position):
        guard let target = extensions[position].target else { continue }
        if let found = lookUp(name, arguments, inside: target, scope) { return found }
        // Of the types around an extended one the parameters are in sight, and nothing else.
        if let parameter = parameter(name, of: target) { return .parameter(parameter) }
      }
    }
    return lookUpTopLevel(name, arguments, scope)
  }

  /// A generic parameter of a type, or of the nearest around it.
  private func parameter(_ name: String, of number: TypeNumber) -> ParameterName? {
    parameters(of: number).last { $0.name == name }
  }

  private func lookUp(
    _ name: String, _ arguments: [ResolvedType], inside number: TypeNumber, _ scope: NameScope
  ) -> ResolvedType? {
    if name == "Self" {
      return self[number].kind == .protocol
        ? .parameter(ParameterName(owner: number, name: "Self")) : selfType(number)
    }
    if self[number].declaration.generics.parameters.contains(where: { $0.name == name }) {
      return .parameter(ParameterName(owner: number, name: name))
    }
    return member(name, arguments, of: selfType(number), in: scope)
  }

  private func lookUpTopLevel(
    _ name: String, _ arguments: [ResolvedType], _ scope: NameScope
  ) -> ResolvedType? {
    guard let declarations = topLevel[name] else { return nil }
    let own = scope.module ?? ""
    if let found = choose(declarations[own], scope) { return resolve(found, arguments, of: nil, scope) }
    let only = declarations.count == 1 ? declarations.first?.key : nil
    guard only != own else { return nil }
    for module in scope.modules ?? everyModule where module != own && (only == nil || module == only) {
      if let found = choose(declarations[module], scope, isForeign: true) {
        return resolve(found, arguments, of: nil, scope)
      }
    }
    return nil
  }

  func lookUp(
    _ name: String, _ arguments: [ResolvedType], inModule module: String, _ scope: NameScope
  ) -> ResolvedType? {
    guard let declarations = topLevel[name] else { return nil }
    for module in [module] + closure(exports[module, default: []]).sorted() {
      let isForeign = module != scope.module
      if let found = choose(declarations[module], scope, isForeign: isForeign) {
        return resolve(found, arguments, of: nil, scope)
      }
    }
    return nil
  }

  /// Modules that every file sees.
  static let implicitModules = ["Swift", "_Concurrency", "_StringProcessing"]

  /// What a file with these imports sees; the standard library gives way to every other module.
  func modulesInSight(of imports: Set<String>) -> [String] {
    closure(imports).subtracting(Self.implicitModules).sorted() + Self.implicitModules
  }

  /// The modules and what they export, so far as it is known.
  private func closure(_ modules: Set<String>) -> Set<String> {
    var all = modules
    var rest = Array(modules)
    while let module = rest.popLast() {
      for next in exports[module, default: []] where all.insert(next).inserted { rest.append(next) }
    }
    return all
  }

  /// Of several declarations of a name, the one in sight: compiled before not, the same file first, then the nearest.
  private func choose(
    _ candidates: [NamedDeclaration]?, _ scope: NameScope, isForeign: Bool = false
  ) -> NamedDeclaration? {
    guard let candidates else { return nil }
    let visible = candidates.filter { candidate in
      if candidate.access <= .fileprivate { return candidate.file == scope.file || scope.file == nil }
      return !isForeign || candidate.access >= .package || summaries[candidate.file].module == nil
        || isTest(scope.module)
    }
    guard visible.count > 1 else { return visible.first }
    let own = scope.file.map { summaries[$0].path } ?? ""
    return visible.max { left, right in
      rank(left, own, scope.file) < rank(right, own, scope.file)
    }
  }

  private func rank(_ candidate: NamedDeclaration, _ path: String, _ file: Int?) -> (Int, Int, Int) {
    let theirs = summaries[candidate.file].path
    return (
      candidate.isActive ? 1 : 0, candidate.file == file ? 1 : 0,
      zip(path.utf8, theirs.utf8).prefix { $0 == $1 }.count
    )
  }

  private func isTest(_ module: String?) -> Bool { module?.hasSuffix("Tests") ?? true }

  /// What `Outer.name` means: a nested declaration, a generic argument, or what a superclass or protocol has.
  func member(
    _ name: String, _ arguments: [ResolvedType] = [], of outer: ResolvedType, in scope: NameScope,
    visited: Set<TypeNumber> = []
  ) -> ResolvedType? {
    guard memberNames.contains(name), case .declared(let number, let outerArguments) = outer,
      !visited.contains(number)
    else { return nil }
    if let found = choose(members[number]?[name], scope) {
      return resolve(found, arguments, of: outer, scope)
    }
    let parameters = self[number].declaration.generics.parameters
    if let position = parameters.firstIndex(where: { $0.name == name }) {
      let position = outerArguments.count - parameters.count + position
      if outerArguments.indices.contains(position) { return outerArguments[position] }
    }
    let visited = visited.union([number])
    for parent in clauses(of: outer, scope.expansion).map(\.type) {
      guard let found = member(name, arguments, of: parent, in: scope, visited: visited) else { continue }
      // An associated type found in a protocol stands for what the conforming type makes of it.
      guard self[number].kind != .protocol, case .member(.declared(let owner, _), name) = found,
        self[owner].kind == .protocol
      else { return found }
      return inferredWitness(name, ofProtocol: owner, in: outer, scope.expansion) ?? .member(outer, name)
    }
    return name == "RawValue" ? rawType(of: number) : nil
  }

  private func resolve(
    _ named: NamedDeclaration, _ arguments: [ResolvedType], of outer: ResolvedType?, _ scope: NameScope
  ) -> ResolvedType {
    var outerArguments: [ResolvedType] = []
    if case .declared(_, let arguments)? = outer { outerArguments = arguments }
    switch named.kind {
    case .type(let number):
      let parameters = self[number].declaration.generics.parameters
      var own = parameters.map { ResolvedType.parameter(ParameterName(owner: number, name: $0.name)) }
      if let pack = parameters.firstIndex(where: \.isPack) {
        if !arguments.isEmpty { own[pack] = .pack(.tuple(arguments)) }
      } else {
        for (position, argument) in zip(own.indices, arguments) { own[position] = argument }
      }
      return .declared(number, outerArguments + own)
    case .alias(let file, let position):
      let alias = summaries[file].aliases[position]
      if alias.isAssociatedType {
        return outer.map { .member($0, alias.head.name) } ?? .unknown(alias.head.name)
      }
      return expand(alias, named.kind, file, arguments, of: outer, scope)
    }
  }

  /// Puts an alias's target in its place.
  private func expand(
    _ alias: AliasDeclaration, _ kind: NamedDeclaration.Kind, _ file: Int, _ arguments: [ResolvedType],
    of outer: ResolvedType?, _ scope: NameScope
  ) -> ResolvedType {
    guard let target = alias.target, let expansion = scope.expansion.entering(alias: kind) else {
      return .unknown(alias.head.name)
    }
    var inner = self.scope(of: alias.head.scope, in: file)
    inner.expansion = expansion
    let names = alias.generics.parameters.map(\.name)
    inner.levels.insert(.generics(names), at: 0)
    var known: [ParameterName: ResolvedType] = [:]
    if case .declared(let number, let arguments)? = outer { known = substitutions(number, arguments) }
    for (name, argument) in zip(names, arguments) { known[ParameterName(owner: nil, name: name)] = argument }
    return substitute(resolve(target, in: inner), known, expansion)
  }
}

extension NameScope {
  /// Puts a function's own generic parameters in sight.
  package mutating func addGenericParameters(_ names: [String]) {
    levels.insert(.generics(names), at: 0)
  }
}
