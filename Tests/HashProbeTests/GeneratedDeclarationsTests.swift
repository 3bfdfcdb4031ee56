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
    let count = ProcessInfo.processInfo.environment["RECACHE_DECLARATIONS"].flatMap { Int($0) } ?? 300
    var generator = DeclarationGenerator(seed: seed)
    let source = generator.source(count: count)
    let questions = generator.questions
    #expect(questions.count > count)

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
    var compared: [Verdict.Answer: Int] = [:]
    for (number, question) in questions.enumerated() {
      let type = try TypeExpression(parsing: question)
      let verdict = probe.verdict(on: type, in: scope)
      if !brokenNames.isDisjoint(with: names(in: type)) || mentionsBroken(verdict, brokenNames) { continue }
      let expected: Verdict.Answer = refused.contains(number) ? .unhashable : .hashable
      compared[expected, default: 0] += 1
      if verdict.answer != expected {
        disagreements.append(
          "\(question): \(verdict.answer), the compiler says \(expected); \(verdict.because)\n\(declarations(of: question, source))"
        )
      }
    }
    #expect(compared.values.allSatisfy { $0 > count / 10 } && compared.count == 2, "\(compared)")
    for name in broken {
      let verdict = probe.verdict(on: try TypeExpression(parsing: name), in: scope)
      if verdict.answer != .unhashable {
        disagreements.append(
          "\(name): \(verdict.answer), but it does not compile\n\(declarations(of: name, source))")
      }
    }
    #expect(disagreements.isEmpty, "seed \(seed)\n\(disagreements.joined(separator: "\n"))")
  }

  /// The lines that declare a type.
  private func declarations(of name: String, _ source: String) -> String {
    let last = name.split(separator: ".").last ?? ""
    return source.split(separator: "\n").filter { $0.contains(" \(last)") }.map { "  " + $0 }.joined(
      separator: "\n")
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
