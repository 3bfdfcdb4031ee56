import Foundation
import Testing

/// Functions of every kind, in every place, with every attribute and option: what the compiler must take without a word.
///
/// Places, effects and signatures are combined in full; attributes and options take turns, so that each meets each of the
/// others, if not all of them at once.
enum Combination {
  struct Place: Sendable, CustomTestStringConvertible {
    let name: String
    /// The declarations around, with `%` for the functions.
    let around: String
    /// What stands before `func`.
    var modifier = ""
    /// Whether the body of an actor or a class's object is around, from whose isolation nothing may be sent.
    var isLocal = false
    var testDescription: String { name }
  }

  static let places: [Place] = [
    Place(name: "global", around: "%"),
    Place(name: "structure", around: "struct Place: Hashable, Codable {\n  var x = 1\n%\n}"),
    Place(name: "static", around: "enum Place {\n%\n}", modifier: "static "),
    Place(name: "class", around: "class Place: Hashable, Codable {\n\(equality)%\n}"),
    Place(
      name: "class function", around: "class Place: Hashable, Codable {\n\(equality)%\n}", modifier: "class "),
    Place(name: "actor", around: "actor Place {\n  var x = 1\n%\n}"),
    Place(name: "hashable actor", around: "actor Place: Hashable {\n  nonisolated \(equality)%\n}"),
    Place(
      name: "main actor",
      around: "@MainActor final class Place: Hashable {\n  nonisolated \(equality)%\n}"),
    Place(name: "extension", around: "struct Place: Hashable, Codable {}\nextension Place {\n%\n}"),
    Place(
      name: "generic",
      around: "struct Place<E: Hashable & Codable & Sendable>: Hashable, Codable {\n  var e: E\n%\n}"),
    Place(
      name: "constrained extension",
      around:
        "struct Place<E: Hashable & Codable>: Hashable, Codable {}\nextension Place where E == Int {\n%\n}"),
    Place(name: "protocol", around: "protocol Place: Hashable, Codable {}\nextension Place {\n%\n}"),
    Place(
      name: "protocol of objects",
      around: "protocol Place: AnyObject, Hashable, Codable {}\nextension Place {\n%\n}"),
    Place(name: "function", around: "func place() {\n%\n}", isLocal: true),
    Place(name: "method", around: "struct Place {\n  func place() {\n%\n  }\n}", isLocal: true),
    Place(
      name: "getter", around: "struct Place {\n  var place: Int {\n%\n    return 1\n  }\n}", isLocal: true),
    Place(
      name: "static getter", around: "enum Place {\n  static var place: Int {\n%\n    return 1\n  }\n}",
      isLocal: true),
    Place(name: "global getter", around: "var place: Int {\n%\n    return 1\n  }", isLocal: true),
    Place(
      name: "setter",
      around: "struct Place {\n  var place: Int {\n    get { 1 }\n    set {\n%\n    }\n  }\n}",
      isLocal: true),
    Place(
      name: "observer", around: "struct Place {\n  var place = 1 {\n    didSet {\n%\n    }\n  }\n}",
      isLocal: true),
    Place(name: "initializer", around: "struct Place {\n  init() {\n%\n  }\n}", isLocal: true),
    Place(
      name: "subscript", around: "struct Place {\n  subscript(index: Int) -> Int {\n%\n    return 1\n  }\n}",
      isLocal: true),
    Place(name: "closure", around: "let place: @Sendable () -> Void = {\n%\n}", isLocal: true),
    Place(name: "generic function", around: "func place<E: Hashable>(_ e: E) {\n%\n}", isLocal: true),
  ]

  private static let equality = """
    static func == (left: Place, right: Place) -> Bool { left === right }
      nonisolated func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

    """

  static let effects = ["", "throws", "async throws", "throws(CombinedError)"]
  /// Those that are tried in one place of each sort only.
  static let rarerEffects = ["async", "async throws(CombinedError)", "throws(any Error)", "throws(Never)"]

  struct Signature: Sendable {
    let generics: String
    let parameters: String
    let result: String
    let value: String
    /// Whether every argument may leave the process.
    var isStable = true

    init(
      _ parameters: String, _ result: String = "Int", _ value: String = "1", generics: String = "",
      isStable: Bool = true
    ) {
      (self.parameters, self.result, self.value, self.generics) = (parameters, result, value, generics)
      self.isStable = isStable
    }
  }

  static let signatures: [Signature] = [
    Signature(""),
    Signature("_ n: Int"),
    Signature("in: Int, default: String, `class`: Bool = true, for _: Int"),
    Signature("_ `in`: Int, `self` me: [Int]?"),
    Signature("_ n: Int..., m: Int! = nil", "[Int]?", "n"),
    Signature("_ n: sending [Int], _ _closure: () -> Int", "sending [Int]", "n"),
    Signature(
      "_ a: Int, _ b: String, _ c: [Double], _ d: Int?, _ e: CombinedQuery, _ f: [String: Int], _ g: UInt8, _ h: Bool, _ i: Character, _ j: CombinedQuery?",
      "[String: [Int]]", "[:]"),
    Signature("_ value: any Hashable, _ all: [any Hashable]", isStable: false),
    Signature("_ type: Int.Type, _ other: any Any.Type", isStable: false),
    Signature("_ t: T, _ all: [T: T]", "[T]", "[t]", generics: "<T: Hashable & Codable & Sendable>"),
    Signature("_ a: some Hashable & Codable, _ b: some Hashable & Codable & Sendable"),
    Signature("_ v: repeat each T, n: Int", generics: "<each T: Hashable & Codable & Sendable>"),
    Signature("_ n: Int", "some Hashable & Codable & Sendable", "n"),
    Signature("_ station: CombinedStation, _ plain: CombinedActor", isStable: false),
  ]

  static let options = [
    "", "(ttl: \"1h30m\", maxEntries: 10)", "(persist: .disk)", "(hashFuncs: [.hash(Int.self) { $0 }])",
    "(scope: .session, handle: false)", "(idle: 5, eviction: .lru, version: \"2\")",
  ]

  static let attributes = ["@CacheData", "@CacheResource", "@cache"]

  static let shared = """
    import CacheRuntime
    struct CombinedError: Error {}
    struct CombinedQuery: Hashable, Codable { var text = "" }
    actor CombinedActor {}
    actor CombinedStation: Hashable {
      static func == (left: CombinedStation, right: CombinedStation) -> Bool { left === right }
      nonisolated func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
    }

    """

  /// The functions of one place, as a file.
  static func source(of place: Place, turn start: Int) -> String {
    var functions: [String] = []
    var turn = start
    let all = effects + (["global", "structure", "actor", "method"].contains(place.name) ? rarerEffects : [])
    for (index, effect) in all.enumerated() {
      for (number, signature) in signatures.enumerated() {
        turn += 1
        let attribute = attributes[turn % attributes.count]
        let option = options[turn / attributes.count % options.count]
        let isStored = option.contains("persist")
        if isStored && (attribute == "@CacheResource" || !signature.isStable) { continue }
        // What has no key at compile time is refused there.
        if isStored && place.name.contains("actor") { continue }
        let name = "f\(index)x\(number)"
        functions.append(
          "  \(attribute)\(option) \(place.modifier)func \(name)\(signature.generics)(\(signature.parameters)) \(effect) -> \(signature.result) { \(signature.value) }"
        )
      }
    }
    return place.around.replacing("%", with: functions.joined(separator: "\n"))
  }
}

struct CombinationTests {
  @Test(
    "every kind of function in every place takes every attribute and option", arguments: Combination.places)
  func isAccepted(_ place: Combination.Place) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "combinations-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let turn = Combination.places.firstIndex { $0.name == place.name } ?? 0
    let files = [
      "Shared.swift": Combination.shared,
      "Place.swift": "import CacheRuntime\n" + Combination.source(of: place, turn: turn),
    ]
    for (name, source) in files {
      try source.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    let said = try Compiler().diagnostics(
      of: files.keys.sorted().map { folder.appending(path: $0).path() }, .sil)
    let wrong = said.values.joined().filter {
      !$0.text.hasSuffix("is deprecated: use '@CacheData' for data and '@CacheResource' for resources")
        && $0.severity != "note"
    }
    #expect(wrong.isEmpty, "\(wrong.map(\.description).joined(separator: "\n"))")
  }
}
