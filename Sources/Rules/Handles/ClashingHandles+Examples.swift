extension ClashingHandles {
  enum Examples {
    static let triggering: [String] = [
      "@CacheData func rides() -> Int { 1 }\n1️⃣@CacheData2️⃣ func rides(near place: Int) -> Int { place }",
      "@CacheData func a() -> Int { 1 }\n1️⃣@CacheData2️⃣ func a(_ x: Int) -> Int { x }\n3️⃣@CacheData4️⃣ func a(y: Int) -> Int { y }",
      "@CacheData func pool() -> Int { 1 }\n1️⃣@CacheResource2️⃣(ttl: 60) func pool(of size: Int) -> Int { size }",
      "struct Shop {\n  @CacheData func sales() -> Int { 1 }\n  1️⃣@CacheData2️⃣ static func sales(_ year: Int) -> Int { year }\n}",
      "struct Shop {\n  @CacheData func sales() -> Int { 1 }\n}\nextension Shop {\n  1️⃣@CacheRuntime.CacheData2️⃣ func sales(_ year: Int) -> Int { year }\n}",
      "#if DEBUG\n@CacheData func rides() -> Int { 1 }\n#endif\n1️⃣@CacheData2️⃣ func rides(_ x: Int) -> Int { x }",
      "@CacheData(handle: true) func rides() -> Int { 1 }\n1️⃣@CacheData2️⃣(ttl: 60, handle: true) func rides(_ x: Int) -> Int { x }",
      "@cache func rides() -> Int { 1 }\n1️⃣@CacheData2️⃣ func rides(_ x: Int) -> Int { x }",
      "@CacheData func rides() -> Int { 1 }\n1️⃣@CacheRuntime.CacheData2️⃣(ttl: 60) func rides(_ x: Int) -> Int { x }",
      "actor Shop {\n  @CacheData func sales() -> Int { 1 }\n  1️⃣@CacheData2️⃣ func sales(_ year: Int) -> Int { year }\n}",
      "final class Shop {\n  @CacheData class func sales() -> Int { 1 }\n  1️⃣@CacheData2️⃣ func sales() -> Int { 2 }\n}",
      "protocol Shop {}\nextension Shop {\n  @CacheData func sales() -> Int { 1 }\n  1️⃣@CacheData2️⃣ func sales(_ year: Int) -> Int { year }\n}",
      "enum A {\n  struct Shop {\n    @CacheData func a() -> Int { 1 }\n    1️⃣@CacheData2️⃣ func a(_ x: Int) -> Int { x }\n  }\n}",
      "@CacheData func same<T: Hashable>(_ x: T) -> T { x }\n1️⃣@CacheData2️⃣ func same(_ x: Int) -> Int { x }",
      "@CacheData func rides() async -> Int { 1 }\n1️⃣@CacheData2️⃣ func rides() throws -> Int { 1 }",
      "@CacheData private func rides() -> Int { 1 }\n1️⃣@CacheData2️⃣ public func rides(_ x: Int) -> Int { x }",
    ].map(importing)

    static let notTriggering: [String] =
      [
        "@CacheData func rides() -> Int { 1 }",
        "@CacheData func rides() -> Int { 1 }\n@CacheData func rents() -> Int { 1 }",
        "@CacheData func rides() -> Int { 1 }\nfunc rides(_ x: Int) -> Int { x }",
        "@CacheData func rides() -> Int { 1 }\n@CacheData(handle: false) func rides(_ x: Int) -> Int { x }",
        "@CacheData(handle: false) func rides() -> Int { 1 }\n@CacheData func rides(_ x: Int) -> Int { x }",
        "struct Shop { @CacheData func sales() -> Int { 1 } }\nstruct Bank { @CacheData func sales() -> Int { 1 } }",
        "struct Shop { @CacheData func sales() -> Int { 1 } }\n@CacheData func sales() -> Int { 1 }",
        "enum A { struct Shop { @CacheData func sales() -> Int { 1 } } }\nstruct Shop { @CacheData func sales() -> Int { 1 } }",
        "#if DEBUG\n@CacheData func rides() -> Int { 1 }\n#else\n@CacheData func rides(_ x: Int) -> Int { x }\n#endif",
        "func first() {\n  @CacheData func rides() -> Int { 1 }\n}\nfunc second() {\n  @CacheData func rides() -> Int { 1 }\n}",
        "extension Array where Element == Int { @CacheData func total() -> Int { 1 } }\nextension Array where Element == Bool { @CacheData func total() -> Int { 1 } }",
        "@CacheData func + (left: Shop, right: Shop) -> Int { 1 }\n@CacheData func + (left: Shop, right: Bank) -> Int { 1 }",
        "class Shop { @CacheData func a() -> Int { 1 } }\nclass Mall: Shop {\n  @CacheData override func a() -> Int { 2 }\n  @CacheData func a(_ x: Int) -> Int { x }\n}",
        "#if DEBUG\n@CacheData\n#else\n@CacheData(ttl: 60)\n#endif\nfunc one() -> Int { 1 }",
        "// @CacheData func a() -> Int { 1 }\n@CacheData func a(_ x: Int) -> Int { x }",
      ].map(importing) + ["@CacheData func a() -> Int { 1 }\n@CacheData func a(_ x: Int) -> Int { x }"]

    static let corrections: [(before: String, after: String)] = [
      (
        "@CacheData func rides() -> Int { 1 }\n@CacheData func rides(_ x: Int) -> Int { x }",
        "@CacheData func rides() -> Int { 1 }\n@CacheData(handle: false) func rides(_ x: Int) -> Int { x }"
      ),
      (
        "@CacheData func rides() -> Int { 1 }\n@CacheData() func rides(_ x: Int) -> Int { x }",
        "@CacheData func rides() -> Int { 1 }\n@CacheData(handle: false) func rides(_ x: Int) -> Int { x }"
      ),
      (
        "@CacheData func rides() -> Int { 1 }\n@CacheData(ttl: .hours(1)) func rides(_ x: Int) -> Int { x }",
        "@CacheData func rides() -> Int { 1 }\n@CacheData(ttl: .hours(1), handle: false) func rides(_ x: Int) -> Int { x }"
      ),
      (
        "@CacheData func rides() -> Int { 1 }\n@CacheData(handle: true) func rides(_ x: Int) -> Int { x }",
        "@CacheData func rides() -> Int { 1 }\n@CacheData(handle: false) func rides(_ x: Int) -> Int { x }"
      ),
      (
        "@CacheData func a() -> Int { 1 }\n@CacheData(\n  ttl: .hours(1)  // an hour\n)\nfunc a(_ x: Int) -> Int { x }",
        "@CacheData func a() -> Int { 1 }\n@CacheData(\n  ttl: .hours(1), handle: false  // an hour\n)\nfunc a(_ x: Int) -> Int { x }"
      ),
      (
        "@CacheData func a() -> Int { 1 }\n@CacheData(ttl: 60,) func a(_ x: Int) -> Int { x }",
        "@CacheData func a() -> Int { 1 }\n@CacheData(ttl: 60, handle: false) func a(_ x: Int) -> Int { x }"
      ),
      (
        "@CacheData func a() -> Int { 1 }\n@CacheResource func a(_ x: Int) -> Int { x }",
        "@CacheData func a() -> Int { 1 }\n@CacheResource(handle: false) func a(_ x: Int) -> Int { x }"
      ),
      (
        "@CacheData func a() -> Int { 1 }\n@CacheRuntime.CacheData func a(_ x: Int) -> Int { x }",
        "@CacheData func a() -> Int { 1 }\n@CacheRuntime.CacheData(handle: false) func a(_ x: Int) -> Int { x }"
      ),
      (
        "@CacheData func a() -> Int { 1 }\n@CacheData func a(_ x: Int) -> Int { x }\n@CacheData func a(y: Int) -> Int { y }",
        "@CacheData func a() -> Int { 1 }\n@CacheData(handle: false) func a(_ x: Int) -> Int { x }\n@CacheData(handle: false) func a(y: Int) -> Int { y }"
      ),
      (
        "struct Shop {\n  @CacheData func a() -> Int { 1 }\n  @CacheData static func a() -> Int { 2 }\n}",
        "struct Shop {\n  @CacheData func a() -> Int { 1 }\n  @CacheData(handle: false) static func a() -> Int { 2 }\n}"
      ),
      (
        "@CacheData func a() -> Int { 1 }\n@CacheData /* rides */ func a(_ x: Int) -> Int { x }",
        "@CacheData func a() -> Int { 1 }\n@CacheData(handle: false) /* rides */ func a(_ x: Int) -> Int { x }"
      ),
      (
        "@CacheData func a() -> Int { 1 }\n@CacheData( /* nothing */ ) func a(_ x: Int) -> Int { x }",
        "@CacheData func a() -> Int { 1 }\n@CacheData(handle: false /* nothing */ ) func a(_ x: Int) -> Int { x }"
      ),
      (
        "@cache func a() -> Int { 1 }\n@cache func a(_ x: Int) -> Int { x }",
        "@CacheData func a() -> Int { 1 }\n@CacheData(handle: false) func a(_ x: Int) -> Int { x }"
      ),
      (
        "@CacheData(handle: false) func a() -> Int { 1 }\n@CacheData func a(_ x: Int) -> Int { x }\n@CacheData func a(y: Int) -> Int { y }",
        "@CacheData(handle: false) func a() -> Int { 1 }\n@CacheData func a(_ x: Int) -> Int { x }\n@CacheData(handle: false) func a(y: Int) -> Int { y }"
      ),
      (
        "@CacheData func a() -> Int { 1 }\n@CacheData(version: \"2\", clock: nil) func a(_ x: Int) -> Int { x }",
        "@CacheData func a() -> Int { 1 }\n@CacheData(version: \"2\", clock: nil, handle: false) func a(_ x: Int) -> Int { x }"
      ),
    ].map { (before: importing($0.0), after: importing($0.1)) }

    private static func importing(_ code: String) -> String { "import CacheRuntime\n" + code }
  }
}
