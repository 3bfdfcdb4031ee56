import SeededRandom
import Testing

@testable import Rules

/// Which handles clash, against each pair of them compared.
struct NamesakesTests {
  /// A function with its branches of `#if`, each by the `#if` and its own number.
  private struct Place {
    var line: Int
    var branches: [Int: Int]
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>) func theFirstThatStandsBesideIsMeant(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var lines = ["import CacheRuntime"]
    var places: [Place] = []
    Self.write(&lines, &places, [:], depth: 0, &random)
    let findings = Example(lines.joined(separator: "\n")).findings(
      of: ClashingHandles.self, Configuration.shippedForTests)
    var expected: [String] = []
    for (index, place) in places.enumerated() {
      let first = places[..<index].first { other in
        place.branches.allSatisfy { other.branches[$0.key] ?? $0.value == $0.value }
      }
      if let first { expected.append("\(place.line) with \(first.line)") }
    }
    let found = findings.map { "\($0.start.line) with \($0.notes.first?.start?.line ?? 0)" }
    #expect(found == expected, "seed \(seed):\n\(lines.joined(separator: "\n"))")
  }

  private static func write(
    _ lines: inout [String], _ places: inout [Place], _ around: [Int: Int], depth: Int,
    _ random: inout SeededGenerator
  ) {
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      guard depth < 4, Bool.random(using: &random) else {
        lines.append("@CacheData func f(a\(lines.count): Int) -> Int { 1 }")
        places.append(Place(line: lines.count, branches: around))
        continue
      }
      let conditional = lines.count
      for branch in 0..<Int.random(in: 1...3, using: &random) {
        lines.append(branch == 0 ? "#if A\(lines.count)" : "#elseif A\(lines.count)")
        write(
          &lines, &places, around.merging([conditional: branch]) { $1 }, depth: depth + 1, &random)
      }
      lines.append("#endif")
    }
  }

  @Test func attributesOfOneFunctionAreOneHandle() {
    let text = """
      import CacheRuntime
      #if A
      @CacheData
      #else
      @CacheData(ttl: 60)
      #endif
      func f() -> Int { 1 }
      @CacheData func f(a: Int) -> Int { a }
      #if A
      @CacheData
      #else
      @CacheData(ttl: 60)
      #endif
      func f(b: Int) -> Int { b }
      """
    let findings = Example(text).findings(of: ClashingHandles.self, Configuration.shippedForTests)
    #expect(findings.map(\.start.line) == [8, 10, 12])
    #expect(findings.map { $0.notes.first?.start?.line } == [3, 3, 3])
  }
}
