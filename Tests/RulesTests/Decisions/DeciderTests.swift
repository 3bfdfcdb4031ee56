import HashProbe
import SwiftParser
import SwiftSyntax
import Testing

@testable import Rules

@Suite struct DeciderTests {
  /// A function to decide on: the declarations around it, what it returns, and what is to come out.
  struct Case: CustomTestStringConvertible, Sendable {
    var source: String
    var returns: String
    var kind: Decision.Kind
    var because: String
    var confidence: Decision.Confidence
    var scope: [String] = []
    var isSafe = true

    init(
      _ source: String, _ returns: String, _ kind: Decision.Kind, _ because: String,
      _ confidence: Decision.Confidence, in scope: [String] = [], isSafe: Bool = true
    ) {
      self.source = source
      self.returns = returns
      self.kind = kind
      self.because = because
      self.confidence = confidence
      self.scope = scope
      self.isSafe = isSafe
    }

    var testDescription: String { "\(returns) with \(source)" }
  }

  static let database = "Initializing database connections"
  static let cases: [Case] = [
    // By a row of the table.
    Case("", "Int", .data, "Simple computations with basic types", .certain),
    Case("", "[String: [Int?]]", .data, "Simple computations with basic types", .certain),
    Case("typealias Count = Int", "Count", .data, "Simple computations with basic types", .certain),
    Case(
      "enum A { typealias B = [C]; typealias C = Swift.Int }", "A.B?", .data,
      "Simple computations with basic types", .certain),
    Case("import GRDB", "DatabasePool", .resource, database, .certain),
    Case("import GRDB", "[GRDB.DatabasePool]", .resource, database, .certain),
    Case(
      "import GRDB; typealias Pool = DatabasePool", "Result<Pool, any Error>", .resource, database, .certain),
    Case("import GRDB", "(Int, DatabasePool)", .resource, database, .certain),
    Case("import TabularData", "DataFrame", .data, "Reading a CSV file", .certain),
    // A type of the project of the same name is not meant.
    Case(
      "final class DataFrame { var rows = 1 }", "DataFrame", .resource, "class 'DataFrame' is not Codable",
      .likely, isSafe: false),
    Case(
      "struct DatabasePool: Codable {}", "DatabasePool", .data, "struct 'DatabasePool' is Codable", .likely),
    Case(
      "enum Own { struct DatabasePool: Codable {} }", "DatabasePool", .data,
      "struct 'DatabasePool' is Codable", .likely, in: ["Own"]),
    Case("enum Own { struct DatabasePool: Codable {} }", "DatabasePool", .resource, database, .certain),
    // By the index.
    Case(
      "final class Model: Sendable { init() {} }", "Model", .resource, "class 'Model' is not Codable", .likely
    ),
    Case(
      "class Model { var x = 1 }", "Model", .resource, "class 'Model' is not Codable", .likely, isSafe: false),
    Case("class Model: Codable { var x = 1 }", "Model", .data, "class 'Model' is Codable", .likely),
    Case("actor Store {}", "Store", .resource, "actor 'Store' is shared, never copied", .likely),
    Case("", "() -> Void", .resource, "a closure cannot be serialized", .likely, isSafe: false),
    Case(
      "typealias Handler = @Sendable () -> Void", "Handler", .resource, "a closure cannot be serialized",
      .likely),
    Case("", "Task<Int, Never>", .resource, "'Task<Int, Never>' is a task", .likely),
    Case(
      "", "UnsafeMutablePointer<Int>", .resource, "'UnsafeMutablePointer<Int>' is a pointer", .likely,
      isSafe: false),
    Case("", "OpaquePointer?", .resource, "'OpaquePointer' is a pointer", .likely, isSafe: false),
    Case("import Synchronization", "Mutex<Int>", .resource, "'Mutex<Int>' is a lock", .likely),
    Case("import Foundation", "NSLock", .resource, "'NSLock' is a lock", .likely),
    Case("import Foundation", "JSONDecoder", .resource, "class 'JSONDecoder' is not Codable", .likely),
    Case("import Foundation", "URL", .data, "'URL' is a value of the standard library", .likely),
    Case("struct Ride: Codable { var id: Int }", "[Ride]", .data, "'[Ride]' holds nothing but data", .likely),
    Case(
      "struct Ride { var id: Int; var stops: [Stop] }; struct Stop { var name: String }", "Ride", .data,
      "struct 'Ride' holds nothing but data", .likely),
    Case("struct Ride { var next: [Ride] }", "Ride", .data, "struct 'Ride' holds nothing but data", .likely),
    Case(
      "enum Answer { case no, yes(Int) }", "Answer", .data, "enum 'Answer' holds nothing but data", .likely),
    Case(
      "import GRDB; struct Session { var user: String; var connection: DatabasePool }", "Session", .resource,
      "struct 'Session' holds 'connection', a 'DatabasePool' (initializing database connections)", .likely),
    Case(
      "struct Job { var work: () -> Void }", "Job", .resource,
      "struct 'Job' holds 'work', and a closure cannot be serialized", .likely, isSafe: false),
    Case(
      "struct Outer { var inner: Inner }; struct Inner { let model: Model }; final class Model { let x = 1 }",
      "Outer", .resource,
      "struct 'Outer' holds 'inner', and struct 'Inner' holds 'model', and class 'Model' is not Codable",
      .likely, isSafe: false),
    Case("struct Box<T> { var value: T }", "Box<Int>", .data, "struct 'Box' holds nothing but data", .likely),
    Case(
      "struct Box<T> { var value: T }", "Box<() -> Void>", .resource,
      "struct 'Box' holds 'value', and a closure cannot be serialized", .likely, isSafe: false),
    Case(
      "protocol Service: AnyObject {}", "any Service", .resource, "protocol 'Service' is for classes only",
      .likely, isSafe: false),
    Case("protocol Row: Codable {}", "some Row", .data, "'Row' is Codable", .likely),
    Case(
      "protocol Service {}; final class Real: Service {}", "any Service", .resource,
      "what conforms to 'Service' is resource: class 'Real' is not Codable", .likely, isSafe: false),
    // Unknown.
    Case(
      "", "Gone", .data, "the type 'Gone' is not known; if you are unsure, start with data", .unsure,
      isSafe: false),
    Case(
      "struct A { var b: Gone }", "A", .data, "the type 'A' is not known; if you are unsure, start with data",
      .unsure, isSafe: false),
    Case(
      "typealias A = B; typealias B = A", "A", .data,
      "the type 'A' is not known; if you are unsure, start with data", .unsure, isSafe: false),
    Case(
      "struct Box<T> { var value: T }", "T", .data,
      "the type 'T' is not known; if you are unsure, start with data", .unsure, in: ["Box"], isSafe: false),
    // Data that cannot be copied.
    Case(
      "", "[String: Any]", .data, "the type '[String: Any]' is not known; if you are unsure, start with data",
      .unsure, isSafe: false),
  ]

  @Test(arguments: cases)
  func `A return type has its decision, its reason and its confidence`(item: Case) throws {
    let decision = try Self.decide(item, sharingAsked: false)
    #expect(decision.kind == item.kind)
    #expect(decision.because == item.because)
    #expect(decision.confidence == item.confidence)
    #expect(decision.isSafe == item.isSafe, "\(decision.notes)")
    #expect(decision.returnType == item.returns)
  }

  @Test func `Who asked for sharing gets a resource where the type is unknown, and a note where it is data`()
    throws
  {
    let unknown = try Self.decide(Case("", "Gone", .resource, "", .unsure), sharingAsked: true)
    #expect(unknown.kind == .resource)
    #expect(
      unknown.because
        == "the type 'Gone' is not known, and 'allowOutputMutation: true' asks for one shared object")
    #expect(!unknown.isSafe)
    let known = try Self.decide(Case("", "[Int]", .data, "", .certain), sharingAsked: true)
    #expect(known.kind == .data)
    #expect(
      known.notes.map(\.message) == [
        "'allowOutputMutation: true' let callers change one shared value; each of them gets a copy now"
      ])
  }

  /// Syntax trees whose types all hold one another: each is judged once, not once on every path.
  @Test(arguments: [
    ("", Decision.Kind.data, "what conforms to 'Expr' is data: struct 'N0' holds nothing but data"),
    (
      "let lock: () -> Void", .resource,
      "what conforms to 'Expr' is resource: struct 'N0' holds 'a1', and struct 'N1' holds 'a2'"
    ),
  ])
  func typesThatHoldOneAnother(last: String, kind: Decision.Kind, because: String) throws {
    let count = 24
    let types = (0..<count).map { number in
      let parts = (0..<count).map { "let a\($0): [N\($0)]; " }.joined()
      return "struct N\(number): Expr { let next: (any Expr)?; \(parts)\(number == count - 1 ? last : "") }"
    }
    let source = (["protocol Expr {}"] + types).joined(separator: "\n")
    let decision = try Self.decide(Case(source, "any Expr", kind, because, .likely), sharingAsked: false)
    #expect(decision.kind == kind)
    #expect(decision.because.hasPrefix(because))
  }

  /// Whether such types can be copied is found out by looking at each of them once.
  @Test func typesThatHoldOneAnotherAreCopiedOrNot() throws {
    let types = (0..<16).map { number in
      let parts = (0..<16).map { "let a\($0): [N\($0)]; " }.joined()
      return "struct N\(number) { \(parts)}"
    }
    let item = Case(types.joined(separator: "\n"), "N0", .data, "", .unsure)
    let decision = try Self.decide(item, sharingAsked: false)
    #expect(decision.kind == .data)
    let nest = Case("struct Nest<T> { var n: [Nest<[T]>]; var f: T }", "Nest<Int>", .data, "", .unsure)
    #expect(try Self.decide(nest, sharingAsked: false).kind == .data)
  }

  @Test func aReturnTypeOverSeveralLinesIsToldInOne() throws {
    let source = "func f() -> [ // by name\n  String:\n    Int /* so many */]"
    let found = try #require(Parser.parse(source: source).statements.first?.item.as(FunctionDeclSyntax.self))
    #expect(CachedFunction(found).returnType == "[ String: Int ]")
  }

  /// A generic function, the kind of what it returns, why, and how sure that is.
  @Test(
    arguments: [
      ("func f<T>() -> T", .data, "the type 'T' is not known; if you are unsure, start with data", .unsure),
      (
        "func f<T: Hashable>() -> [T]", .data,
        "the type '[T]' is not known; if you are unsure, start with data", .unsure
      ),
      ("func f<T: Codable>() -> T", .data, "'Decodable & Encodable' is Codable", .likely),
      ("func f<T: Codable & Hashable>() -> [[T]]", .data, "'[[T]]' holds nothing but data", .likely),
      ("func f<T>() -> T? where T: Codable, T: Sendable", .data, "'T?' holds nothing but data", .likely),
      (
        "func f<T: Encodable>() -> [Int: T] where T: Decodable", .data, "'[Int: T]' holds nothing but data",
        .likely
      ),
      (
        "func f<T: Sequence>() -> T.Element where T.Element: Codable", .data,
        "'Decodable & Encodable' is Codable",
        .likely
      ),
      ("func f<T: Actor>() -> T", .resource, "protocol 'Actor' is for classes only", .likely),
    ] as [(String, Decision.Kind, String, Decision.Confidence)])
  func `A generic parameter of the function is what its constraints say`(
    source: String, kind: Decision.Kind, because: String, confidence: Decision.Confidence
  ) throws {
    let found = try #require(Parser.parse(source: source).statements.first?.item.as(FunctionDeclSyntax.self))
    let function = CachedFunction(found)
    let result = try #require(function.result)
    let decision = Decider(configuration: Self.configuration, index: DeclarationIndex([])).decide(
      returnType: result, spelled: result.description, scope: [], generics: function.generics, module: "App",
      imports: [], calls: [], sharingAsked: false)
    #expect(decision.kind == kind)
    #expect(decision.because == because)
    #expect(decision.confidence == confidence)
  }

  static func decide(_ item: Case, sharingAsked: Bool) throws -> Decision {
    let tree = Parser.parse(source: item.source)
    let summary = DeclarationSummary(of: tree, path: "Sources/App/File.swift", module: "App")
    return Decider(configuration: configuration, index: DeclarationIndex([summary])).decide(
      returnType: try TypeExpression(parsing: item.returns), spelled: item.returns, scope: item.scope,
      generics: GenericSignature(nil, nil), module: "App", imports: summary.imports.map(\.module), calls: [],
      sharingAsked: sharingAsked)
  }

  static let configuration = Configuration(
    legacy: LegacyAPI(modules: ["CacheRuntime"], attributes: ["cache"], functions: ["cache"]),
    replacements: Replacements(
      data: .init(attribute: "CacheData", function: "cacheData"),
      resource: .init(attribute: "CacheResource", function: "cacheResource")),
    decisions: [
      row("Reading a CSV file", .data, "TabularData.DataFrame"),
      row("Simple computations with basic types", .data, "Swift.Int", "Swift.String", "Swift.Bool"),
      row(database, .resource, "GRDB.DatabasePool"),
    ],
    options: [
      OptionChange(
        name: "allowOutputMutation", action: .remove, because: "", only: nil, asksForSharing: true,
        whenWidgets: nil)
    ],
    widgets: [], hashing: [], severities: [:])

  private static func row(_ useCase: String, _ kind: Decision.Kind, _ types: String...) -> DecisionRow {
    DecisionRow(
      useCase: useCase, kind: kind, types: types.map { .named($0) }, calls: [], note: nil, isShipped: true)
  }
}
