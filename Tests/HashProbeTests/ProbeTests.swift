import HashProbe
import SwiftParser
import Testing

@Suite struct ProbeTests {
  /// A source, a type in it, and what is said of it: the verdict, the reason, and the code that is suggested.
  static let verdicts: [(String, String, String, String, [String])] = [
    ("", "Int", "hashable stable toolchain", "'Int' is Hashable by the toolchain", []),
    (
      "", "ObjectIdentifier", "hashable memory toolchain", "'ObjectIdentifier' is Hashable by the toolchain",
      []
    ),
    (
      "struct Region: Hashable { var code: String }", "Region", "hashable memory index",
      "struct 'Region' conforms to Hashable", []
    ),
    (
      "struct Region: Hashable, Codable { var code: String }", "Region", "hashable stable index",
      "struct 'Region' conforms to Hashable", []
    ),
    (
      "struct Region { var code: String; var area: Double }", "Region", "unhashable index",
      "struct 'Region' does not conform to Hashable",
      [".hash(Region.self) { $0.code }", "extension Region: Hashable {}"]
    ),
    (
      "struct Point { var x: Double; var y: Double }", "Point", "unhashable index",
      "struct 'Point' does not conform to Hashable",
      [".hash(Point.self) { [$0.x, $0.y] }", "extension Point: Hashable {}"]
    ),
    (
      "final class Connection {}", "Connection", "unhashable index",
      "class 'Connection' does not conform to Hashable", []
    ),
    (
      "final class Model { let name = \"a\"; var run: () -> Void = {} }", "Model", "unhashable index",
      "class 'Model' does not conform to Hashable", [".hash(Model.self) { $0.name }"]
    ),
    (
      "struct Request: Hashable { var connection: Connection }; class Connection {}", "Request",
      "unhashable index",
      "struct 'Request' is not Hashable because its property 'connection' is 'Connection' because class 'Connection' does not conform to Hashable",
      []
    ),
    (
      "class Score { var points: Int = 0 }", "[Score]", "unhashable index",
      "'[Score]' is Hashable only under conditions that do not hold because class 'Score' does not conform to Hashable",
      [".hash(Score.self) { $0.points }"]
    ),
    ("", "() -> Void", "unhashable index", "'() -> Void' is a function, which cannot be Hashable", []),
    ("", "Gone", "unknown index", "no declaration of 'Gone' was found", []),
  ]

  @Test(arguments: verdicts)
  func `A verdict says why, and what to write`(
    source: String, type: String, answer: String, because: String, code: [String]
  ) throws {
    let verdict = try Self.verdict(source, type)
    let reach = verdict.isStable.map { $0 ? " stable" : " memory" } ?? ""
    #expect("\(verdict.answer.rawValue)\(reach) \(verdict.source.rawValue)" == answer)
    #expect(verdict.because == because)
    #expect(verdict.suggestions.map(\.code) == code)
  }

  static let traps: [(String, [String])] = [
    (
      "struct A: Hashable { var x = 1; var y = 2; static func == (l: A, r: A) -> Bool { l.x == r.x && l.y == r.y }; func hash(into h: inout Hasher) { h.combine(x) } }",
      ["'hash(into:)' leaves out 'y', which '==' compares"]
    ),
    (
      "struct A: Hashable { var x = 1; var y = 2; static func == (l: A, r: A) -> Bool { l.x == r.x }; func hash(into h: inout Hasher) { h.combine(x); h.combine(y) } }",
      ["'hash(into:)' reads 'y', which '==' does not compare: equal values can have two keys"]
    ),
    (
      "struct A: Hashable { var x = 1; var y = 2; static func == (l: A, r: A) -> Bool { l.x == r.x }; func hash(into h: inout Hasher) { h.combine(x) } }",
      ["neither '==' nor 'hash(into:)' reads 'y': values that differ in it alone share a key"]
    ),
    (
      "import Foundation; class A: NSObject {}",
      ["two of 'A' are equal only when they are the same object, as 'NSObject' has it"]
    ),
    ("import Foundation; class A: NSObject { override func isEqual(_ other: Any?) -> Bool { true } }", []),
    ("struct A: Hashable { var x = 1 }", []),
    (
      "import Foundation; class B: NSObject { override func isEqual(_ other: Any?) -> Bool { true } }; class A: B {}",
      []
    ),
    (
      "import Foundation; typealias A = Thread",
      ["it tells instances apart, not values; one that is gone may lend its identity to another"]
    ),
    ("import Foundation; typealias A = NSString", []),
  ]

  @Test(arguments: traps)
  func `Equality that surprises is said`(source: String, traps: [String]) throws {
    #expect(try Self.verdict(source, "A").traps == traps)
  }

  @Test func `Each parameter of a function has a verdict, and self too`() throws {
    let index = index(
      """
      final class Store {
        func rides(in region: Region, limit: Int, db _db: Database, _ keys: [String: Region]...) {}
        func all<T: Hashable, U>(_ key: T, _ value: U, _ other: some Hashable) {}
      }
      struct Region { var id: Int }
      final class Database {}
      """)
    let probe = Probe(index: index)
    let rides = try #require(probe.functions(named: "Store.rides(in:limit:db:_:)").first)
    #expect(
      probe.verdicts(on: rides).map {
        "\($0.parameter) \($0.verdict.answer.rawValue)\($0.isExcluded ? " excluded" : "")"
      }
        == [
          "self unhashable", "region unhashable", "limit hashable", "_db unhashable excluded",
          "keys unhashable",
        ])
    #expect(
      probe.verdicts(on: rides).compactMap(\.error).dropFirst().first
        == "UnhashableParamError: Cannot hash argument 'region' (of type App.Region) in 'rides(in:limit:db:_:)'."
    )
    let all = try #require(probe.functions(named: "all(_:_:_:)").first)
    #expect(
      probe.verdicts(on: all).map { "\($0.parameter) \($0.verdict.answer.rawValue)" }
        == ["self unhashable", "key hashable", "value unhashable", "other hashable"])
  }

  @Test func `The rules speak of types that are not at hand`() throws {
    let known = ["CoreML.MLModel": KnownType(isHashable: true, isStable: false, because: "by identity")]
    let probe = Probe(index: index(""), known: known)
    let verdict = probe.verdict(
      on: try TypeExpression(parsing: "[CoreML.MLModel]"), in: NameScope(module: "App"))
    #expect(verdict.answer == .hashable)
    let direct = probe.verdict(on: .named("CoreML.MLModel"), in: NameScope(module: "App"))
    #expect(direct.source == .rules)
    #expect(direct.because == "the rules say that 'CoreML.MLModel' is Hashable, by identity")
  }

  /// A parameter and what is said of it, with what stands in the attribute.
  static let arguments: [(attribute: String, parameter: String, answer: String)] = [
    ("@CacheData", "a: any Hashable", "hashable stable"),
    ("@CacheData", "a: [any Hashable]", "hashable stable"),
    ("@CacheData", "a: [Int: any Key]", "hashable stable"),
    ("@CacheData", "a: (any Hashable)?", "unhashable"),
    ("@CacheData", "a: Any.Type", "hashable stable"),
    ("@CacheData", "a: Any", "unhashable"),
    ("@CacheData", "a: [Character: Substring]", "hashable stable"),
    ("@CacheData", "a: Only", "hashable memory"),
    ("@CacheData", "a: Station", "hashable memory"),
    ("@CacheData", "a: Plain", "hashable memory"),
    ("@CacheData(hashFuncs: [.hash(Region.self) { $0.code }])", "a: Region", "covered"),
    ("@CacheData(hashFuncs: [.hash(Region.self) { $0.code }])", "a: [Region]?", "covered"),
    ("@CacheData(hashFuncs: [.hash(named: \"App.Region\") { _ in 1 }])", "a: Region", "covered"),
    ("@CacheData(hashFuncs: [.hash([Int].self) { Set($0) }])", "a: Array<Int>", "covered"),
    ("@CacheData(hashFuncs: [.hash((Int, Int).self) { $0.0 }])", "a: (Int, Int)", "covered"),
    ("@CacheData(ttl: 60, hashFuncs: [.hash(Only.self) { 1 }])", "a: Region", "unhashable"),
    ("@CacheData(hashFuncs: all)", "a: Region", "unknown"),
    ("@CacheData(hashFuncs: all)", "a: Int", "hashable stable"),
  ]

  @Test(arguments: arguments)
  func `An argument is hashed, or covered by a hash function`(
    attribute: String, parameter: String, answer: String
  ) throws {
    let probe = Probe(
      index: index(
        """
        import CacheRuntime
        struct Region { var code: String }
        struct Only: Hashable {}
        actor Station: Hashable, Encodable {}
        actor Plain {}
        protocol Key: Hashable {}
        \(attribute) func f(\(parameter)) {}
        """))
    let function = try #require(probe.functions(named: "f(a:)").first)
    let found = try #require(probe.verdicts(on: function).first)
    let reach = found.verdict.isStable.map { $0 ? " stable" : " memory" } ?? ""
    #expect((found.isCovered ? "covered" : found.verdict.answer.rawValue + reach) == answer)
  }

  @Test func `What says itself what counts of it may leave the process`() throws {
    let index = DeclarationIndex(files: [
      ("Cache.swift", "CacheRuntime", Parser.parse(source: "public protocol CacheHashable {}")),
      (
        "App.swift", "App",
        Parser.parse(source: "import CacheRuntime\nstruct Says: Hashable, CacheHashable {}")
      ),
    ])
    let type = try #require(index.types(named: "Says").first)
    #expect(Probe(index: index).verdict(on: type).isStable == true)
  }

  static func verdict(_ source: String, _ type: String) throws -> Verdict {
    let index = index(source)
    return Probe(index: index).verdict(
      on: try TypeExpression(parsing: type), in: index.scope(in: [], module: "App"))
  }
}
