import HashProbe
import Testing

@testable import Rules

@Suite struct DecisionTableTests {
  static let configuration = try? Configuration.shipped()
  static let table = configuration.map(DecisionTable.init)

  private func match(
    _ type: String, _ circumstances: DecisionTable.Circumstances = .init()
  ) throws -> DecisionTable.Match? {
    try #require(Self.table).match(try TypeExpression(parsing: type), in: circumstances)
  }

  @Test(arguments: DecidedSpelling.all)
  func decided(_ spelling: DecidedSpelling) throws {
    let match = try match(spelling.type, .init(calls: spelling.calls))
    #expect(match?.row.kind.rawValue == spelling.kind)
    #expect(match?.row.useCase == spelling.useCase)
  }

  @Test(arguments: DecidedSpelling.unknown)
  func unknown(_ type: String) throws {
    #expect(try match(type)?.row.useCase == nil)
  }

  /// Every type of every row, in every spelling, is of its row's kind.
  @Test(arguments: configuration?.decisions ?? [])
  func everyTypeOfTheRow(_ row: DecisionRow) throws {
    let table = try #require(Self.table)
    for type in row.types {
      for name in Set([type.description, type.short.description]) {
        for (pattern, spelling) in Self.spellings(of: name) {
          let parsed = try TypeExpression(parsing: spelling)
          let match = try #require(table.match(parsed), "\(spelling)")
          #expect(match.row.kind == row.kind, "\(spelling) as \(pattern)")
          let preferred = table.match(parsed, in: .init(calls: Set(row.calls)))
          if let preferred, !row.calls.isEmpty, row.types.first == type {
            #expect(preferred.row.kind == row.kind, "\(spelling) with calls")
          }
        }
      }
    }
  }

  private static func spellings(of name: String) -> [(pattern: String, spelling: String)] {
    [
      ("alone", name), ("optional", "\(name)?"), ("Optional", "Optional<\(name)>"),
      ("unwrapped", "\(name)!"), ("array", "[\(name)]"), ("Array", "Swift.Array<\(name)>"),
      ("value", "[String: \(name)]"), ("key and value", "Dictionary<Int, [\(name)]>"),
      ("tuple", "(String, \(name))"), ("labelled", "(first: \(name), second: Int)"),
      ("result", "Result<\(name), any Error>"), ("any", "any \(name)"), ("some", "some \(name)"),
      ("optional any", "(any \(name))?"), ("sending", "sending \(name)"),
    ].filter { pattern, _ in !name.hasPrefix("[") || !["any", "some", "optional any"].contains(pattern) }
  }

  @Test func everyUseCaseOfTheGuideIsThere() throws {
    let rows = try #require(Self.configuration).decisions
    let data = Set(rows.filter { $0.kind == .data }.map(\.useCase))
    let resources = Set(rows.filter { $0.kind == .resource }.map(\.useCase))
    #expect(
      data == [
        "Reading a CSV file", "Reading a text file", "Transforming data frames",
        "Computing with numeric arrays", "Simple computations with basic types", "Querying a database",
        "Querying an API", "Running a model (inference)", "Creating or processing images", "Creating charts",
      ])
    #expect(
      resources.isSuperset(of: [
        "Loading models", "Initializing database connections", "Opening persistent file handles",
        "Opening persistent threads", "Creating charts",
      ]))
  }

  @Test func aTypeThatTheProjectDeclaresIsNotMeant() throws {
    let declared = DecisionTable.Circumstances { ["DataFrame", "App.DatabaseQueue", "Int"].contains($0) }
    #expect(try match("DataFrame", declared) == nil)
    #expect(try match("[DataFrame]", declared) == nil)
    #expect(try match("TabularData.DataFrame", declared)?.row.kind == .data)
    #expect(try match("[Int]", declared) == nil)
    #expect(try match("DatabaseQueue", declared)?.row.kind == .resource)
  }

  @Test func ofEqualNamesThatOfAnImportedModuleIsMeant() throws {
    let inGRDB = DecisionTable.Circumstances(imports: ["GRDB"])
    #expect(
      try match("ModelContext", .init(imports: ["SwiftData"]))?.row.useCase
        == "Initializing database connections")
    #expect(try match("ModelContext", .init(imports: ["MLXLMCommon"]))?.row.useCase == "Loading models")
    #expect(try match("Statement", inGRDB)?.row.types.contains(.named("GRDB.Statement")) == true)
    #expect(try match("EventLoopGroup", .init(imports: ["NIO"]))?.row.kind == .resource)
    #expect(try match("DataFrame", .init(imports: ["Unheard"]))?.row.kind == .data)
  }

  @Test func thePartThatDecidedIsNamed() throws {
    #expect(try match("(Int, [String: DatabaseQueue])")?.part == .named("DatabaseQueue"))
    #expect(try match("Ride & DatabaseWriter")?.part == .named("DatabaseWriter"))
  }

  @Test func aProjectsRowComesFirstAndMeansItsOwnTypes() throws {
    let source = """
      version: 1
      decisions:
        - {use-case: Opening a store, kind: resource, types: [Store, AppKit.Ledger, DataFrame]}
        - {use-case: Counting rides, kind: data, types: ["Box<DatabaseQueue>", Rides.Count]}
      """
    let configuration = try Configuration.shipped().extended(by: Array(source.utf8), path: "x.yml")
    let table = DecisionTable(configuration)
    let own = DecisionTable.Circumstances { _ in true }
    let cases: [(String, String)] = [
      ("Store", "Opening a store"), ("App.Store", "Opening a store"), ("[Store]", "Opening a store"),
      ("Ledger", "Opening a store"), ("DataFrame", "Opening a store"),
      ("Box<DatabaseQueue>", "Counting rides"), ("Rides.Count", "Counting rides"),
      ("App.Rides.Count", "Counting rides"),
    ]
    for (type, useCase) in cases {
      #expect(table.match(try TypeExpression(parsing: type), in: own)?.row.useCase == useCase, "\(type)")
    }
    #expect(table.match(try TypeExpression(parsing: "Box<Int>"), in: own) == nil)
    #expect(table.match(try TypeExpression(parsing: "Int"), in: own) == nil)
  }
}

extension TypeExpression {
  /// The type with no module in front of any name.
  fileprivate var short: TypeExpression {
    if case .named(let components) = self, components.count > 1 {
      return .named(components.dropFirst().map { Component($0.name, $0.arguments.map(\.short)) })
    }
    return mapParts(\.short)
  }
}
