package import SwiftSyntax

/// All types, extensions, conformances and aliases that a set of sources declares, and the toolchain's beside them.
///
/// Built in two steps: names are entered file by file, then extensions are bound to what they extend. An extension
/// may declare the very type that another one extends, so binding goes in rounds until nothing more is found.
package struct DeclarationIndex: Sendable {
  package private(set) var summaries: [DeclarationSummary] = []
  package private(set) var types: [DeclaredType] = []
  package private(set) var extensions: [BoundExtension] = []
  package private(set) var configuration: BuildConfiguration

  /// Declarations by their names and their modules', `""` for files without one: of all modules in sight few declare
  /// a name.
  var topLevel: [String: [String: [NamedDeclaration]]] = [:]
  /// The modules that declare anything at top level.
  private var declaringModules: Set<String> = []
  /// The modules that declare anything, in the order in which names are looked for.
  var everyModule: [String] = []
  /// Declarations by the type they are nested in.
  var members: [TypeNumber: [String: [NamedDeclaration]]] = [:]
  /// The names of all members, and of all generic parameters: most names that are looked up inside of a type are none.
  var memberNames: Set<String> = ["RawValue"]
  /// For each file, the number of each of its types.
  var numbers: [[TypeNumber]] = []
  /// For each file, the position of its first extension in `extensions`.
  var firstExtensions: [Int] = []
  /// What files with these imports see.
  var modulesByImports: [Set<String>: [String]] = [:]
  /// What a module imports, and what that imports in turn.
  var modulesBehind: [String: Set<String>] = [:]
  /// What a module's files import, and what reaches others through `@_exported`.
  var imports: [String: Set<String>] = [:]
  var exports: [String: Set<String>] = [:]
  /// The conformances that attached macros of the project add, by the macro's name.
  var macroConformances: [String: [TypeExpression]] = [:]
  /// What stands after the colon of each type and of its extensions, looked up.
  var clauses: [TypeNumber: [InheritanceClause]] = [:]
  /// What each file sees, in the order in which names are looked for.
  var modulesOfFiles: [[String]] = []
  /// Each module's `==` outside of types.
  var equalities: [String: [FunctionDeclaration]] = [:]
  /// Positions among the summaries.
  var filesByPath: [String: Int] = [:]
  /// The project's types by the protocols that they say they conform to.
  var conformers: [TypeNumber: [TypeNumber]] = [:]
  /// What each protocol refines.
  var ancestries: [TypeNumber: Ancestry] = [:]
  /// How many files at the beginning of `summaries` are the toolchain's.
  package let toolchainCount: Int

  /// Merges what single files declare; the order of the files does not matter.
  ///
  /// - Parameter threads: Where names are looked up.
  package init(
    _ files: [DeclarationSummary] = [], flags: Set<String> = ["DEBUG"],
    on threads: some ParallelMapping = CallingThread()
  ) {
    self = files.contains { $0.module == RuntimeFacts.module } ? Self.toolchainAlone : Self.toolchain
    configuration.flags = flags
    configuration.modules.formUnion(files.compactMap(\.module))
    add(files.sorted { $0.path < $1.path }, threads)
    conformers = projectConformers()
  }

  /// The toolchain and the cache, which every other index starts from.
  private static let toolchain = DeclarationIndex(
    toolchain: ToolchainFacts.summaries + [RuntimeFacts.summary].compactMap(\.self))

  /// For the project that declares the cache itself.
  private static let toolchainAlone = DeclarationIndex(toolchain: ToolchainFacts.summaries)

  /// Makes what every index starts from, for whoever will want one and has time until then.
  package static func prepare() { _ = toolchain }

  private init(toolchain: [DeclarationSummary]) {
    toolchainCount = toolchain.count
    configuration = BuildConfiguration(modules: ToolchainFacts.modules)
    add(toolchain, CallingThread())
  }

  private mutating func add(_ files: [DeclarationSummary], _ threads: some ParallelMapping) {
    let firstType = types.count
    let firstExtension = extensions.count
    let firstFile = summaries.count
    summaries += files
    for (file, summary) in zip(firstFile..., files) where filesByPath[summary.path] == nil {
      filesByPath[summary.path] = file
    }
    for file in firstFile..<summaries.count { enter(file) }
    let all = modulesInSight(of: declaringModules)
    everyModule =
      all.filter { !ToolchainFacts.modules.contains($0) } + all.filter(ToolchainFacts.modules.contains)
    modulesByImports = [:]
    for file in firstFile..<summaries.count {
      // What one file of a module exports, all of its files see.
      let imports = Set(summaries[file].imports.map(\.module))
        .union(summaries[file].module.flatMap { exports[$0] } ?? [])
      let modules = modulesByImports[imports] ?? modulesInSight(of: imports)
      modulesByImports[imports] = modules
      modulesOfFiles.append(modules)
    }
    for module in imports.keys { modulesBehind[module] = closure(importedBy: module) }
    let bound = bindExtensions(Array(firstExtension..<extensions.count), threads)
    let changed = Set(bound.map(\.value)).union(firstType..<types.count)
    resolveClauses(of: changed.sorted(), threads)
    for number in changed where types[number].kind == .protocol {
      ancestries[TypeNumber(value: number)] = ancestry(of: TypeNumber(value: number))
    }
  }

  /// Reads and merges whole files; `module` is `nil` for a file that belongs to no package target.
  package init(files: [(path: String, module: String?, tree: SourceFileSyntax)]) {
    self.init(files.map { DeclarationSummary(of: $0.tree, path: $0.path, module: $0.module) })
  }

  /// Takes in a file that has been written anew, where it declares what it did, be it at other places.
  ///
  /// - Returns: Whether it does; otherwise all files must be merged anew.
  package mutating func replace(_ summary: DeclarationSummary) -> Bool {
    guard let file = filesByPath[summary.path], file >= toolchainCount,
      summaries[file].placeless(comparedWith: summary) == summary.placeless(comparedWith: summaries[file]),
      !summary.functions.contains(where: { $0.head.name == "==" && !$0.isMethod })
    else { return false }
    summaries[file] = summary
    for (number, type) in zip(numbers[file], summary.types) { types[number.value].declaration = type }
    for (position, item) in summary.extensions.enumerated() {
      extensions[firstExtensions[file] + position].declaration = item
    }
    return true
  }

  package subscript(number: TypeNumber) -> DeclaredType {
    // Lent, not copied: a copy counts the references of all of its parts.
    _read { yield types[number.value] }
  }

  /// Whether the toolchain declares a type, rather than the project.
  package func isToolchain(_ number: TypeNumber) -> Bool { self[number].file < toolchainCount }

  private mutating func enter(_ file: Int) {
    let summary = summaries[file]
    let module = summary.module ?? ""
    for item in summary.imports {
      imports[module, default: []].insert(item.module)
      if item.isExported { exports[module, default: []].insert(item.module) }
    }
    for macro in summary.macros { macroConformances[macro.name, default: []] += macro.conformances }
    for function in summary.functions where function.head.name == "==" && !function.isMethod {
      equalities[module, default: []].append(function)
    }
    firstExtensions.append(extensions.count)
    for declaration in summary.extensions {
      extensions.append(
        BoundExtension(
          file: file, declaration: declaration,
          isActive: configuration.isActive(declaration.head.conditions)))
    }
    var own: [TypeNumber] = []
    for declaration in summary.types {
      let number = TypeNumber(value: types.count)
      own.append(number)
      types.append(
        DeclaredType(
          number: number, file: file, declaration: declaration,
          isActive: configuration.isActive(declaration.head.conditions)))
    }
    numbers.append(own)
    for number in own {
      enter(number, .type(number), self[number].declaration.head, file)
      for parameter in self[number].declaration.generics.parameters { memberNames.insert(parameter.name) }
    }
    for (position, alias) in summary.aliases.enumerated() {
      enter(nil, .alias(file: file, position), alias.head, file)
    }
  }

  /// Files a declaration under what it stands in; those in extensions follow when the extension is bound.
  private mutating func enter(
    _ number: TypeNumber?, _ kind: NamedDeclaration.Kind, _ head: DeclarationHead, _ file: Int
  ) {
    let named = NamedDeclaration(
      kind: kind, file: file, access: head.access, isActive: configuration.isActive(head.conditions))
    switch head.scope {
    case .file:
      let module = summaries[file].module ?? ""
      declaringModules.insert(module)
      topLevel[head.name, default: [:]][module, default: []].append(named)
    case .type(let position):
      let owner = numbers[file].indices.contains(position) ? numbers[file][position] : nil
      guard let owner else { return }
      members[owner, default: [:]][head.name, default: []].append(named)
      memberNames.insert(head.name)
      if let number { types[number.value].owner = owner }
    case .extension(let position):
      extensions[firstExtensions[file] + position].pending.append((head.name, named))
    }
  }

  /// In rounds too: a name may be a member that a type inherits from what another clause names.
  private mutating func resolveClauses(of numbers: [Int], _ threads: some ParallelMapping) {
    for _ in 0..<8 {
      let resolved = threads.mapInRuns(numbers) { [self] in resolvedClauses(of: types[$0]) }
      var changed = false
      for (number, new) in zip(numbers, resolved) where clauses[TypeNumber(value: number)] != new {
        clauses[TypeNumber(value: number)] = new
        changed = true
      }
      guard changed else { return }
    }
  }

  private mutating func bindExtensions(
    _ positions: [Int], _ threads: some ParallelMapping
  ) -> [TypeNumber] {
    var bound: [TypeNumber] = []
    var unbound = positions
    while !unbound.isEmpty {
      let targets = threads.mapInRuns(unbound) { [self] in target(of: extensions[$0]) }
      for (position, target) in zip(unbound, targets) {
        guard let target else { continue }
        bind(position, to: target)
        bound.append(target)
      }
      let rest = zip(unbound, targets).filter { $0.1 == nil }.map(\.0)
      guard rest.count < unbound.count else { break }
      unbound = rest
    }
    return bound
  }

  private func target(of item: BoundExtension) -> TypeNumber? {
    var scope = NameScope(file: item.file, module: summaries[item.file].module)
    scope.isForExtension = true
    switch resolve(item.declaration.extended, in: scope) {
    case .declared(let number, _): return number
    case .existential(let parts), .opaque(let parts):
      if case .declared(let number, _)? = parts.first, parts.count == 1 { return number }
      return nil
    default: return nil
    }
  }

  private mutating func bind(_ position: Int, to target: TypeNumber) {
    extensions[position].target = target
    types[target.value].extensions.append(position)
    for (name, named) in extensions[position].pending {
      members[target, default: [:]][name, default: []].append(named)
      memberNames.insert(name)
      if case .type(let number) = named.kind { types[number.value].owner = target }
    }
    extensions[position].pending = []
  }
}

/// A type of the index with all that is known of it.
package struct DeclaredType: Sendable {
  package let number: TypeNumber
  /// Its file's position among the index's summaries.
  package let file: Int
  package internal(set) var declaration: TypeDeclaration
  /// Whether it is compiled on this platform.
  package let isActive: Bool
  /// The type it is nested in, be it by an extension.
  package internal(set) var owner: TypeNumber?
  /// Positions among the index's extensions.
  package internal(set) var extensions: [Int] = []

  package var name: String { declaration.head.name }
  package var kind: TypeDeclaration.Kind { declaration.kind }
}

/// An extension and the type it was found to extend.
package struct BoundExtension: Sendable {
  package let file: Int
  package internal(set) var declaration: ExtensionDeclaration
  package let isActive: Bool
  package internal(set) var target: TypeNumber?
  /// What it declares, until its target is known.
  var pending: [(String, NamedDeclaration)] = []

  init(file: Int, declaration: ExtensionDeclaration, isActive: Bool) {
    self.file = file
    self.declaration = declaration
    self.isActive = isActive
  }
}

/// What a name may mean.
struct NamedDeclaration: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case type(TypeNumber)
    /// The position among its file's aliases.
    case alias(file: Int, Int)
  }

  let kind: Kind
  let file: Int
  let access: AccessLevel
  let isActive: Bool
}
