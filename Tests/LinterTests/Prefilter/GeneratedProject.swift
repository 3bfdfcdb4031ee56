import SeededRandom

/// A package of random declarations, spread over modules and files, with uses of the cache among them.
///
/// Nothing of it need compile. What counts is that decisions rest on what other files declare, in as many ways as
/// there are: by aliases, by extensions of aliases, by conformances added elsewhere, by macros and wrappers, by names
/// that stand in the API's way.
struct GeneratedProject {
  private(set) var files: [String: String] = [:]
  private var random: SeededGenerator

  private static let modules = ["App", "Core", "Data"]
  private static let foreign = [
    "Codable", "Hashable", "Sendable", "Equatable", "Encodable", "Decodable", "Error",
  ]
  private static let plain = ["Int", "String", "Date", "URL", "Data", "Double", "UnknownType", "NSCache"]

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    files["Package.swift"] = """
      let package = Package(name: "P", targets: [
        .target(name: "App", dependencies: ["Core"]), .target(name: "Core"), .target(name: "Data"),
      ])
      """
    for number in 0..<Int.random(in: 6...24, using: &random) {
      let module = pick(Self.modules)
      files["Sources/\(module)/F\(number).swift"] = file()
    }
  }

  private mutating func pick<Element>(_ values: [Element]) -> Element {
    values[Int.random(in: values.indices, using: &random)]
  }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  private mutating func name() -> String { "T\(Int.random(in: 0..<14, using: &random))" }

  private mutating func file() -> String {
    var text = chance(20) ? "/* import Core */ // struct T1 {\n" : ""
    if chance(45) { text += "import CacheRuntime\n" }
    if chance(15) { text += "@_exported import \(pick(["CacheRuntime", "Core", "Data"]))\n" }
    if chance(40) { text += "import \(pick(Self.modules))\n" }
    for _ in 0..<Int.random(in: 1...5, using: &random) { text += declaration(depth: 0) + "\n" }
    if chance(15) { text += "import \(pick(Self.modules))\n" }
    return text
  }

  private mutating func declaration(depth: Int) -> String {
    switch Int.random(in: 0..<20, using: &random) {
    case 0...6: return type(depth: depth)
    case 7...9 where depth == 0: return extensionText()
    case 10, 11: return "typealias \(pick([name(), "N1", "ID"])) = \(typeText(0))"
    case 12: return "func == (left: \(name()), right: \(name())) -> Bool { true }"
    case 13 where depth == 0: return oddity()
    default: return use()
    }
  }

  private mutating func type(depth: Int) -> String {
    let kind = pick(["struct", "struct", "enum", "class", "actor", "protocol", "final class"])
    let generics = kind != "protocol" && chance(15) ? "<Value: \(name())>" : ""
    let attribute = chance(8) ? pick(["@Adding ", "@MainActor ", "@propertyWrapper ", "@\(name()) "]) : ""
    let comment = chance(15) ? " /* { */ " : " "
    var text = "\(attribute)\(kind)\(comment)\(name())\(generics)\(inheritance()) {\n"
    for _ in 0..<Int.random(in: 0...3, using: &random) { text += member(kind, depth) + "\n" }
    return text + "}"
  }

  private mutating func inheritance() -> String {
    guard chance(55) else { return "" }
    let parents = (0..<Int.random(in: 1...2, using: &random)).map { _ in
      chance(50) ? pick(Self.foreign) : chance(20) ? "\(name()).N1" : name()
    }
    return ": " + parents.joined(separator: ", ")
  }

  private mutating func member(_ kind: String, _ depth: Int) -> String {
    switch Int.random(in: 0..<10, using: &random) {
    case 0 where depth < 2: return declaration(depth: depth + 1)
    case 1 where depth < 2: return "struct N1\(inheritance()) { var x: \(typeText(0)) }"
    case 2 where kind == "enum": return "case \(pick(["a", "cache", "b"]))(\(typeText(0)))"
    case 3: return "static func == (left: Self, right: Self) -> Bool { left.v == right.v }"
    case 4: return "func hash(into hasher: inout Hasher) { hasher.combine(v) }"
    case 5: return "@\(name()) var w: \(typeText(0))"
    case 6: return use()
    case 7 where kind == "protocol": return "associatedtype Item: \(name())"
    default:
      let property = pick(["id", "v", "name", "cache"])
      return chance(70) ? "var \(property): \(typeText(0))" : "let \(property) = \(name())()"
    }
  }

  private mutating func extensionText() -> String {
    let extended = pick([
      name(), name(), name() + ".N1", name() + ".ID", pick(["Array", "String", "[\(name())]"]),
    ])
    let condition = chance(15) ? " where Value: \(name())" : ""
    var text = "extension \(extended)\(inheritance())\(condition) {\n"
    if chance(40) { text += member("struct", 1) + "\n" }
    return text + "}"
  }

  private mutating func oddity() -> String {
    pick([
      "func cache(_ x: Int) {}", "struct cache {}", "let cache = 1", "macro cache() = #externalMacro()",
      "@attached(extension, conformances: \(name()), Codable) macro Adding() = #externalMacro()",
      "typealias CacheData = \(name())", "#if canImport(Core)\nstruct \(name()): Codable {}\n#endif",
      "let text = \"\"\"\n  import Data\n  struct T3 {\n  \"\"\"", "struct Tä: Codable { var t: \(name()) }",
    ])
  }

  private mutating func use() -> String {
    let function = pick(["load", "fetch", "read"])
    switch Int.random(in: 0..<8, using: &random) {
    case 0:
      return "let \(function)Cached = \(pick(["cache", "cacheData"])) { (x: \(typeText(0))) in \(name())(x) }"
    case 1: return "let \(function)Cached = cache(\(function))"
    case 2: return "func \(function)() -> \(typeText(0)) { cached() }"
    default:
      let attribute = pick([
        "@cache", "@cache(allowOutputMutation: true)", "@CacheRuntime.cache", "@CacheData", "@CacheResource",
        "@ cache\n", "@`cache`",
      ])
      let generic = chance(15) ? "<G: \(name())>" : ""
      return
        "\(attribute) func \(function)\(generic)(_ x: \(typeText(0)), y: \(typeText(0))) -> \(typeText(0)) { make(x) }"
    }
  }

  private mutating func typeText(_ depth: Int) -> String {
    guard depth < 2 else { return name() }
    switch Int.random(in: 0..<14, using: &random) {
    case 0: return "[\(typeText(depth + 1))]"
    case 1: return "\(typeText(depth + 1))?"
    case 2: return "any \(name())"
    case 3: return "some \(name())"
    case 4: return "\(name()).N1"
    case 5: return "\(name())<\(typeText(depth + 1))>"
    case 6: return "(\(typeText(depth + 1)), \(typeText(depth + 1)))"
    case 7: return "\(name()).ID"
    case 8: return pick(Self.plain)
    case 9: return "[String: \(typeText(depth + 1))]"
    default: return name()
    }
  }
}
