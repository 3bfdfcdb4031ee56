/// Writes declarations of every kind that the probe knows, each resting on some before it.
///
/// Every entry of `shapes` makes one declaration: `%` in it is its number, `¿` a type made of earlier ones, `*` properties, `§`
/// what it may conform to, and `¬` what does not say whether it is hashable.
struct DeclarationGenerator {
  private var state: UInt64
  private var types = ["Int", "String", "Double", "Bool", "Character", "Never", "AnyHashable"]
  private(set) var questions: [String] = []
  private var count = 0

  /// - Parameter seed: Not a multiple of the step of `next`: neighbours would draw the same numbers, one later.
  init(seed: UInt64) { state = (seed &+ 1) &* 0xD1B5_4A32_D192_ED03 }

  /// What the declarations rest on.
  static let prelude = """
    protocol Key: Hashable {}
    protocol Tag {}
    protocol Label: Tag, Key {}
    protocol Late where Self: Hashable {}
    protocol Part { associatedtype X }
    protocol Held: Part where X: Hashable {}
    typealias Both = Hashable & Sendable
    typealias Twice<T> = Pair<T, T>
    typealias Listed<T> = [T] where T: Sendable
    struct Box<T> { var value: T }
    extension Box: Equatable where T: Equatable {}
    extension Box: Hashable where T: Hashable {}
    struct Pair<A, B> { var a: A; var b: B }
    extension Pair: Equatable where A: Equatable, B: Equatable {}
    extension Pair: Hashable where A: Hashable, B: Hashable {}
    struct Lone<T> { var value: T }
    struct Bound<T: Hashable>: Hashable { var value: T }
    struct Chosen<T> where T: Equatable { var value: T }
    extension Chosen: Equatable {}
    extension Chosen: Hashable where T: Hashable {}
    struct Exact<T> { var value: T }
    extension Exact: Equatable where T == Int {}
    extension Exact: Hashable where T == Int {}
    struct Many<each T> { var count: Int }
    struct Row<each T: Hashable>: Hashable { var count: Int; init(_ values: repeat each T) { count = 0 }
      static func == (l: Row, r: Row) -> Bool { l.count == r.count }
      func hash(into hasher: inout Hasher) { hasher.combine(count) } }
    struct Outer<T> { struct Inner { var value: T }; struct Plain: Hashable { var one: Int }; enum Kind { case a, b } }
    extension Outer.Inner: Equatable where T: Equatable {}
    extension Outer.Inner: Hashable where T: Hashable {}
    extension Outer { struct Added: Hashable { var one: Int } }
    struct Carrier<P: Part> { var x: P.X }
    extension Carrier: Equatable where P.X: Equatable {}
    extension Carrier: Hashable where P.X: Hashable {}
    struct WithInt: Part { typealias X = Int }
    struct WithAny: Part { typealias X = Any }
    @propertyWrapper struct Kept<V> { var wrappedValue: V }
    extension Kept: Equatable where V: Equatable {}
    extension Kept: Hashable where V: Hashable {}
    @propertyWrapper struct Loose<V> { var wrappedValue: V }
    enum Space {}
    class Root: Hashable {
      static func == (l: Root, r: Root) -> Bool { l === r }
      func hash(into hasher: inout Hasher) {}
    }
    class Plain {}
    class Generic<T>: Root {}
    final class Shared: @unchecked Sendable, Hashable {
      static func == (l: Shared, r: Shared) -> Bool { l === r }
      func hash(into hasher: inout Hasher) {}
    }
    struct Moved: ~Copyable { var one: Int }
    actor Worker {}
    func never<T>() -> T { fatalError() }

    """

  private static let shapes: [String] = [
    "struct T%§ { * }", "struct T%§ { * }", "struct T%§ { * }", "struct T%¬ { * }\nextension T%: Hashable {}",
    "struct T%¬ { * }\nextension T%: Equatable, Hashable {}",
    "enum T% { case a, b, c }", "enum T%: String { case a, b }", "enum T%: Int { case a = 4, b }",
    "enum T%: Double { case a }", "enum T%: Character { case a = \"x\" }",
    "enum T%§ { case a(¿), b }", "enum T%§ { case a(x: ¿, ¿), b(¿) }",
    "indirect enum T%§ { case a(T%), b(¿) }",
    "enum T%§ { indirect case a([T%]); case b }", "enum T%§ { case only }", "enum T%¬ {}",
    "class T%: Root {}", "class T%: Plain {}", "class T%: Generic<¿> {}", "final class T%: Root, Tag {}",
    "class T% {}\nextension T%: Hashable { static func == (l: T%, r: T%) -> Bool { l === r }\n"
      + "  func hash(into hasher: inout Hasher) {} }",
    "typealias T% = ¿", "typealias T% = Twice<¿>", "struct T%§ { struct In: Hashable { var one: Int }; * }",
    "extension Space { struct T%§ { * } }", "extension Space { enum T% { case a, b } }",
    "extension Space { struct T%¬ { * } }\nextension Space.T%: Hashable {}",
    "extension Box { struct T%: Hashable { var one: Int } }",
    "#if os(Linux) || os(macOS)\nstruct T%§ { * }\n#else\nstruct T% { var f: () -> Void }\n#endif",
    "#if DEBUG_NEVER\nstruct T%: Hashable {}\n#elseif !OTHER_NEVER\nstruct T%¬ { * }\n#endif",
    "struct T%§ { var one: Int\n#if NEVER\nvar f: () -> Void\n#endif\n}",
    "struct T%§ {\n#if !NEVER\n*\n#endif\n}",
    "struct T% { * }\n#if NEVER\nextension T%: Hashable {}\n#endif",
    "struct T%§ { @Kept var w: ¿ }", "struct T%§ { @Loose var w: ¿ }",
    "struct T%§ { lazy var z: ¿ = never(); var one: Int }",
    "struct T%§ { static let f: () -> Void = {}; nonisolated(unsafe) static var g: Any = 1; * }",
    "struct T%§ { var c: () -> Void { {} }; var d: Any { get { 1 } set {} }; * }",
    "struct T%§ { var o: ¿ { didSet {} }; * }",
    "struct T%: Part { typealias X = ¿ }", "struct T%: Part { var x: X; typealias X = ¿ }",
    "struct T%: Hashable { var u: ¿\n  static func == (l: T%, r: T%) -> Bool { true }\n"
      + "  func hash(into hasher: inout Hasher) {} }",
    "struct T%: Hashable { var u: ¿\n  func hash(into hasher: inout Hasher) {} }",
    "struct T%: Hashable { var u: ¿ }\nfunc == (l: T%, r: T%) -> Bool { true }",
    "struct T%: Late, Hashable { * }", "struct T%: Tag & Key { * }",
    "struct T%: @unchecked Sendable, Hashable { * }",
    "struct T%: Identifiable { var id: ¿ }", "struct T%: RawRepresentable { var rawValue: Int }",
    "struct T%: RawRepresentable, Hashable { var rawValue: String }",
    "struct T%: OptionSet { let rawValue: Int }",
    "struct T%: Error, Hashable { * }", "enum T%: Error { case a, b }",
    "enum T%: Error, Hashable { case a(¿) }",
    "struct T%: Codable {}", "struct T%: Comparable { static func < (l: T%, r: T%) -> Bool { false } }",
    "actor T%Actor {}\ntypealias T% = T%Actor", "struct T%: Hashable { weak var r: Root?; var one: Int }",
    "struct T%: Hashable { unowned let r: Root }", "struct T%: Hashable { weak var r: Plain? }",
    "@MainActor struct T%: Hashable { nonisolated let one: Int }",

    "extension T%_: Hashable {}\nstruct T%_ { * }\ntypealias T% = T%_",
  ]

  mutating func source(count: Int) -> String {
    var text = Self.prelude
    types += ["Root", "Plain", "Shared", "WithInt", "Space"]
    questions = [
      "Root", "Plain", "Space", "any Tag", "any Key", "Any", "() -> Void", "Int.Type", "(Int, Int)",
      "Carrier<WithInt>", "Carrier<WithAny>", "Row<Int, String>", "Many<Int>", "Worker", "Moved",
      "Twice<Int>", "Twice<Any>", "Generic<Any>", "Outer<Any>.Plain", "Outer<Any>.Kind", "Outer<Any>.Added",
    ]
    for _ in 0..<count { text += declaration() + "\n" }
    for _ in 0..<count / 2 { questions.append(type(depth: 2)) }
    return text
  }

  private mutating func declaration() -> String {
    count += 1
    let shape = pick(Self.shapes)
    var text = shape
    let clause = pick(["", "", ": Hashable", ": Equatable", ": Key", ": Tag", ": Label", ": Hashable & Tag"])
    text = text.replacing("§", with: clause).replacing("¬", with: pick(["", ": Tag"]))
    text = text.replacing("%", with: "\(count)").replacing("*", with: properties())
    while let mark = text.firstRange(of: "¿") { text.replaceSubrange(mark, with: type(depth: 1)) }
    let name =
      shape.hasPrefix("extension Space")
      ? "Space.T\(count)"
      : shape.hasPrefix("extension Box") ? "Box<Int>.T\(count)" : "T\(count)"
    types.append(name)
    questions.append(name)
    if shape.contains("struct In:") { questions.append(name + ".In") }
    return text
  }

  private mutating func properties() -> String {
    (0..<next(4)).map { "var p\($0): \(type(depth: 1))" }.joined(separator: "; ")
  }

  private mutating func type(depth: Int) -> String {
    guard depth > 0 else { return pick(types) }
    let inner = type(depth: depth - 1)
    switch next(24) {
    case 0: return "[\(inner)]"
    case 1: return "Optional<\(inner)>"
    case 2: return "[String: \(inner)]"
    case 3: return "(\(inner), Int)"
    case 4: return "Box<\(inner)>"
    case 5: return "Pair<\(inner), \(pick(types))>"
    case 6: return "Lone<\(inner)>"
    case 7: return next(4) == 0 ? "() -> Void" : inner
    case 8: return next(4) == 0 ? "any Tag" : inner
    case 9: return "Twice<\(inner)>"
    case 10: return "Exact<\(inner)>"
    case 11: return "Outer<\(inner)>.\(pick(["Inner", "Plain", "Kind", "Added"]))"
    case 12: return "Many<\(inner), Int>"
    case 13: return "Generic<\(inner)>"
    case 14: return "Carrier<\(pick(["WithInt", "WithAny"]))>"
    case 15: return "Kept<\(inner)>"
    default: return inner
    }
  }

  private mutating func pick(_ values: [String]) -> String { values[next(values.count)] }

  private mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
