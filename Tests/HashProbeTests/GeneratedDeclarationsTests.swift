import Foundation
import HashProbe
import SwiftParser
import Testing

/// Random declarations are put to the probe and to the compiler, hundreds in one call; the two must agree.
@Suite struct GeneratedDeclarationsTests {
  @Test func `The probe agrees with the compiler`() throws {
    let seed =
      ProcessInfo.processInfo.environment["RECACHE_SEED"].flatMap { UInt64($0) } ?? .random(in: 0...9_999)
    print("RECACHE_SEED=\(seed)")
    var generator = DeclarationGenerator(seed: seed)
    let source = generator.source(count: 300)
    let questions = generator.questions
    #expect(questions.count > 400)

    var text = source + "\nfunc need<T: Hashable>(_: T.Type) {}\n"
    let firstLine = text.split(separator: "\n", omittingEmptySubsequences: false).count
    for (number, question) in questions.enumerated() {
      text += "func ask\(number)() { need((\(question)).self) }\n"
    }
    let answer = try Compiler.typecheck(text)
    let refused = Set(answer.errors.map { $0.line - firstLine })
    // A conformance that is declared and cannot be synthesized is an error at the type, not where it is used.
    let broken = Set(
      answer.errors.compactMap { error -> String? in
        guard error.message.contains("does not conform to protocol") else { return nil }
        return error.message.split(separator: "'").dropFirst().first.map(String.init)
      })
    let brokenNames = Set(broken.flatMap { [$0, String($0.split(separator: ".").last ?? "")] })

    let probe = Probe(index: index(source, module: "Question"))
    let scope = probe.index.scope(in: [], module: "Question")
    var disagreements: [String] = []
    for (number, question) in questions.enumerated() {
      let type = try TypeExpression(parsing: question)
      let verdict = probe.verdict(on: type, in: scope)
      if !brokenNames.isDisjoint(with: names(in: type)) || mentionsBroken(verdict, brokenNames) { continue }
      let expected: Verdict.Answer = refused.contains(number) ? .unhashable : .hashable
      if verdict.answer != expected {
        disagreements.append(
          "\(question): \(verdict.answer), the compiler says \(expected); \(verdict.because)")
      }
    }
    for name in broken {
      let verdict = probe.verdict(on: try TypeExpression(parsing: name), in: scope)
      if verdict.answer != .unhashable {
        disagreements.append("\(name): \(verdict.answer), but it does not compile")
      }
    }
    #expect(disagreements.isEmpty, "seed \(seed)\n\(disagreements.joined(separator: "\n"))")
  }

  private func names(in type: TypeExpression) -> Set<String> {
    var all = type.parts.reduce(into: Set<String>()) { $0.formUnion(names(in: $1)) }
    if case .named(let components) = type {
      all.insert(components.map(\.name).joined(separator: "."))
      all.formUnion(components.map(\.name))
    }
    return all
  }

  /// What rests on a type that does not compile is not compared.
  private func mentionsBroken(_ verdict: Verdict, _ broken: Set<String>) -> Bool {
    verdict.chain.contains { link in broken.contains { link.text.contains("'\($0)'") } }
  }
}

/// Writes declarations of every kind that the probe knows, each resting on some before it.
struct DeclarationGenerator {
  private var state: UInt64
  private var types = ["Int", "String", "Double", "Bool", "Character", "Never", "AnyHashable"]
  private(set) var questions: [String] = []
  private var count = 0

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func source(count: Int) -> String {
    var text = """
      protocol Key: Hashable {}
      protocol Tag {}
      protocol Label: Tag, Key {}
      typealias Both = Hashable & Sendable
      struct Box<T> { var value: T }
      extension Box: Equatable where T: Equatable {}
      extension Box: Hashable where T: Hashable {}
      struct Pair<A, B> { var a: A; var b: B }
      extension Pair: Equatable where A: Equatable, B: Equatable {}
      extension Pair: Hashable where A: Hashable, B: Hashable {}
      struct Lone<T> { var value: T }
      enum Space {}
      class Root: Hashable {
        static func == (l: Root, r: Root) -> Bool { l === r }
        func hash(into hasher: inout Hasher) {}
      }
      class Plain {}

      """
    types += ["Root", "Plain"]
    questions = [
      "Root", "Plain", "Space", "any Tag", "any Key", "Any", "() -> Void", "Int.Type", "(Int, Int)",
    ]
    for _ in 0..<count { text += declaration() + "\n" }
    for _ in 0..<count / 2 { questions.append(type(depth: 2)) }
    return text
  }

  private mutating func declaration() -> String {
    count += 1
    let name = "T\(count)"
    let clause = pick([
      "", "", ": Hashable", ": Equatable", ": Key", ": Tag", ": Label", ": Both", ": Sendable",
    ])
    var declared = name
    var text: String
    switch next(9) {
    case 0, 1, 2: text = "struct \(name)\(safe(clause)) { \(properties()) }"
    case 3: text = "enum \(name) { case a, b, c }"
    case 4: text = "enum \(name): \(pick(["String", "Int"])) { case a, b }"
    case 5: text = "enum \(name)\(safe(clause)) { case a(\(type(depth: 1))), b }"
    case 6: text = "class \(name): \(pick(["Root", "Plain"])) {}"
    case 7: text = "typealias \(name) = \(type(depth: 1))"
    default:
      text = "extension Space { struct \(name)\(safe(clause)) { \(properties()) } }"
      declared = "Space.\(name)"
    }
    if clause.isEmpty, text.hasPrefix("struct"), next(3) == 0 { text += "\nextension \(name): Hashable {}" }
    types.append(declared)
    questions.append(declared)
    return text
  }

  /// `Sendable` would be one more thing that may not compile.
  private func safe(_ clause: String) -> String { clause == ": Both" || clause == ": Sendable" ? "" : clause }

  private mutating func properties() -> String {
    (0..<next(4)).map { "var p\($0): \(type(depth: 1))" }.joined(separator: "; ")
  }

  private mutating func type(depth: Int) -> String {
    guard depth > 0 else { return pick(types) }
    let inner = type(depth: depth - 1)
    switch next(14) {
    case 0: return "[\(inner)]"
    case 1: return "Optional<\(inner)>"
    case 2: return "[String: \(inner)]"
    case 3: return "(\(inner), Int)"
    case 4: return "Box<\(inner)>"
    case 5: return "Pair<\(inner), \(pick(types))>"
    case 6: return "Lone<\(inner)>"
    case 7: return next(4) == 0 ? "() -> Void" : inner
    case 8: return next(4) == 0 ? "any Tag" : inner
    default: return inner
    }
  }

  private mutating func pick(_ values: [String]) -> String { values[next(values.count)] }

  private mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
