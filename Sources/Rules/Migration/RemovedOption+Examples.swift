extension RemovedOption {
  enum Examples {
    static let triggering: [String] = [
      "@cache(1️⃣allowOutputMutation: true2️⃣) func names() -> [String] { [] }",
      "@cache(1️⃣allowOutputMutation: false2️⃣, ttl: 60) func names() -> [String] { [] }",
      "@cache(ttl: 60, 1️⃣suppressStWarning: true2️⃣) func names() -> [String] { [] }",
      "@cache(1️⃣persist: true2️⃣, 3️⃣allowOutputMutation: true4️⃣) func names() -> [String] { [] }",
      "@cache(1️⃣persist: false2️⃣) func names() -> [String] { [] }",
      "@cache(1️⃣persist: true2️⃣) func log() -> FileHandle { .standardError }",
      "@cache(\n  ttl: 60,\n  1️⃣persist: true2️⃣\n)\nfunc names() -> [String] { [] }",
      "let one = cache(1️⃣suppressStWarning: true2️⃣) { () -> Int in 1 }",
      "let one = CacheRuntime.cache(1️⃣persist: true2️⃣, { () -> Int in 1 })",
      "func load() -> Int { 1 }\nlet one = cache(load, 1️⃣persist: true2️⃣)",
      "@CacheData(1️⃣allowOutputMutation: true2️⃣) func names() -> [String] { [] }",
      "@CacheRuntime.CacheData(1️⃣persist: true2️⃣) func names() -> [String] { [] }",
      "@CacheResource(1️⃣persist: .disk2️⃣) func log() -> FileHandle { .standardError }",
      "@CacheResource(ttl: 60, 1️⃣suppressStWarning: true2️⃣) func log() -> FileHandle { .standardError }",
      "let log = cacheResource(1️⃣persist: false2️⃣) { () -> FileHandle in .standardError }",
      "@cache(1️⃣allowOutputMutation: isShared2️⃣) func names() -> [String] { [] }",
      "@cache(1️⃣persist: onDisk2️⃣) func names() -> [String] { [] }",
    ].map(importing)

    static let notTriggering: [String] =
      [
        "@cache func names() -> [String] { [] }",
        "@cache() func names() -> [String] { [] }",
        "@cache(ttl: 60, maxEntries: 3, showSpinner: true) func names() -> [String] { [] }",
        "@cache(persist: nil) func names() -> [String] { [] }",
        "@cache(persist: true, persist: false) func names() -> [String] { [] }",
        "@cache(unheardOf: true) func names() -> [String] { [] }",
        "@CacheData(persist: .disk) func names() -> [String] { [] }",
        "@CacheData(persist: choice) func names() -> [String] { [] }",
        "@CacheData(ttl: 60) func names() -> [String] { [] }",
        "@CacheResource(ttl: 60) func log() -> FileHandle { .standardError }",
        "let one = cacheData(persist: .disk) { () -> Int in 1 }",
        "store(allowOutputMutation: true, persist: true)",
        "store.cache(persist: true) { 1 }",
        "@Other(persist: true, allowOutputMutation: true) func names() -> [String] { [] }",
        "func cache(persist: Bool, _ body: () -> Int) {}\ncache(persist: true) { 1 }",
        "// @cache(persist: true)\nlet text = \"@cache(persist: true)\"",
      ].map(importing) + ["@cache(persist: true) func names() -> [String] { [] }"]

    static let corrections: [(before: String, after: String)] = [
      (
        "@cache(allowOutputMutation: true) func log() -> FileHandle { .standardError }",
        "@CacheResource func log() -> FileHandle { .standardError }"
      ),
      (
        "@CacheData(allowOutputMutation: true) func names() -> [String] { [] }",
        "@CacheData func names() -> [String] { [] }"
      ),
      (
        "@CacheData(ttl: 60, allowOutputMutation: true) func names() -> [String] { [] }",
        "@CacheData(ttl: 60) func names() -> [String] { [] }"
      ),
      (
        "@CacheData(allowOutputMutation: true, ttl: 60) func names() -> [String] { [] }",
        "@CacheData(ttl: 60) func names() -> [String] { [] }"
      ),
      (
        "@CacheData(persist: true) func names() -> [String] { [] }",
        "@CacheData(persist: .disk) func names() -> [String] { [] }"
      ),
      (
        "@CacheResource(persist: .disk) func log() -> FileHandle { .standardError }",
        "@CacheResource func log() -> FileHandle { .standardError }"
      ),
      (
        "@cache(persist: true) func log() -> FileHandle { .standardError }",
        "@CacheResource func log() -> FileHandle { .standardError }"
      ),
      (
        "let one = cacheData(suppressStWarning: true) { () -> Int in 1 }",
        "let one = cacheData { () -> Int in 1 }"
      ),
      (
        "let one = cacheData(suppressStWarning: true, { () -> Int in 1 })",
        "let one = cacheData({ () -> Int in 1 })"
      ),
      (
        "@cache(suppressStWarning: true, ttl: 60) func pick() -> Double { st.slider(\"size\") }",
        "@CacheData(experimentalAllowWidgets: true, ttl: 60) func pick() -> Double { st.slider(\"size\") }"
      ),
      (
        "@CacheData(suppressStWarning: true, experimentalAllowWidgets: true) func pick() -> Double { slider(\"size\") }",
        "@CacheData(experimentalAllowWidgets: true) func pick() -> Double { slider(\"size\") }"
      ),
      (
        "@cache(/* shared */ allowOutputMutation: true) func names() -> [String] { [] }",
        "@CacheData(/* shared */) func names() -> [String] { [] }"
      ),
      (
        "@cache(ttl: 60 /* a minute */, allowOutputMutation: true /* why */) func names() -> [String] { [] }",
        "@CacheData(ttl: 60 /* a minute */ /* why */) func names() -> [String] { [] }"
      ),
      (
        """
        @cache(
          // callers sort it in place
          allowOutputMutation: true
        )
        func names() -> [String] { [] }
        """,
        """
        @CacheData(
          // callers sort it in place
        )
        func names() -> [String] { [] }
        """
      ),
      (
        """
        @cache(
          ttl: 60,  // a minute
          allowOutputMutation: true  // callers sort it in place
        )
        func names() -> [String] { [] }
        """,
        """
        @CacheData(
          ttl: 60  // a minute
          // callers sort it in place
        )
        func names() -> [String] { [] }
        """
      ),
      (
        "@CacheData(persist: true, persist: true) func names() -> [String] { [] }",
        "@CacheData(persist: true, persist: true) func names() -> [String] { [] }"
      ),
    ].map { (importing($0), importing($1)) }

    private static func importing(_ code: String) -> String { "import CacheRuntime\n" + code }
  }
}
