import Foundation
import HashProbe
import SwiftParser
import Testing

/// Every suggestion is pasted where it is for, and the compiler takes it without a word.
@Suite struct SuggestionCompilationTests {
  /// Declarations of every shape for which code is suggested, or must not be.
  static let declarations = """
    import CacheRuntime
    import Foundation

    public struct Region { public var code: String; var area: Double }
    struct Point { var x: Double; var y: Double }
    struct Mixed { let count: Int; let text: String? }
    struct Partly { let count: Int; let run: () -> Void }
    struct Hidden { private let secret: Int; fileprivate let other: String }
    struct Escaped { let `default`: Int; let `init`: Int; let hasher: Int }
    struct `Protocol` { let first: Int; let second: Int }
    struct Keyed { var code: String { get throws { "" } }; let one: Int }
    struct Suspended { var id: Int { get async { 1 } }; let one: Int; let two: Int }
    struct Changing { var id: Int { mutating get { 1 } }; let one: Int }
    struct Lazily { lazy var name = "a"; let one: Int; let two: Int }
    struct Compared: Equatable {
      let one: Int; let two: Int; let hasher: Int
      static func == (left: Compared, right: Compared) -> Bool { left.one == right.one && left.hasher == right.hasher }
    }
    struct Options: OptionSet { let rawValue: Int }
    struct Move: ~Copyable { let id: Int }
    @propertyWrapper struct Clamped { var wrappedValue: Int }
    struct Wrapping { @Clamped var level: Int; let one: Int }
    struct Box<Content> { var content: Content }
    struct Pair<First: Hashable, Second> { var first: First; var second: Second }
    struct Many<each Item> { var count: Int }
    struct Outer<T> { struct Inner { let one: Int } }
    enum Space { struct Nested { let uuid: UUID }; private struct Concealed { let id: Int } }
    enum Load { case none, some(Int) }
    enum Call { case never, now(() -> Void) }
    indirect enum Tree { case leaf, node(Tree, Int) }

    public final class Model: Sendable { let name: String; let layers: [String]; init() { name = ""; layers = [] } }
    public class Constant { public let one: Int; public let hasher: String; init() { one = 1; hasher = "" } }
    final class Score { var points = 0 }
    final class Tally { var count = 0; var text = ""; let run: () -> Void = {} }
    final class Account { let id = 1; var balance = 0.0; let lock = NSLock() }
    final class Clock: @unchecked Sendable {
      let condition = NSCondition(); var beats = 0; var isStopped = false; var thread: Thread?
    }
    class Parent { let id = 1 }
    final class Child: Parent { let other = 2 }
    final class Linked { weak var parent: Linked?; let one = 1; let two = 2 }
    @MainActor final class View { let id = 1; var title = "" }
    @MainActor struct Screen { let one = 1; let two = 2 }
    actor Worker { let id = 1; var jobs = 0 }
    actor Idle { var jobs = 0 }
    final class Session {}

    @CacheResource func clock() -> Clock { Clock() }
    @CacheResource func worker() throws -> Idle? { nil }
    """

  static func probe(_ source: String) -> Probe { Probe(index: index(source, module: "Question")) }

  @Test func `Hash functions and conformances compile`() throws {
    let probe = Self.probe(Self.declarations)
    var source = Self.declarations + "\n"
    var conformances = ""
    var count = 0
    for number in probe.index.projectTypes {
      let verdict = probe.verdict(on: number)
      for suggestion in verdict.suggestions {
        switch suggestion.kind {
        case .hashFunction:
          count += 1
          let type = probe.index.spell(probe.index.selfType(number))
          let function =
            "@CacheData(hashFuncs: [\(suggestion.code)]) func hashed\(count)(_ value: \(type)) throws -> Int { 1 }"
          // What is private to another type is used there.
          source +=
            probe.index[number].declaration.head.access == .private
            ? "extension Space { \(function.replacing("func ", with: "private static func ")) }\n"
            : function + "\n"
        case .conform: conformances += suggestion.code + "\n"
        case .excludeParameter: Issue.record("a type has no parameter to exclude: \(suggestion)")
        }
      }
    }
    #expect(count > 15)
    let hashing = try Compiler.typecheck(source, arguments: Compiler.runtimeArguments)
    #expect(hashing.errors.isEmpty && hashing.warnings.isEmpty, "\(hashing.text)")
    let conforming = try Compiler.typecheck(
      Self.declarations + "\n" + conformances, arguments: Compiler.runtimeArguments)
    #expect(conforming.errors.isEmpty && conforming.warnings.isEmpty, "\(conforming.text)")
  }

  /// What is suggested for each of the types above, `-` for a conformance.
  static let expected: [String: [String]] = [
    "Region": [".hash(Region.self) { $0.code }", "-"],
    "Point": [".hash(Point.self) { [$0.x, $0.y] }", "-"],
    "Mixed": [".hash(Mixed.self) { [$0.count, $0.text] as [AnyHashable] }", "-"],
    "Partly": [".hash(Partly.self) { $0.count }"],
    "Hidden": ["-"],
    "Protocol": [".hash(Protocol.self) { [$0.first, $0.second] }", "-"],
    "Keyed": [".hash(Keyed.self) { $0.one }", "-"],
    "Suspended": [".hash(Suspended.self) { [$0.one, $0.two] }", "-"],
    "Lazily": [".hash(Lazily.self) { [$0.one, $0.two] }", "-"],
    "Options": [".hash(Options.self) { $0.rawValue }", "-"],
    "Wrapping": [".hash(Wrapping.self) { [$0.level, $0.one] }"],
    "Box": ["-"], "Pair": ["-"], "Many": [], "Outer.Inner": [],
    "Space.Nested": [".hash(Space.Nested.self) { $0.uuid }", "-"],
    "Space.Concealed": [".hash(Space.Concealed.self) { $0.id }"],
    "Move": [], "Load": ["-"], "Call": [], "Tree": ["-"],
    "Model": [".hash(Model.self) { $0.name }", "-"],
    "Score": [".hash(Score.self) { $0.points }"],
    "Tally": [], "Session": [],
    "Account": [".hash(Account.self) { $0.id }", "-"],
    "Clock": [".hash(Clock.self) { ObjectIdentifier($0) }"],
    "Child": [".hash(Child.self) { $0.id }"],
    "Linked": [".hash(Linked.self) { [$0.one, $0.two] }"],
    "View": [".hash(View.self) { $0.id }"],
    "Worker": [".hash(Worker.self) { $0.id }"],
    "Idle": [".hash(Idle.self) { ObjectIdentifier($0) }"],
    "(Int, Double)": [".hash((Int, Double).self) { [$0.0, $0.1] as [AnyHashable] }"],
    "[Point]": [".hash(Point.self) { [$0.x, $0.y] }", "-"],
    "Box<Int>": [".hash(Box<Int>.self) { $0.content }", "-"],
  ]

  @Test(arguments: expected.keys.sorted())
  func `Suggestions rest on what identifies a value`(type: String) throws {
    let probe = Self.probe(Self.declarations)
    let scope = probe.index.scope(in: [], module: "Question")
    let declared = probe.index.types(named: type).first
    let verdict =
      try declared.map { probe.verdict(on: $0) }
      ?? probe.verdict(on: TypeExpression(parsing: type), in: scope)
    #expect(verdict.answer == .unhashable)
    #expect(verdict.suggestions.map { $0.kind == .conform ? "-" : $0.code } == Self.expected[type])
    #expect(verdict.suggestions.isEmpty == (verdict.advice != nil))
  }

  /// A parameter as it is written, the function around it with `%` in its place, and what is warned of.
  static let exclusions: [(parameter: String, function: String, warning: String)] = [
    ("model: Model", "func layers(%) throws -> [String] { model.layers }", "nothing else tells calls apart"),
    (
      "of model: Model", "func layers(%, limit: Int) throws -> [String] { model.layers }",
      "wrong where 'model'"
    ),
    ("_ region: Region", "func rides(%, limit: Int) throws -> String { region.code }", "wrong unless"),
    ("in regions: Region...", "func rides(%, limit: Int) throws -> Int { regions.count }", "wrong unless"),
    ("_ regions: [Region] = []", "func rides(limit: Int, %) throws -> Int { regions.count }", "wrong unless"),
    (
      "model: Model? = nil", "func rides(limit: Int, %) throws -> Int { model == nil ? 1 : 2 }", "wrong where"
    ),
    (
      "`inout` body: @escaping @Sendable () -> Int", "func rides(%, _ limit: Int) -> Int { body() }",
      "wrong where 'body'"
    ),
  ]

  @Test func `Excluded parameters compile, and are warned of`() throws {
    var source = Self.declarations + "\n"
    for (parameter, function, warning) in Self.exclusions {
      let name = try #require(parameter.split(separator: ":").first?.split(separator: " ").last)
      let probe = Self.probe(
        Self.declarations + "\n" + function.replacing("%", with: parameter))
      let reference = try #require(
        probe.allFunctions.first { $0.declaration.parameters.contains { $0.name == name } })
      let verdicts = probe.verdicts(on: reference)
      let suggestion = try #require(
        verdicts.first { $0.parameter == name }?.verdict.suggestions.last { $0.kind == .excludeParameter })
      #expect(suggestion.note?.contains(warning) == true, "\(suggestion)")
      // The note says that the body has to follow.
      let body = function.replacing(String(name) + ".", with: "_\(name).").replacing(
        "\(name)()", with: "_\(name)()"
      )
      .replacing("\(name) ==", with: "_\(name) ==")
      source += "@CacheData " + body.replacing("%", with: suggestion.code) + "\n"
    }
    let answer = try Compiler.typecheck(source, arguments: Compiler.runtimeArguments)
    #expect(answer.errors.isEmpty && answer.warnings.isEmpty, "\(answer.text)")
  }
}
