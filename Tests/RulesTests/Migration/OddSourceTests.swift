import Testing

@testable import Linter
@testable import Rules

/// Input that nobody would write on purpose.
@Suite struct OddSourceTests {
  private static func check(_ text: String) {
    let size = text.utf8.count
    for finding in Example(text).findings() {
      #expect(
        0 <= finding.start.offset && finding.start.offset <= finding.end.offset && finding.end.offset <= size)
      for fix in finding.fixes {
        var end = -1
        for edit in fix.edits {
          #expect(end < edit.start && edit.start <= edit.end && edit.end <= size)
          end = edit.end
        }
      }
    }
  }

  static let examples = Registry.rules.flatMap { rule in
    (rule.description.triggering + rule.description.notTriggering).map { Example($0).text }
  }

  @Test(arguments: examples)
  func `Half-typed code is no trouble`(text: String) {
    for length in stride(from: 0, through: text.count, by: 5) { Self.check(String(text.prefix(length))) }
    for start in stride(from: 20, to: text.count, by: 9) {
      Self.check("import CacheRuntime\n" + text.dropFirst(start))
    }
  }

  @Test(arguments: [
    "@cache", "@cache(", "@cache()", "@cache(,)", "@cache(:)", "@cache(persist:)", "@cache(persist: true",
    "@cache func", "@cache func f", "@cache func f()", "@cache func f() ->",
    "@cache() () func f() -> Int { 1 }",
    "cache {", "cache(", "cache(persist: true,", "cache(,) {}", "cache(persist: ) {}", "CacheRuntime.",
    "@CacheRuntime.",
    "CacheRuntime. { 1 }", "@.cache func f() -> Int { 1 }", "cache { } { } label: { }",
    "@cache<Int> func f() -> Int { 1 }",
    "cache<Int> { 1 }", "cache(persist: true, persist: true) {}", "@@cache func f() -> Int { 1 }",
    "@cache @cache func f() -> Int { 1 }", "#if\n@cache\n#endif\nfunc f() -> Int { 1 }",
    "#if A\n@cache(persist: true)\n#elseif B\n@cache\n#else\n#endif\nfunc f() -> Int { 1 }", "`cache` {}",
    "``` {}",
    "@``", "cache!{ 1 }", "cache?{ 1 }", "cache.callAsFunction { 1 }", "(cache) { 1 }",
    "cache { cache { cache { 1 } } }",
  ])
  func `Fragments are no trouble`(text: String) {
    Self.check("import CacheRuntime\n" + text)
    Self.check("import CacheRuntime\nstruct S {\n" + text + "\n}")
    Self.check("import CacheRuntime\nfunc outer() {\n" + text)
  }

  @Test(arguments: [
    // Of '[' the parser cannot be given many; the linter's reader sees to that.
    String(repeating: "(", count: 10_000) + String(repeating: ")", count: 10_000),
    String(repeating: "cache { ", count: 600) + "1" + String(repeating: " }", count: 600),
    String(repeating: "cache(", count: 600) + "f" + String(repeating: ")", count: 600),
    "@cache func f() -> Int" + String(repeating: "?", count: 600) + " { nil }",
    String(repeating: "struct S { ", count: 600) + "@cache func f() -> Int { 1 }",
    String(repeating: "@cache ", count: 600) + "func f() -> Int { 1 }",
    "cache(" + String(repeating: "(", count: 600) + "f" + String(repeating: ")", count: 600) + ")",
    String(repeating: "#if A\n", count: 400) + "@cache func f() -> Int { 1 }\n"
      + String(repeating: "#endif\n", count: 400),
  ])
  func `Deep nesting is no trouble`(text: String) {
    // On a thread of the engine, whose stack is larger than a test's.
    let done = WorkerPool(workers: 1).map([text], order: [0]) { text in
      Self.check("import CacheRuntime\n" + text)
      return true
    }
    #expect(done == [true])
  }
}
