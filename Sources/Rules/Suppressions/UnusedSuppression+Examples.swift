extension UnusedSuppression {
  enum Examples {
    static let triggering: [String] = [
      "1️⃣// recache:disable:next legacy-cache2️⃣\n@CacheData func one() -> Int { 1 }",
      "1️⃣// recache:disable:next legacy-cache -- later2️⃣\nlet one = 1",
      "1️⃣/* recache:disable:next legacy-cache */2️⃣\nlet one = 1",
      "let one = 1 1️⃣// recache:disable:this legacy-cache2️⃣",
      "let one = 1\n1️⃣// recache:disable:previous legacy-cache2️⃣",
      "1️⃣// recache:disable:file all2️⃣\nlet one = 1",
      "let one = 1\n1️⃣// recache:disable legacy-cache2️⃣\nlet two = 2\n// recache:enable legacy-cache",
      "// recache:disable:next legacy-cache, 1️⃣removed-option2️⃣\n@cache func one() -> Int { 1 }",
      "// recache:disable:next 1️⃣unhashable-param2️⃣ legacy-cache 3️⃣removed-option4️⃣\n@cache func one() -> Int { 1 }",
      """
      // recache:disable:next legacy-cache
      @cache func one() -> Int { 1 }
      1️⃣// recache:disable:next legacy-cache2️⃣
      func two() -> Int { 2 }
      """,
      """
      1️⃣// recache:disable:file legacy-cache2️⃣
      // recache:disable:next legacy-cache
      @cache func one() -> Int { 1 }
      """,
      """
      1️⃣// recache:disable legacy-cache2️⃣
      // recache:disable legacy-cache
      @cache func one() -> Int { 1 }
      // recache:enable legacy-cache
      """,
      "1️⃣// recache:disable:next legacy-cache2️⃣\nlet one = 1\n@cache func two() -> Int { 2 }",
      "struct Store {\n  1️⃣// recache:disable:next all2️⃣\n  func one() -> Int { 1 }\n}",
      "let text = \"recache:\"\n1️⃣// recache:disable:next legacy-cache2️⃣",
      """
      // recache:disable:next legacy-cache
      @cache func one() -> Int {
        1️⃣// recache:disable:this removed-option2️⃣
        1
      }
      """,
    ].map(importing)

    static let notTriggering: [String] = [
      "// recache:disable:next legacy-cache\n@cache func one() -> Int { 1 }",
      "// recache:disable:next all -- later\n@cache(suppressStWarning: true) func one() -> Int { 1 }",
      "@cache func one() -> Int { 1 } // recache:disable:this legacy-cache",
      "@cache func one() -> Int { 1 }\n// recache:disable:previous legacy-cache",
      "@cache func one() -> Int { 1 }\n\n// Not today.\n// recache:disable:previous legacy-cache",
      "@cache func one() -> Int { 1 }\n// recache:disable:file legacy-cache",
      "// recache:disable legacy-cache\n@cache func one() -> Int { 1 }\n// recache:enable legacy-cache",
      """
      // recache:disable:next legacy-cache, removed-option -- an attribute over three lines is one thing
      @cache(
        ttl: 60,
        suppressStWarning: true)
      func one() -> Int { 1 }
      """,
      """
      // recache:disable:next legacy-cache
      // recache:disable:next removed-option

      @cache(suppressStWarning: true) func one() -> Int { 1 }
      """,
      """
      // recache:disable:next legacy-cache
      @discardableResult
      @cache
      public func one() -> Int { 1 }
      """,
      """
      // recache:disable all
      @cache(suppressStWarning: true) func one() -> Int { 1 }
      // recache:enable legacy-cache
      // recache:disable:next legacy-cache
      @cache(suppressStWarning: true) func two() -> Int { 2 }
      // recache:enable all
      """,
      """
      // recache:disable legacy-cache
      @cache func one() -> Int { 1 }
      // recache:disable legacy-cache
      @cache func two() -> Int { 2 }
      // recache:enable legacy-cache
      @cache func three() -> Int { 3 }
      // recache:enable legacy-cache
      """,
      "let area = /* recache:disable:this legacy-cache */ cache { () -> Int in 1 }",
      "// recache:disable:next legacy-cach -- unknown rules are another rule's\nlet one = 1",
      "// recache:disable:next\nlet one = 1",
      "let one = 1\n// recache:enable legacy-cache",
      "/// // recache:disable:next legacy-cache\nlet one = 1",
      "let text = \"// recache:disable:next legacy-cache\"",
    ].map(importing)

    static let corrections: [(before: String, after: String)] = [
      ("let one = 1\n// recache:disable:next legacy-cache\nlet two = 2", "let one = 1\nlet two = 2"),
      (
        "let one = 1\n  // recache:disable:next legacy-cache -- later\nlet two = 2",
        "let one = 1\nlet two = 2"
      ),
      ("let one = 1 // recache:disable:this legacy-cache\nlet two = 2", "let one = 1\nlet two = 2"),
      ("let one = 1 // recache:disable:this all", "let one = 1"),
      ("let one = 1\n// recache:disable:previous legacy-cache", "let one = 1\n"),
      ("let one = /* recache:disable:this all */ 1", "let one = 1"),
      ("func one()/* recache:disable:this all */async {}", "func one() async {}"),
      ("let one = 1\n/* recache:disable:next\n   legacy-cache */\nlet two = 2", "let one = 1\nlet two = 2"),
      ("let one = 1\n/* recache:disable:this all */ let two = 2", "let one = 1\nlet two = 2"),
      ("let one = 1\n// recache:disable:file legacy-cache, removed-option\n", "let one = 1\n"),
      (
        "let one = 1\n// recache:disable legacy-cache\nlet two = 2\n// recache:enable legacy-cache\nlet three = 3",
        "let one = 1\nlet two = 2\nlet three = 3"
      ),
      (
        "let one = 1\n// recache:disable all\nlet two = 2\n// recache:enable legacy-cache\n// recache:enable all\n",
        "let one = 1\nlet two = 2\n"
      ),
      (
        "// recache:disable:next legacy-cache, removed-option\n@cache func one() -> Int { 1 }",
        "// recache:disable:next legacy-cache\n@cache func one() -> Int { 1 }"
      ),
      (
        "// recache:disable:next removed-option, legacy-cache -- later\n@cache func one() -> Int { 1 }",
        "// recache:disable:next legacy-cache -- later\n@cache func one() -> Int { 1 }"
      ),
      (
        "// recache:disable:next removed-option unhashable-param legacy-cache\n@cache func one() -> Int { 1 }",
        "// recache:disable:next legacy-cache\n@cache func one() -> Int { 1 }"
      ),
      (
        "// recache:disable legacy-cache removed-option\n@cache func one() -> Int { 1 }\n// recache:enable removed-option legacy-cache",
        "// recache:disable legacy-cache\n@cache func one() -> Int { 1 }\n// recache:enable legacy-cache"
      ),
      (
        "let one = 1\n// recache:disable:next legacy-cache\n// recache:disable:next legacy-cache\nlet two = 2",
        "let one = 1\nlet two = 2"
      ),
    ].map { (importing($0), importing($1)) }

    private static func importing(_ code: String) -> String { "import CacheRuntime\n" + code }
  }
}
