import HashProbe

@testable import Rules

extension Configuration {
  /// What the tests of the migration need of the shipped rules.
  static let forMigration = Configuration(
    legacy: LegacyAPI(modules: ["CacheRuntime"], attributes: ["cache"], functions: ["cache"]),
    replacements: Replacements(
      data: .init(attribute: "CacheData", function: "cacheData"),
      resource: .init(attribute: "CacheResource", function: "cacheResource")),
    decisions: [
      DecisionRow(
        useCase: "Opening persistent file handles", kind: .resource, types: [.named("Foundation.FileHandle")],
        calls: [], note: nil, isShipped: true),
      DecisionRow(
        useCase: "Simple computations with basic types", kind: .data,
        types: ["String", "Int", "Double", "Bool"].map { .named("Swift." + $0) }, calls: [], note: nil,
        isShipped: true),
    ],
    options: [
      OptionChange(
        name: "allowOutputMutation", action: .remove, because: "data is copied, a resource is shared",
        only: nil, asksForSharing: true, whenWidgets: nil),
      OptionChange(
        name: "suppressStWarning", action: .remove, because: "cached functions may show elements",
        only: nil, asksForSharing: false, whenWidgets: "experimentalAllowWidgets: true"),
      OptionChange(
        name: "persist", action: .values(["true": ".disk", "false": nil]), because: "the place is named",
        only: .data, asksForSharing: false, whenWidgets: nil),
      OptionChange(
        name: "persist", action: .remove, because: "a resource cannot be stored", only: .resource,
        asksForSharing: false, whenWidgets: nil),
    ],
    widgets: ["slider"], hashing: [], severities: [:], reexports: [:], exclude: [])
}
