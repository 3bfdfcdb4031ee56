import Testing

@testable import Rules

@Suite struct MergingTests {
  private func extended(_ source: String) throws -> Configuration {
    try Configuration.shipped(knownRules: []).extended(
      by: Array(source.utf8), path: ".recache.yml", knownRules: RulesFileFaultTests.rules)
  }

  @Test func aFileThatSaysNothingChangesNothing() throws {
    let shipped = try Configuration.shipped(knownRules: [])
    #expect(try extended("version: 1\n") == shipped)
  }

  @Test func aTeamsOwnAPITakesThePlaceOfTheShippedOne() throws {
    let shipped = try Configuration.shipped(knownRules: [])
    let configuration = try extended(
      """
      version: 1
      legacy: {modules: [TeamKit], attributes: [Memo]}
      replacements:
        data: {attribute: Values}
        resource: {attribute: Singletons}
      options:
        - {name: shared, remove: true, because: each attribute says it by its name, asks-for-sharing: true}
      """)
    #expect(configuration.legacy == LegacyAPI(modules: ["TeamKit"], attributes: ["Memo"], functions: []))
    #expect(configuration.replacements[.data] == .init(attribute: "Values", function: "cacheData"))
    #expect(
      configuration.replacements[.resource] == .init(attribute: "Singletons", function: "cacheResource"))
    #expect(configuration.options.map(\.name) == ["shared"])
    #expect(configuration.options.map(\.asksForSharing) == [true])
    #expect(configuration.decisions == shipped.decisions)
  }

  @Test func optionsAloneTakeThePlaceOfThoseOfTheirName() throws {
    let configuration = try extended(
      """
      version: 1
      options:
        - {name: persist, rename: keep, because: so we say}
        - {name: verbose, values: [{value: "1", becomes: .loud}, {value: "0"}], because: it is a mode}
      """)
    #expect(
      configuration.options.map(\.name) == ["persist", "verbose", "allowOutputMutation", "suppressStWarning"])
    #expect(configuration.options[0].action == .rename("keep"))
    #expect(configuration.options[1].action == .values(["1": ".loud", "0": nil]))
  }

  @Test func listsAreAddedAndSeveritiesOverridden() throws {
    let shipped = try Configuration.shipped(knownRules: [])
    let configuration = try extended(
      """
      version: 1
      decisions: [{use-case: Opening a store, kind: resource, types: [Store]}]
      widgets: [knob, slider]
      hashing: [{type: Store, hashable: false}]
      reexports: {NIO: [NIOExtras], TeamKit: [GRDB]}
      severities: {legacy-cache: error, removed-option: off}
      exclude: [Generated/, "*.pb.swift"]
      """)
    #expect(configuration.decisions.count == shipped.decisions.count + 1)
    #expect(configuration.decisions.first?.isShipped == false)
    #expect(configuration.decisions.dropFirst().allSatisfy { $0.isShipped })
    #expect(configuration.widgets == shipped.widgets + ["knob"])
    #expect(configuration.hashing.first?.type == .named("Store"))
    #expect(configuration.reexports["NIO"] == ["NIOCore", "NIOEmbedded", "NIOPosix", "NIOExtras"])
    #expect(configuration.reexports["TeamKit"] == ["GRDB"])
    #expect(configuration.severities == ["legacy-cache": .error, "removed-option": .off])
    #expect(configuration.exclude == ["Generated/", "*.pb.swift"])
  }

  @Test func theShippedOptionsAreThoseOfTheGuide() throws {
    let options = try Configuration.shipped(knownRules: []).options
    let sharing = options.first { $0.name == "allowOutputMutation" }
    #expect(sharing?.action == .remove && sharing?.asksForSharing == true && sharing?.only == nil)
    let warning = options.first { $0.name == "suppressStWarning" }
    #expect(warning?.action == .remove && warning?.whenWidgets == "experimentalAllowWidgets: true")
    let persist = options.filter { $0.name == "persist" }
    #expect(persist.map(\.only) == [.data, .resource])
    #expect(persist.map(\.action) == [.values(["true": ".disk", "false": nil]), .remove])
  }

  @Test(arguments: [
    ("decisions", "decisions: [{use-case: A, kind: data, types: [Store]}]", "'Store' names no module"),
    ("hashing", "hashing: [{type: \"[Store]\", hashable: true}]", "'[Store]' names no module"),
    ("sections", "widgets: []", "key 'replacements' is missing"),
  ])
  func theShippedFileMustBeWhole(_ name: String, _ source: String, _ message: String) {
    let error = #expect(throws: RulesFileError.self) {
      try Configuration.shipped(bytes: Array("version: 1\n\(source)\n".utf8), knownRules: [])
    }
    #expect(error?.message.hasPrefix(message) == true, "\(name)")
  }
}
