extension InvalidSuppression {
  enum Examples {
    static let triggering: [String] = [
      "// recache:disable:next 1️⃣legacy-cach2️⃣\n@cache func one() -> Int { 1 }",
      "// recache:disable:next 1️⃣legacycache2️⃣ -- later\n@cache func one() -> Int { 1 }",
      "@cache func one() -> Int { 1 } // recache:disable:this legacy-cache, 1️⃣removd-option2️⃣",
      "// recache:1️⃣disabel:next2️⃣ legacy-cache\n@cache func one() -> Int { 1 }",
      "// recache:1️⃣disable:nxt2️⃣ legacy-cache\n@cache func one() -> Int { 1 }",
      "// recache:1️⃣ignore2️⃣ legacy-cache\n@cache func one() -> Int { 1 }",
      "/* recache:1️⃣Disable:next2️⃣ legacy-cache */\n@cache func one() -> Int { 1 }",
      "1️⃣// recache:disable:next2️⃣\n@cache func one() -> Int { 1 }",
      "1️⃣// recache:disable -- the whole file is old2️⃣\n@cache func one() -> Int { 1 }",
      "1️⃣/* recache:disable:file */2️⃣\n@cache func one() -> Int { 1 }",
      "@cache func one() -> Int { 1 }\n// recache:enable 1️⃣legacy-cache2️⃣",
      "@cache func one() -> Int { 1 }\n// recache:enable 1️⃣all2️⃣",
      """
      // recache:disable legacy-cache
      @cache func one() -> Int { 1 }
      // recache:enable legacy-cache, 1️⃣removed-option2️⃣
      """,
      """
      // recache:disable legacy-cache
      @cache func one() -> Int { 1 }
      // recache:enable legacy-cache
      // recache:enable 1️⃣legacy-cache2️⃣
      """,
      "1️⃣// recache:disable:next legacy-cache --2️⃣\n@cache func one() -> Int { 1 }",
      "// recache:disable:file 1️⃣unused-suppression2️⃣\nlet one = 1",
      "struct Store {\n  // recache:disable:next 1️⃣no-such-rule2️⃣\n  @cache func one() -> Int { 1 }\n}",
    ].map(importing)

    static let notTriggering: [String] = [
      "// recache:disable:next legacy-cache -- later\n@cache func one() -> Int { 1 }",
      "// recache:disable:next all\n@cache func one() -> Int { 1 }",
      "@cache func one() -> Int { 1 } // recache:disable:this legacy-cache",
      "@cache func one() -> Int { 1 }\n// recache:disable:previous legacy-cache",
      "// recache:disable:file legacy-cache\n@cache func one() -> Int { 1 }",
      "// recache:disable legacy-cache\n@cache func one() -> Int { 1 }\n// recache:enable legacy-cache",
      "// recache:disable all\n@cache func one() -> Int { 1 }\n// recache:enable legacy-cache",
      "// recache:disable legacy-cache\n@cache func one() -> Int { 1 }",
      "/* recache:disable:next legacy-cache -- later */\n@cache func one() -> Int { 1 }",
      "/* recache:disable:next\n   legacy-cache\n   -- over\n   lines */\n@cache func one() -> Int { 1 }",
      "// recache: a linter\n@cache func one() -> Int { 1 }",
      "// see recache:disable:nxt\n@cache func one() -> Int { 1 }",
      "// recache:42\n@cache func one() -> Int { 1 }",
      "/// recache:disable:nxt legacy-cach\n@cache func one() -> Int { 1 }",
      "/** recache:disable:nxt legacy-cach */\n@cache func one() -> Int { 1 }",
      "let text = \"// recache:disable:nxt legacy-cach\"",
      "let text = \"\"\"\n  // recache:disable:nxt legacy-cach\n  \"\"\"",
      "// recache:disable:next legacy-cache,removed-option\n@cache(suppressStWarning: true) func one() -> Int { 1 }",
    ].map(importing)

    static let corrections: [(before: String, after: String)] =
      meant + removed + leftAlone

    /// What the author probably meant is written; the function can be cached by no other name, so the suppression stays.
    private static let meant: [(before: String, after: String)] = [
      ("disable:next legacy-cach", "disable:next legacy-cache"),
      ("disable:next legacycache -- later", "disable:next legacy-cache -- later"),
      ("disabel:next legacy-cache", "disable:next legacy-cache"),
      ("disable:nxt legacy-cache", "disable:next legacy-cache"),
      ("Disable:next legacy-cache", "disable:next legacy-cache"),
      ("disable:fil legacy-cache", "disable:file legacy-cache"),
      ("disabl legacy-cache", "disable legacy-cache"),
      ("disable:files legacy-cache -- later", "disable:file legacy-cache -- later"),
    ].map { before, after in
      let function = "\n@cache func tell() { print(1) }"
      return (importing("// recache:" + before + function), importing("// recache:" + after + function))
    }

    private static let removed: [(before: String, after: String)] = [
      ("let one = 1\n// recache:enable legacy-cache", "let one = 1\n"),
      ("let one = 1\n// recache:enable all\nlet two = 2", "let one = 1\nlet two = 2"),
      ("let one = 1 /* recache:enable all */ + 1", "let one = 1 + 1"),
      (
        "let one = 1\n// recache:enable legacy-cache, all, removed-option\nlet two = 2",
        "let one = 1\nlet two = 2"
      ),
      ("let one = 1\n// recache:disable:file unused-suppression\nlet two = 2", "let one = 1\nlet two = 2"),
    ].map { (importing($0), importing($1)) }

    private static let leftAlone: [(before: String, after: String)] = [
      "// recache:disable:next no-such-rule\nlet one = 1",
      "// recache:forget legacy-cache\nlet one = 1",
      "// recache:disable:next\nlet one = 1",
      "/* recache:disable:file -- old */\nlet one = 1",
    ].map { (importing($0), importing($0)) }

    private static func importing(_ code: String) -> String { "import CacheRuntime\n" + code }
  }
}
