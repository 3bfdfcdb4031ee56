import HashProbe
import Testing

/// Declarations that lead back to themselves, or nest without end: the probe comes to an end and says what it knows.
@Suite(.timeLimit(.minutes(10))) struct EndlessTypesTests {
  static let answers: [(String, String, String)] = [
    ("struct A: Identifiable { var id: ID }", "A", "no"),
    ("struct A: Identifiable { var id: ID }; struct B: Hashable { var a: A }", "B", "no"),
    ("struct A: Identifiable { var id: B.ID }; struct B: Identifiable { var id: A.ID }", "A", "no"),
    ("struct A: RawRepresentable { var rawValue: RawValue }", "A", "no"),
    (
      "struct A: Identifiable { var id: B<A>.ID }; struct B<T: Identifiable>: Identifiable { var id: T.ID }",
      "B<A>", "no"
    ),
    ("struct Nest<T> { var n: Nest<[T]>? }", "Nest<Int>", "no"),
    ("struct Nest<T: Hashable>: Hashable { var n: [Nest<[T]>] }", "Nest<Int>", "yes"),
    (
      "struct Nest<T> { var n: [Nest<[T]>] }; extension Nest: Equatable where T: Equatable {}; extension Nest: Hashable where T: Hashable {}",
      "Nest<Int>", "yes"
    ),
    (
      "struct Nest<T> { var n: [Nest<[T]>] }; extension Nest: Equatable where T: Equatable {}; extension Nest: Hashable where T: Hashable {}",
      "Nest<() -> Void>", "no"
    ),
    ("struct W<T> {}; extension W: Hashable where W<[T]>: Hashable {}", "W<Int>", "unknown"),
    ("class A<T>: B<[T]> {}; class B<T>: A<[T]> {}", "A<Int>", "unknown"),
    ("class A: A {}", "A", "no"),
    (
      "protocol Has { associatedtype M }; struct N<T: Has>: Has { typealias M = T.M }; struct A: Has { typealias M = N<A>.M }",
      "A.M", "unknown"
    ),
    (
      "protocol Has { associatedtype M }; struct G<T>: Has { typealias M = G<(T, T)>.M }", "G<Int>.M",
      "unknown"
    ),
    (
      "protocol Has { associatedtype M }; class A: B<A>, Has {}; class B<T: Has>: C<T.M> {}; class C<T> {}",
      "A", "no"
    ),
    ("typealias P<T> = Q<[T]>; typealias Q<T> = P<[T]>", "P<Int>", "unknown"),
    ("struct A: Hashable { var b: [B] }; struct B: Hashable { var a: [A]; var f: () -> Void }", "A", "no"),
    ("struct A: Hashable { var b: [B] }; struct B: Hashable { var a: [A]; var f: () -> Void }", "B", "no"),
    ("struct A: Hashable { var b: [B] }; struct B: Hashable { var a: [A] }", "[B]", "yes"),
  ]

  @Test(arguments: answers)
  func `What leads back to itself is answered`(source: String, type: String, expected: String) throws {
    #expect(try answer(source, type) == expected)
  }

  /// Whatever was asked before, the answer is the same: a provisional one is never kept.
  @Test func `The order of the questions does not matter`() throws {
    let source = """
      struct A: Hashable { var b: [B] }
      struct B: Hashable { var c: [C]; var a: [A] }
      struct C: Hashable { var a: [A]; var b: [B]; var d: [D] }
      struct D: Hashable { var a: [A]; var f: () -> Void }
      struct E: Hashable { var e: [E]; var g: [G] }
      struct G: Hashable { var e: [E] }
      """
    let index = index(source)
    for order in [
      ["A", "B", "C", "D", "E", "G"], ["D", "C", "B", "A", "G", "E"], ["C", "E", "A", "G", "D", "B"],
    ] {
      let probe = Probe(index: index)
      for name in order {
        let number = try #require(index.types(named: name).first)
        #expect(
          (probe.verdict(on: number).answer == .hashable) == (name == "E" || name == "G"),
          "\(name) of \(order)")
      }
    }
  }

  @Test func `Types that all hold one another take no time`() {
    let names = (0..<40).map { "S\($0)" }
    let source = names.map { name in
      let held = names.filter { $0 != name }.map { "var p\($0): [\($0)]?" }.joined(separator: "; ")
      return
        "struct \(name): Hashable { \(held) }\nstruct U\(name) { \(held.replacing("[S", with: "[US")); var f: Any }"
    }
    let probe = Probe(index: index(source.joined(separator: "\n")))
    for number in probe.index.projectTypes {
      let isHashable = probe.index[number].name.hasPrefix("S")
      #expect((probe.verdict(on: number).answer == .hashable) == isHashable)
    }
  }

  @Test func `A long chain of types is followed`() throws {
    let chain = (0..<100).map { "struct S\($0): Hashable { var next: S\($0 + 1) }" }.joined(separator: "\n")
    #expect(try answer(chain + "\nstruct S100: Hashable {}", "S0") == "yes")
    #expect(try answer(chain + "\nstruct S100 {}", "S0") == "no")
  }
}
