extension Configuration {
  /// These rules extended by a project's file.
  ///
  /// | section | the project's file |
  /// |---|---|
  /// | `legacy` | takes the place of the shipped API, and the shipped options go with that |
  /// | `replacements` | changes the names it gives |
  /// | `decisions`, `hashing` | comes in front |
  /// | `options` | takes the place of the shipped changes of the options it names, adds the others |
  /// | `widgets`, `reexports`, `exclude` | adds |
  /// | `severities` | takes the place, rule by rule |
  /// | `suppressions` | takes the place, key by key |
  func extended(by file: RulesFile) -> Configuration {
    var result = self
    if let legacy = file.legacy {
      result.legacy = legacy
      result.options = []
    }
    result.replacements.data.change(to: file.replacements?.data)
    result.replacements.resource.change(to: file.replacements?.resource)
    result.decisions = (file.decisions ?? []) + result.decisions
    let named = Set((file.options ?? []).map(\.name))
    result.options = (file.options ?? []) + result.options.filter { !named.contains($0.name) }
    result.widgets += (file.widgets ?? []).filter { !widgets.contains($0) }
    result.hashing = (file.hashing ?? []) + result.hashing
    result.severities.merge(file.severities ?? [:]) { _, own in own }
    result.reexports.merge(file.reexports ?? [:]) { shipped, own in
      shipped + own.filter { !shipped.contains($0) }
    }
    result.exclude += (file.exclude ?? []).filter { !exclude.contains($0) }
    if let requiresReasons = file.suppressions?.requiresReasons { result.requiresReasons = requiresReasons }
    return result
  }
}

extension Replacements.Names {
  fileprivate mutating func change(to names: RulesFile.ReplacedNames.Names?) {
    if let attribute = names?.attribute { self.attribute = attribute }
    if let function = names?.function { self.function = function }
  }
}
