import Testing

@testable import Rules

@Suite struct LegacyCacheTests {
  private static func only(_ code: String) throws -> Finding {
    let found = Example("import CacheRuntime\n" + code).findings(of: LegacyCache.self, .shippedForTests)
    return try #require(found.count == 1 ? found.first : nil, "\(found)")
  }

  @Test(arguments: [
    (
      "@cache func names(of id: Int, _ limit: Int) -> [String] { [] }",
      "'@cache' is deprecated and 'names(of:_:)' returns data ('[String]'); use '@CacheData'",
      "names(of:_:)"
    ),
    (
      "@cache func log() -> FileHandle? { nil }",
      "'@cache' is deprecated and 'log()' returns a resource ('FileHandle?'); use '@CacheResource'", "log()"
    ),
    (
      "@cache func engine() -> Engine { Engine() }",
      "'@cache' is deprecated and 'engine()' probably returns data ('Engine'); use '@CacheData'", "engine()"
    ),
    (
      "@cache(allowOutputMutation: true) func engine() -> Engine { Engine() }",
      "'@cache' is deprecated and 'engine()' probably returns a resource ('Engine'); use '@CacheResource'",
      "engine()"
    ),
    (
      "@CacheRuntime.cache func one() -> Int { 1 }",
      "'@CacheRuntime.cache' is deprecated and 'one()' returns data ('Int'); use '@CacheRuntime.CacheData'",
      "one()"
    ),
    (
      "@`cache` func `default`(`in`: Int) -> Int { 1 }",
      "'@cache' is deprecated and 'default(in:)' returns data ('Int'); use '@CacheData'", "default(in:)"
    ),
    (
      "let area = cache { (side: Double) -> Double in side }",
      "'cache' is deprecated and 'area' returns data ('Double'); use 'cacheData'", "area"
    ),
    (
      "call(cache { (side: Double) -> Double in side })",
      "'cache' is deprecated and its closure returns data ('Double'); use 'cacheData'", nil
    ),
    (
      "call(CacheRuntime.cache { $0 * $1 })",
      "'CacheRuntime.cache' is deprecated and its closure probably returns data (its type is not written); use 'CacheRuntime.cacheData'",
      nil
    ),
    (
      "func load(url: Int) -> [Int] { [] }\nlet rides = cache(load)",
      "'cache' is deprecated and 'load(url:)' returns data ('[Int]'); use 'cacheData'", "load(url:)"
    ),
  ])
  func `A message names the use, the function, its type and the remedy`(
    code: String, message: String, function: String?
  ) throws {
    let finding = try Self.only(code)
    #expect(finding.message == message)
    #expect(finding.function == function)
  }

  @Test(arguments: [
    ("cache { (side: Double) -> Double in side }", "Double"),
    ("cache { () async throws -> [Int] in [] }", "[Int]"),
    ("cache { \"text\" }", "String"),
    ("cache { 1 + 1 }", ""),
    ("cache { [1, 2] }", "[Int]"),
    ("cache { Ride(id: 1) }", "Ride"),
    ("cache { try await App.Ride(id: 1) }", "App.Ride"),
    ("cache { value as [Ride] }", "[Ride]"),
    ("cache {\n  if hot { return 1 }\n  return 2\n}", "Int"),
    ("cache {\n  if hot { return 1 }\n  return \"cold\"\n}", ""),
    ("cache {\n  let all = list.map { return \"a\" }\n  return 1\n}", "Int"),
    ("cache { load(1) }", ""),
    ("cache(Int.init)", ""),
    ("cache(unknown)", ""),
  ])
  func `What a closure returns is read where it is written`(call: String, type: String) throws {
    let finding = try Self.only("run(\(call))")
    #expect(finding.decision?.returnType == type)
    if type.isEmpty { #expect(finding.fixes.map(\.applicability) == [.unsafe]) }
  }

  @Test(arguments: [
    ("let load: (Int) -> String = cache { id in find(id) }", "String"),
    ("let load: @Sendable (Int) async throws -> [String] = cache({ id in find(id) })", "[String]"),
    ("func take(load: @escaping (Int) -> String) { run(cache(load)) }", "String"),
    ("let load: (Int) -> [String] = find\nrun(cache(load))", "[String]"),
    ("struct Store {\n  func load() -> Int { 1 }\n  func look() { run(cache(load)) }\n}", "Int"),
    ("struct Store {\n  static func load() -> Int { 1 }\n}\nrun(cache(Store.load))", "Int"),
    (
      "func load(_ id: Int) -> Int { 1 }\nfunc load(name: String) -> String { name }\nrun(cache(load(name:)))",
      "String"
    ),
  ])
  func `A function's type is found through its name or its annotation`(code: String, type: String) throws {
    #expect(try Self.only(code).decision?.returnType == type)
  }

  @Test func `A function of another file is found, the own module's first`() {
    let project = Project([
      "Sources/App/Load.swift":
        "struct Store {\n  static func load(id: Int) -> FileHandle { .standardError }\n}\nfunc read() -> [Int] { [] }",
      "Sources/Base/Load.swift": "func read() -> FileHandle { .standardError }",
      "Sources/App/Use.swift": "import CacheRuntime\nlet a = cache(Store.load)\nlet b = cache(read)",
    ])
    #expect(
      project.messages() == [
        "Sources/App/Use.swift:2 'cache' is deprecated and 'load(id:)' returns a resource ('FileHandle'); use 'cacheResource'",
        "Sources/App/Use.swift:3 'cache' is deprecated and 'read()' returns data ('[Int]'); use 'cacheData'",
      ])
  }

  @Test(
    arguments: [
      ("@cache func one() -> Int { 1 }", Applicability.safe, []),
      ("@cache func engine() -> Engine { Engine() }", .unsafe, []),
      (
        "#if DEBUG\n@cache\n#endif\nfunc one() -> Int { 1 }", .unsafe,
        ["the attribute stands inside '#if'; look at the other branches before fixing it"]
      ),
      (
        "@cache(allowOutputMutation: shared) func one() -> Int { 1 }", .unsafe,
        [
          "'allowOutputMutation' gets its value from 'shared', which the fix takes away; look whether it says something else"
        ]
      ),
      (
        "@cache(persist: onDisk) func one() -> Int { 1 }", .unsafe,
        [
          "'persist: onDisk' is left as it is, since its value is not written here; look whether it still fits"
        ]
      ),
      (
        "@cache(persist: true) func log() -> FileHandle { .standardError }", .unsafe,
        ["'persist: true' has no counterpart here and would be lost; look whether this should be data"]
      ),
      ("@cache(persist: false) func log() -> FileHandle { .standardError }", .safe, []),
      (
        "@cache(persist: true, persist: true) func one() -> Int { 1 }", nil,
        ["no fix: 'persist' would be given twice; delete one of the two"]
      ),
      (
        "@cache func tell() { print(1) }", nil,
        [
          "no fix: '@CacheData' needs a result to keep, and this function returns nothing; take the cache away"
        ]
      ),
      (
        "@cache func apply(_ f: () throws -> Int) rethrows -> Int { try f() }", nil,
        ["no fix: '@CacheData' does not take 'rethrows'; let the function throw"]
      ),
      (
        "@cache func bump(_ n: inout Int) -> Int { n }", nil,
        ["no fix: '@CacheData' does not take 'inout' parameters; return the changed value"]
      ),
      (
        "struct Store {\n  @cache mutating func next() -> Int { 1 }\n}", nil,
        ["no fix: '@CacheData' does not take 'mutating' methods; return the changed value"]
      ),
      (
        "protocol Store {\n  @cache func next() -> Int\n}", nil,
        ["no fix: '@CacheData' needs a body; put it on the functions that implement this one"]
      ),
      (
        "@CacheData @cache func one() -> Int { 1 }", nil,
        ["no fix: the function has an attribute of the new API already; delete one of the two"]
      ),
      (
        "func load(_ id: Int) -> Int { 1 }\nfunc load(name: String) -> FileHandle { .standardError }\nlet a = cache(load)",
        .unsafe,
        ["several functions have this name and return different types; say which with its labels"]
      ),
      (
        "struct Store {\n  func load() -> Int { 1 }\n}\nlet a = cache(Store.load)", .unsafe,
        ["a method taken from its type gives a function for each instance; cache the method itself"]
      ),
    ] as [(String, Applicability?, [String])])
  func `A fix is safe, unsafe or missing, and a note says why`(
    code: String, applicability: Applicability?, reasons: [String]
  ) throws {
    let finding = try Self.only(code)
    #expect(finding.fixes.first?.applicability == applicability)
    #expect(finding.notes.map(\.message) == reasons)
  }

  @Test(arguments: [
    (
      "@cache func one() -> Int { 1 }", "replace '@cache' with '@CacheData'",
      [Edit(start: 20, end: 26, replacement: "@CacheData")]
    ),
    (
      "@cache(allowOutputMutation: true) func one() -> Int { 1 }",
      "replace '@cache' with '@CacheData' and remove 'allowOutputMutation'",
      [Edit(start: 20, end: 53, replacement: "@CacheData")]
    ),
    (
      "@cache(ttl: 60, persist: true) func one() -> Int { 1 }",
      "replace '@cache' with '@CacheData' and write 'persist: .disk'",
      [Edit(start: 20, end: 26, replacement: "@CacheData"), Edit(start: 45, end: 49, replacement: ".disk")]
    ),
    (
      "let a = cache(persist: false) { () -> Int in 1 }",
      "replace 'cache' with 'cacheData' and remove 'persist'",
      [Edit(start: 28, end: 49, replacement: "cacheData")]
    ),
  ])
  func `A fix is a few edits with a title`(code: String, title: String, edits: [Edit]) throws {
    #expect(try Self.only(code).fixes == [Fix(title: title, applicability: .safe, edits: edits)])
  }

  @Test func `A removed option has the fix of the use that it stands in`() throws {
    let example = Example(
      "import CacheRuntime\n@cache(allowOutputMutation: true, persist: true) func engine() -> Engine { Engine() }"
    )
    let all = example.findings(.shippedForTests)
    #expect(all.map(\.rule) == ["legacy-cache", "removed-option", "removed-option"])
    #expect(Set(all.map(\.fixes)).count == 1)
    #expect(all.first?.fixes.count == 1)
  }

  @Test(arguments: [
    (
      "@cache(allowOutputMutation: true) func one() -> Int { 1 }",
      "'@CacheData' has no option 'allowOutputMutation': the kind of cache says whether results are shared; delete it"
    ),
    (
      "@cache(allowOutputMutation: true) func log() -> FileHandle { .standardError }",
      "'@CacheResource' has no option 'allowOutputMutation': the kind of cache says whether results are shared; delete it"
    ),
    (
      "@cache(suppressStWarning: true) func pick() -> Int { slider(1) }",
      "'@CacheData' has no option 'suppressStWarning': cached functions may show static elements, which are replayed; write 'experimentalAllowWidgets: true'"
    ),
    (
      "@cache(persist: true) func one() -> Int { 1 }",
      "'persist: true' is written otherwise in '@CacheData': data persists '.disk' or not at all; write 'persist: .disk'"
    ),
    (
      "let one = cache(persist: false) { () -> Int in 1 }",
      "'persist: false' has no meaning in 'cacheData': data persists '.disk' or not at all; delete it"
    ),
    (
      "@CacheResource(persist: .disk) func log() -> FileHandle { .standardError }",
      "'@CacheResource' has no option 'persist': a resource stays in memory; delete it"
    ),
    (
      "@cache(persist: onDisk) func one() -> Int { 1 }",
      "'persist: onDisk' is written otherwise in '@CacheData': data persists '.disk' or not at all; write the value out"
    ),
  ])
  func `A removed option says what takes its place`(code: String, message: String) {
    let found = Example("import CacheRuntime\n" + code).findings(of: RemovedOption.self, .shippedForTests)
    #expect(found.map(\.message) == [message])
    #expect(found.map(\.decision) == [nil])
  }
}
