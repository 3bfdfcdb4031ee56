import SwiftSyntax
import Testing

@testable import Rules

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#endif

/// Time grows with a file and not with its square: four times as much of the same takes less than eight times as long.
@Suite(.serialized) struct GrowthTests {
  private static let head = "import CacheRuntime\n"

  private static func use(_ number: Int) -> String { "@cache func f\(number)() -> Int { \(number) }" }

  /// What is written again and again, and around it.
  struct Shape: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var count: Int
    var text: @Sendable (Int) -> String
  }

  private static func each(_ count: Int, _ text: (Int) -> String) -> String {
    (0..<count).map(text).joined()
  }

  static let shapes: [Shape] = [
    Shape(testDescription: "next on one line", count: 120) { count in
      each(count) { "/* recache:disable:next removed-option */ func f\($0)() {};" } + "\n" + use(0)
    },
    Shape(testDescription: "previous on one line", count: 120) { count in
      use(0) + "\n" + each(count) { "/* recache:disable:previous removed-option */ func f\($0)() {};" }
    },
    Shape(testDescription: "this on one line", count: 200) { count in
      each(count) { "/* recache:disable:this legacy-cache */ " + use($0) + ";" }
    },
    Shape(testDescription: "a region around each", count: 250) { count in
      each(count) { "// recache:disable legacy-cache\n" + use($0) + "\n// recache:enable legacy-cache\n" }
    },
    Shape(testDescription: "regions of unknown rules", count: 200) { count in
      each(count) { "// recache:disable rule-\($0)\nlet a\($0) = 1\n// recache:enable rule-\($0)\n" }
    },
    Shape(testDescription: "one list of names", count: 300) { count in
      "// recache:disable:file removed-option" + each(count) { _ in ", removed-option" } + "\n"
        + each(count) { use($0) + "\n" }
    },
  ]

  @Test(arguments: shapes) func suppressions(shape: Shape) {
    expectGrowth { size in
      let file = SourceFile(path: "A.swift", module: nil, text: Self.head + shape.text(size * shape.count))
      let found = LegacyCache.findings(in: file, Self.context)
      return {
        let reader = DirectiveReader(file)
        let suppressions = Suppressions(reader.directives)
        let (left, used) = suppressions.apply(to: found)
        return left.count + used.count + suppressions.closings().closed.count + reader.directives.count
      }
    }
  }

  @Test func addedSuppressions() {
    expectGrowth { size in
      let text = Self.head + Self.each(size * 300) { Self.use($0) + "\n" }
      let file = SourceFile(path: "A.swift", module: nil, text: text)
      let found = LegacyCache.findings(in: file, Self.context)
      return { SuppressionInsertion.edits(for: found, reason: "later", in: file).count }
    }
  }

  @Test func handlesInBranches() {
    expectGrowth { size in
      let branches = Self.each(size * 400) { "#elseif A\n@CacheData func f(a\($0): Int) -> Int { 1 }\n" }
      let text = Self.head + "#if A\n" + branches + "#endif\n"
      let file = SourceFile(path: "A.swift", module: nil, text: text)
      let handles = CacheUse.uses(in: file, Self.context).compactMap { Handle($0, in: file) }
      return {
        var namesakes = Namesakes()
        return handles.count { namesakes.add($0) == nil }
      }
    }
  }

  private static let context = RuleContext(configuration: .shippedForTests, index: .init())

  /// - Parameter make: Prepares work of a size; the work says how much it did, so that none is left out.
  private func expectGrowth(_ make: (Int) -> () -> Int) {
    let (small, large) = (make(1), make(4))
    #expect(large() == 4 * small() || large() > 2 * small())
    var ratios: [Double] = []
    // Other work on the machine can only make it look worse.
    for _ in 0..<5 {
      ratios.append(Self.time(large) / Self.time(small))
      if ratios.last ?? 9 < 8 { return }
    }
    Issue.record("four times as much takes \(ratios) times as long")
  }

  /// What this thread has worked, in seconds.
  private static func time(_ work: () -> Int) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    let done = work()
    let end = now()
    return done > 0 ? end - start : .infinity
  }
}
