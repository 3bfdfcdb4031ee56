import HashProbe
import Testing

/// What an associated type stands for, in the ways in which the compiler finds it.
@Suite struct AssociatedTypeTests {
  static let answers: [(String, String, String)] = [
    // Spelled out, nested, or a generic parameter.
    ("protocol P { associatedtype X }; struct A: P { typealias X = Int }", "A.X", "yes"),
    ("protocol P { associatedtype X }; struct A: P { struct X {} }", "A.X", "no"),
    ("protocol P { associatedtype X }; struct A<X>: P {}", "A<Int>.X", "yes"),
    ("protocol P { associatedtype X }; struct A<X>: P {}", "A<Any>.X", "no"),
    ("protocol P { associatedtype X }; struct A<X> { struct B: P {} }", "A<Int>.B.X", "yes"),
    ("protocol P { associatedtype X }; struct A<X> { struct B {} }; extension A.B: P {}", "A<Any>.B.X", "no"),
    // Read off a member.
    ("protocol P { associatedtype X; var x: X { get } }; struct A: P { var x: Int }", "A.X", "yes"),
    ("protocol P { associatedtype X; var x: X { get } }; struct A: P { var x: () -> Void }", "A.X", "no"),
    ("protocol P { associatedtype X; var x: [X?] { get } }; struct A: P { var x: [Int?] }", "A.X", "yes"),
    (
      "protocol P { associatedtype X; static var x: X { get } }; struct A: P { static let x: Any = 1 }",
      "A.X", "no"
    ),
    (
      "protocol P { associatedtype X; func x(_ a: Int) -> X }; struct A: P { func x(_ b: Int) -> Int { 1 } }",
      "A.X", "yes"
    ),
    ("protocol P { associatedtype X; func x(of a: X) }; struct A: P { func x(of b: Any) {} }", "A.X", "no"),
    ("protocol P { associatedtype X; var x: X { get } }; struct A<T>: P { var x: [T] }", "A<Int>.X", "yes"),
    (
      "protocol P { associatedtype X; var x: X { get } }; struct A {}; extension A: P { var x: Int { 1 } }",
      "A.X", "yes"
    ),
    // By default, or by an extension of the protocol.
    ("protocol P { associatedtype X = Int }; struct A: P {}", "A.X", "yes"),
    (
      "protocol P { associatedtype X = [Y]; associatedtype Y }; struct A: P { typealias Y = Int }", "A.X",
      "yes"
    ),
    ("protocol P { associatedtype X = Self }; struct A: P {}", "A.X", "no"),
    ("protocol P { associatedtype X }; extension P { typealias X = Int }; struct A: P {}", "A.X", "yes"),
    (
      "protocol P { associatedtype X }; protocol Q: P {}; extension Q { typealias X = Int }; struct A: Q {}",
      "A.X", "yes"
    ),
    (
      "protocol P { associatedtype X }; protocol M {}; extension P where Self: M { typealias X = Int }; struct A: P, M {}",
      "A.X", "yes"
    ),
    // What the standard library asks for.
    ("struct A: Identifiable { let id: String }", "A.ID", "yes"),
    ("class A: Identifiable {}", "A.ID", "yes"),
    ("struct A: IteratorProtocol { mutating func next() -> Any? { nil } }", "A.Element", "no"),
    ("struct A: IteratorProtocol { mutating func next() -> Int? { nil } }", "A.Element", "yes"),
    // As a condition.
    (
      "protocol P { associatedtype X }; struct Box<T: P> { var x: T.X }; extension Box: Equatable where T.X: Equatable {}; extension Box: Hashable where T.X: Hashable {}; struct A: P { typealias X = Int }",
      "Box<A>", "yes"
    ),
    (
      "protocol P { associatedtype X; var x: X { get } }; struct Box<T: P> { var x: T.X }; extension Box: Equatable where T.X: Equatable {}; extension Box: Hashable where T.X: Hashable {}; struct A: P { var x: Any }",
      "Box<A>", "no"
    ),
  ]

  @Test(arguments: answers)
  func `An associated type is what the compiler takes it for`(source: String, type: String, expected: String)
    throws
  {
    #expect(try answer(source, type) == expected)
  }
}
