extension UnhashableParam {
  enum Examples {
    private static let region = "struct Region { var code: String }\n"
    private static let model = "final class Model: Sendable {}\n"

    static let triggering: [String] = [
      region + "@CacheData func rides(in 1️⃣region2️⃣: Region) -> Int { 1 }",
      region + "@CacheData func rides(1️⃣region2️⃣: Region) -> Int { 1 }",
      region + "@CacheData func rides(_ 1️⃣region2️⃣: Region?) -> Int { 1 }",
      region + "@CacheData func rides(_ 1️⃣regions2️⃣: [Region]) -> Int { 1 }",
      region + "@CacheData func rides(_ 1️⃣regions2️⃣: Region...) -> Int { 1 }",
      region + "@CacheData func rides(_ 1️⃣regions2️⃣: [String: Region]) -> Int { 1 }",
      region + "@CacheResource func store(_ 1️⃣region2️⃣: Region) -> Int { 1 }",
      region + "@CacheData(ttl: 60) func rides(_ limit: Int, 1️⃣region2️⃣: Region) -> Int { limit }",
      region + "typealias Area = Region\n@CacheData func rides(1️⃣area2️⃣: Area) -> Int { 1 }",
      model + "@CacheData func layers(of 1️⃣model2️⃣: Model) -> Int { 1 }",
      model + "@CacheData(hashFuncs: [.hash(Int.self) { $0 }]) func layers(of 1️⃣model2️⃣: Model) -> Int { 1 }",
      "@CacheData func call(_ 1️⃣body2️⃣: @escaping () -> Int) -> Int { body() }",
      "@CacheData func area(_ 1️⃣size2️⃣: (Int, Int)) -> Int { size.0 }",
      "@CacheData func text(of 1️⃣value2️⃣: Any) -> String { \"\" }",
      "@CacheData func text<T>(of 1️⃣value2️⃣: T) -> String { \"\" }",
      "struct Store { @CacheData func 1️⃣names2️⃣() -> [String] { [] } }",
      "final class Store { let name = \"a\"; @CacheData func 1️⃣names2️⃣() -> [String] { [] } }",
      "struct Request: Hashable { var model: Model }\n" + model
        + "@CacheData func send(_ 1️⃣request2️⃣: Request) -> Int { 1 }",
      region + "@CacheData func rides(1️⃣from2️⃣: Region, 3️⃣to4️⃣: Region) -> Int { 1 }",
    ].map(importing)

    static let notTriggering: [String] = [
      "@CacheData func rides(limit: Int, name: String?) -> Int { 1 }",
      "@CacheData func rides(_ keys: [String: Set<Int>]) -> Int { 1 }",
      "struct Region: Hashable { var code: String }\n@CacheData func rides(in region: Region) -> Int { 1 }",
      "struct Region {}\nextension Region: Hashable {}\n@CacheData func rides(in region: Region) -> Int { 1 }",
      region + "@CacheData func rides(in _region: Region) -> Int { 1 }",
      region + "@CacheData func rides(_ _region: Region) -> Int { 1 }",
      region
        + "@CacheData(hashFuncs: [.hash(Region.self) { $0.code }]) func rides(_ region: Region) -> Int { 1 }",
      region
        + "@CacheData(hashFuncs: [.hash(Region.self) { $0.code }]) func rides(_ all: [Region]) -> Int { 1 }",
      region
        + "@CacheData(hashFuncs: [.hash(named: \"App.Region\") { _ in 1 }]) func rides(_ region: Region) -> Int { 1 }",
      region + "@CacheData(hashFuncs: functions) func rides(_ region: Region) -> Int { 1 }",
      region + "func rides(in region: Region) -> Int { 1 }",
      region + "@Other func rides(in region: Region) -> Int { 1 }",
      "@CacheData func rides(in region: Unheard) -> Int { 1 }",
      "@CacheData func text<T: Hashable>(of value: T) -> String { \"\" }",
      "@CacheData func text<T>(of value: [T]) -> String where T: Hashable { \"\" }",
      "@CacheData func text(of value: some Hashable) -> String { \"\" }",
      "enum Size { case small, large }\n@CacheData func text(of size: Size) -> String { \"\" }",
      "struct Store { @CacheData static func names() -> [String] { [] } }",
      "struct Store: Hashable { @CacheData func names() -> [String] { [] } }",
      "@CacheData func apply(_ change: (Int) throws -> Int) rethrows -> Int { try change(1) }",
      "struct Store { func count() -> Int {\n@CacheData func one() -> Int { 1 }\nreturn one() } }",
      "protocol Key: Hashable {}\nstruct Name: Key {}\n@CacheData func text(of name: Name) -> String { \"\" }",
    ].map(importing)

    private static let by = ".hash(Region.self) { $0.code }"

    static let corrections: [(before: String, after: String)] =
      [
        ("@CacheData", "@CacheData(hashFuncs: [\(by)])"),
        ("@CacheData()", "@CacheData(hashFuncs: [\(by)])"),
        ("@CacheData(ttl: 60)", "@CacheData(ttl: 60, hashFuncs: [\(by)])"),
        ("@CacheData(ttl: 60, maxEntries: 3)", "@CacheData(ttl: 60, maxEntries: 3, hashFuncs: [\(by)])"),
        ("@CacheData(version: \"2\")", "@CacheData(hashFuncs: [\(by)], version: \"2\")"),
        ("@CacheData(ttl: 60, handle: false)", "@CacheData(ttl: 60, hashFuncs: [\(by)], handle: false)"),
        ("@CacheData(hashFuncs: [])", "@CacheData(hashFuncs: [\(by)])"),
        (
          "@CacheData(hashFuncs: [.hash(Int.self) { -$0 }])",
          "@CacheData(hashFuncs: [.hash(Int.self) { -$0 }, \(by)])"
        ),
        ("@CacheResource", "@CacheResource(hashFuncs: [\(by)])"),
        ("@CacheRuntime.CacheData", "@CacheRuntime.CacheData(hashFuncs: [\(by)])"),
      ].map { before, after in
        let function = " func rides(in region: Region) -> Int { 1 }"
        return (importing(region + before + function), importing(region + after + function))
      } + exclusions.map { (importing(model + $0), importing(model + $1)) }

    private static let exclusions: [(String, String)] = [
      (
        "@CacheData func layers(of model: Model) -> Int { count(model) }",
        "@CacheData func layers(of _model: Model) -> Int { count(_model) }"
      ),
      (
        "@CacheData func layers(model: Model) -> Int { count(model: model) }",
        "@CacheData func layers(model _model: Model) -> Int { count(model: _model) }"
      ),
      (
        "@CacheData func layers(_ model: Model, limit: Int) -> Int { model.model(limit) }",
        "@CacheData func layers(_ _model: Model, limit: Int) -> Int { _model.model(limit) }"
      ),
      (
        "@CacheData func text(_ body: () -> String) -> String { body() + \"\\(body())\" }",
        "@CacheData func text(_ _body: () -> String) -> String { _body() + \"\\(_body())\" }"
      ),
      (
        "@CacheData func layers(of model: Model, to other: Model) -> Int { 1 }",
        "@CacheData func layers(of _model: Model, to _other: Model) -> Int { 1 }"
      ),
      (
        "@CacheData func layers(of model: Model) -> Int { let model = 1; return model }",
        "@CacheData func layers(of model: Model) -> Int { let model = 1; return model }"
      ),
    ]

    private static func importing(_ text: String) -> String { "import CacheRuntime\n" + text }
  }
}
