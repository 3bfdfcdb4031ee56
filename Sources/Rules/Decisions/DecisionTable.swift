package import HashProbe

/// Which return types are data and which are resources: the rows of the rules in force, by spelling.
///
/// A type is looked at as a whole and then by its parts. `Optional`, `any`, `some` and what stands in front of a
/// type are seen through; arrays, dictionaries, sets, tuples and `Result` are what their parts are, and one resource
/// among those makes the whole a resource.
package struct DecisionTable: Sendable {
  let rows: [DecisionRow]
  let modules: ModuleNames
  /// Row and pattern numbers by the last name of the pattern; under `""` those that have none (`[Double]`).
  let patterns: [String: [Pattern]]

  struct Pattern: Sendable {
    var row: Int
    var type: TypeExpression
  }

  package init(_ configuration: Configuration) {
    rows = configuration.decisions
    modules = ModuleNames(configuration.reexports)
    var patterns: [String: [Pattern]] = [:]
    for (row, decision) in configuration.decisions.enumerated() {
      for type in decision.types {
        let core = type.core
        patterns[core.lastName, default: []].append(Pattern(row: row, type: core))
      }
    }
    self.patterns = patterns
  }

  /// What is known about the function whose return type is asked for.
  package struct Circumstances {
    /// The names that its body uses: functions, types and argument labels.
    package var calls: Set<String>
    /// The modules that its file imports; between rows of several modules, those of imported ones are meant.
    package var imports: Set<String>
    /// Whether the project declares a type of this name, as it is spelled.
    package var isDeclared: (String) -> Bool

    package init(
      calls: Set<String> = [], imports: Set<String> = [],
      isDeclared: @escaping (String) -> Bool = { _ in false }
    ) {
      self.calls = calls
      self.imports = imports
      self.isDeclared = isDeclared
    }
  }

  /// A row and the part of the type that it is about.
  package struct Match: Hashable, Sendable {
    package var row: DecisionRow
    package var part: TypeExpression
  }

  /// The row for a return type whose aliases are resolved; `nil` where the table does not say all about it.
  ///
  /// A container with a part that no row knows is known only when another part makes it a resource.
  package func match(
    _ type: TypeExpression, in circumstances: Circumstances = Circumstances()
  ) -> Match? {
    let coverage = coverage(of: type, circumstances)
    let resources = coverage.hits.filter { rows[$0.row].kind == .resource }
    if resources.isEmpty, !coverage.isComplete { return nil }
    let hits = (resources.isEmpty ? coverage.hits : resources).sorted { $0.row < $1.row }
    let preferred = hits.first { !circumstances.calls.isDisjoint(with: rows[$0.row].calls) }
    guard let hit = preferred ?? hits.first else { return nil }
    return Match(row: rows[hit.row], part: hit.part)
  }
}
