// Longer than other files: these are the documentation of a rule and its tests, one for each form of the legacy API.

extension LegacyCache {
  enum Examples {
    static let triggering: [String] =
      [
        "1️⃣@cache2️⃣ func greeting(name: String) -> String { \"Hello \" + name }",
        """
        1️⃣@cache2️⃣
        func lines(of url: URL) throws -> [String] {
          try String(contentsOf: url, encoding: .utf8).split(separator: "\\n").map(String.init)
        }
        """,
        "1️⃣@cache2️⃣()\nfunc answer() -> Int { 42 }",
        """
        1️⃣@cache2️⃣(ttl: 3_600, maxEntries: 100)
        public func total(_ rides: [Int], _ _logger: Logger) -> Int { rides.reduce(0, +) }
        """,
        "1️⃣@CacheRuntime.cache2️⃣(ttl: 60) func pi() -> Double { 3.14 }",
        "1️⃣@`cache`2️⃣ func flag() -> Bool { true }",
        "@inlinable @discardableResult 1️⃣@cache2️⃣ func total() async throws -> Double { 1 }",
        """
        struct Store {
          1️⃣@cache2️⃣ func title(for id: Int) -> String { "ride \\(id)" }
          3️⃣@cache4️⃣ static func count() -> Int { 1 }
        }
        """,
        """
        class Loader {
          1️⃣@cache2️⃣ class func names() -> [String] { [] }
        }
        actor Counter {
          3️⃣@cache4️⃣ func count(of word: String) -> Int { word.count }
        }
        enum Tables {
          5️⃣@cache6️⃣ static func primes(below limit: Int) -> [Int] { [] }
        }
        """,
        """
        extension Collection where Element == Int {
          1️⃣@cache2️⃣ func sum() -> Int { reduce(0, +) }
        }
        """,
        """
        protocol Source { var name: String { get } }
        extension Source {
          1️⃣@cache2️⃣ func summary() -> String { name }
        }
        """,
        "1️⃣@cache2️⃣ func pair<Key: Hashable & Sendable>(_ key: Key) -> [String: Int] { [:] }",
        """
        func report() -> Int {
          1️⃣@cache2️⃣ func local(_ number: Int) -> Int { number * 2 }
          return local(3)
        }
        """,
        "let area = 1️⃣cache2️⃣ { (side: Double) -> Double in side * side }",
        "let area = 1️⃣cache2️⃣(ttl: 60) { (side: Double) -> Double in side * side }",
        "let area = 1️⃣cache2️⃣(ttl: 60, { (side: Double) -> Double in side * side })",
        "let area = 1️⃣CacheRuntime.cache2️⃣ { (side: Double) -> Double in side * side }",
        "let area = 1️⃣`cache`2️⃣ { (side: Double) -> Double in side * side }",
        """
        func loadRides(url: URL) -> [String] { [] }
        let rides = 1️⃣cache2️⃣(loadRides)
        let same = 3️⃣cache4️⃣(ttl: 60, loadRides(url:))
        """,
        """
        struct Store {
          static func load(_ id: Int) -> String { "" }
          func find(id: Int) -> [Int] { [] }
          func cached() {
            let load = 1️⃣cache2️⃣(Store.load)
            let find = 3️⃣cache4️⃣(self.find(id:))
          }
        }
        """,
        """
        func outer(_ paths: [String]) -> [Int] {
          paths.map(1️⃣cache2️⃣ { (path: String) -> Int in path.count })
        }
        """,
        """
        #if DEBUG
        1️⃣@cache2️⃣ func seed() -> Int { 1 }
        #else
        3️⃣@cache4️⃣ func seed() -> Int { 2 }
        #endif
        """,
        """
        #if DEBUG
        1️⃣@cache2️⃣
        #endif
        func seed() -> Int { 1 }
        """,
        """
        let text = "\\(1️⃣cache2️⃣ { () -> Int in 1 }()) rides"
        """,
        """
        struct Handles {
          var cache: [String: Int] = [:]
          1️⃣@cache2️⃣ func open(path: String) -> FileHandle? { FileHandle(forReadingAtPath: path) }
          func own() -> Any { 3️⃣CacheRuntime.cache4️⃣ { () -> Int in 1 } }
        }
        """,
      ].map(importing)
      + [
        "@testable import CacheRuntime\n1️⃣@cache2️⃣ func one() -> Int { 1 }",
        "@preconcurrency public import CacheRuntime\n1️⃣@cache2️⃣ func one() -> Int { 1 }",
        "import func CacheRuntime.cache\nlet one = 1️⃣cache2️⃣ { () -> Int in 1 }",
        "#if canImport(CacheRuntime)\nimport CacheRuntime\n#endif\n1️⃣@cache2️⃣ func one() -> Int { 1 }",
      ]

    static let notTriggering: [String] =
      [
        "@CacheData func answer() -> Int { 42 }",
        "@CacheResource(ttl: 60) func log() -> FileHandle { .standardError }",
        "let area = cacheData { (side: Double) -> Double in side * side }",
        "var cache: [String: Int] = [:]\ncache[\"a\"] = 1\nlet one = cache { $0 }",
        "func look(cache: (() -> Int) -> Int) -> Int { cache { 1 } }",
        "func cache<T>(_ body: () -> T) -> T { body() }\nlet one = cache { 1 }",
        "func look() {\n  func cache(_ body: () -> Int) {}\n  cache { 1 }\n}",
        "struct Store {\n  func cache(_ body: () -> Int) {}\n  func look() { cache { 1 } }\n}",
        "struct Store {}\nextension Store {\n  func look() { cache { 1 } }\n}\nextension Store {\n  func cache(_ body: () -> Int) {}\n}",
        "class Base {\n  func cache(_ body: () -> Int) {}\n}\nclass Store: Base {\n  func look() { cache { 1 } }\n}",
        "store.cache(ttl: 60) { 1 }\nself.cache { 1 }",
        "let answers = [1, 2].map { cache in cache { 1 } }",
        "if let cache = makeCache() {\n  cache { 1 }\n}",
        "func look() {\n  guard let cache = makeCache() else { return }\n  cache { 1 }\n}",
        "for cache in caches {\n  cache { 1 }\n}",
        "switch state {\ncase .ready(let cache): cache { 1 }\ndefault: break\n}",
        "@propertyWrapper struct cache {\n  var wrappedValue: Int\n}\n@cache func odd() -> Int { 1 }",
        "macro cache() = #externalMacro(module: \"Own\", type: \"Own\")\n@cache func own() -> Int { 1 }",
        "@cache var size = 1",
        "@Own.cache func own() -> Int { 1 }\nlet one = Own.cache { 1 }",
        "import func Own.cache\nlet one = cache { 1 }",
        "// @cache func one() -> Int { 1 }\n/* cache { 1 } */\nlet text = \"@cache func one() -> Int\"",
        "cache()\ncache(\"key\")\ncache(key: 1)",
        "@caches func one() -> Int { 1 }\n@Cache func two() -> Int { 2 }\nlet three = caches { 3 }",
      ].map(importing)
      + [
        "@cache func one() -> Int { 1 }\nlet two = cache { 2 }",
        "import OtherRuntime\n@cache func one() -> Int { 1 }",
        "import struct CacheRuntime.Clock\n@cache func one() -> Int { 1 }",
      ]

    static let corrections: [(before: String, after: String)] = [
      ("@cache func one() -> Int { 1 }", "@CacheData func one() -> Int { 1 }"),
      (
        "@cache\nfunc log() -> FileHandle { .standardError }",
        "@CacheResource\nfunc log() -> FileHandle { .standardError }"
      ),
      ("@cache() func one() -> Int { 1 }", "@CacheData() func one() -> Int { 1 }"),
      (
        "@cache(ttl: 60, showSpinner: \"…\") func one() -> Int { 1 }",
        "@CacheData(ttl: 60, showSpinner: \"…\") func one() -> Int { 1 }"
      ),
      ("@CacheRuntime.cache func one() -> Int { 1 }", "@CacheRuntime.CacheData func one() -> Int { 1 }"),
      ("@`cache` func one() -> Int { 1 }", "@CacheData func one() -> Int { 1 }"),
      (
        "@cache(allowOutputMutation: true) func log() -> FileHandle { .standardError }",
        "@CacheResource func log() -> FileHandle { .standardError }"
      ),
      (
        "@cache(allowOutputMutation: true) func names() -> [String] { [] }",
        "@CacheData func names() -> [String] { [] }"
      ),
      (
        "@cache(allowOutputMutation: true) func engine() -> Engine { Engine() }",
        "@CacheResource func engine() -> Engine { Engine() }"
      ),
      ("@cache func engine() -> Engine { Engine() }", "@CacheData func engine() -> Engine { Engine() }"),
      (
        "@cache(ttl: 60, allowOutputMutation: false) func one() -> Int { 1 }",
        "@CacheData(ttl: 60) func one() -> Int { 1 }"
      ),
      (
        "@cache(allowOutputMutation: false, suppressStWarning: true, ttl: 60) func one() -> Int { 1 }",
        "@CacheData(ttl: 60) func one() -> Int { 1 }"
      ),
      (
        "@cache(persist: true, maxEntries: 3) func one() -> Int { 1 }",
        "@CacheData(persist: .disk, maxEntries: 3) func one() -> Int { 1 }"
      ),
      ("@cache(persist: false) func one() -> Int { 1 }", "@CacheData func one() -> Int { 1 }"),
      (
        """
        @cache(
          ttl: 60,  // a minute
          // callers sort it in place
          allowOutputMutation: true,
          maxEntries: 10
        )
        func names() -> [String] { [] }
        """,
        """
        @CacheData(
          ttl: 60,  // a minute
          // callers sort it in place
          maxEntries: 10
        )
        func names() -> [String] { [] }
        """
      ),
      (
        """
        @cache(
          ttl: 60,
          persist: true,
          suppressStWarning: true,
        )
        func one() -> Int { 1 }
        """,
        """
        @CacheData(
          ttl: 60,
          persist: .disk,
        )
        func one() -> Int { 1 }
        """
      ),
      ("let one = cache { () -> Int in 1 }", "let one = cacheData { () -> Int in 1 }"),
      (
        "let log = CacheRuntime.cache { () -> FileHandle in .standardError }",
        "let log = CacheRuntime.cacheResource { () -> FileHandle in .standardError }"
      ),
      (
        "let one = cache(persist: false) { () -> Int in 1 }",
        "let one = cacheData { () -> Int in 1 }"
      ),
      (
        "let one = cache(allowOutputMutation: false, { () -> Int in 1 })",
        "let one = cacheData({ () -> Int in 1 })"
      ),
      (
        "func load(id: Int) -> [Int] { [] }\nlet rides = cache(load(id:), persist: true)",
        "func load(id: Int) -> [Int] { [] }\nlet rides = cacheData(load(id:), persist: .disk)"
      ),
      (
        "let name: @Sendable (Int) -> String = cache { number in \"ride \\(number)\" }",
        "let name: @Sendable (Int) -> String = cacheData { number in \"ride \\(number)\" }"
      ),
      (
        "@cache(suppressStWarning: true) func pick() -> Double { slider(\"size\") }",
        "@CacheData(experimentalAllowWidgets: true) func pick() -> Double { slider(\"size\") }"
      ),
      ("@cache func tell() { print(1) }", "@cache func tell() { print(1) }"),
      (
        "@cache func apply(_ change: (Int) throws -> Int) rethrows -> Int { try change(1) }",
        "@cache func apply(_ change: (Int) throws -> Int) rethrows -> Int { try change(1) }"
      ),
      (
        "struct Store {\n  @cache mutating func next() -> Int { 1 }\n}",
        "struct Store {\n  @cache mutating func next() -> Int { 1 }\n}"
      ),
      (
        "@cache(persist: onDisk) func one() -> Int { 1 }",
        "@CacheData(persist: onDisk) func one() -> Int { 1 }"
      ),
      (
        "@cache(persist: .none) func one() -> Int { 1 }", "@CacheData(persist: .none) func one() -> Int { 1 }"
      ),
      (
        "@cache(persist: true, persist: true) func one() -> Int { 1 }",
        "@cache(persist: true, persist: true) func one() -> Int { 1 }"
      ),
      (
        "#if DEBUG\n@cache\n#else\n@cache(ttl: 60)\n#endif\nfunc one() -> Int { 1 }",
        "#if DEBUG\n@CacheData\n#else\n@CacheData(ttl: 60)\n#endif\nfunc one() -> Int { 1 }"
      ),
    ].map { (importing($0), importing($1)) }

    private static func importing(_ code: String) -> String { "import CacheRuntime\n" + code }
  }
}
