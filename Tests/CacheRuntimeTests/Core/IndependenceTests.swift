import Foundation
import Testing

@testable import CacheRuntime

private struct Plain { var number = 1; var names = ["a"]; var when = Date() }
private struct Hiding { var plain = Plain(); var box = CodableBox(1) }
private struct CodableHiding: Codable { var name = "a"; var box = CodableBox(1) }
private enum Payload { case numbers([Int]), box(CodableBox) }
private struct Pointing { var pointer: UnsafeMutablePointer<Int> }
private struct Table: IndependentCopies { let storage = CodableBox(1) }
private struct Deep { var tables: [[String: (Int, Plain)]] = [] }
private struct Calling { var call: () -> Int = { 1 } }
private final class Shared { var value = 1 }

/// Types that hold one another: the ways through them are millions, the types eleven.
private enum Ring {
  struct A { var b: [B], c: [C], d: [D], e: [E], f: [F], g: [G], h: [H], i: [I], j: [J], k: [K] }
  struct B { var a: [A], c: [C], d: [D], e: [E], f: [F], g: [G], h: [H], i: [I], j: [J], k: [K] }
  struct C { var a: [A], b: [B], d: [D], e: [E], f: [F], g: [G], h: [H], i: [I], j: [J], k: [K] }
  struct D { var a: [A], b: [B], c: [C], e: [E], f: [F], g: [G], h: [H], i: [I], j: [J], k: [K] }
  struct E { var a: [A], b: [B], c: [C], d: [D], f: [F], g: [G], h: [H], i: [I], j: [J], k: [K] }
  struct F { var a: [A], b: [B], c: [C], d: [D], e: [E], g: [G], h: [H], i: [I], j: [J], k: [K] }
  struct G { var a: [A], b: [B], c: [C], d: [D], e: [E], f: [F], h: [H], i: [I], j: [J], k: [K] }
  struct H { var a: [A], b: [B], c: [C], d: [D], e: [E], f: [F], g: [G], i: [I], j: [J], k: [K] }
  struct I { var a: [A], b: [B], c: [C], d: [D], e: [E], f: [F], g: [G], h: [H], j: [J], k: [K] }
  struct J { var a: [A], b: [B], c: [C], d: [D], e: [E], f: [F], g: [G], h: [H], i: [I], k: [K] }
  struct K { var a: [A], b: [B], c: [C], d: [D], e: [E], f: [F], g: [G], h: [H], i: [I], j: [J] }
}
private struct RingAndBox { var ring: Ring.A, box: CodableBox }
private struct Nest<Content> { var content: Content }

@Suite struct IndependenceTests {
  @Test("types that hold one another are looked at once each") func rings() {
    #expect(Independence.of(Ring.A.self) == .independent)
    #expect(Independence.of(RingAndBox.self) == .dependent)
  }

  @Test("what lies too deep is taken for dependent") func depth() {
    typealias Deep = Nest<Nest<Nest<Int>>>
    var walk = TypeWalk()
    #expect(walk.answer(for: Deep.self) == .independent)
    walk = TypeWalk(maximumDepth: 3)
    #expect(walk.answer(for: Deep.self) == .dependent)
  }

  static let decisions: [(any Any.Type, Independence)] = [
    (Int.self, .independent), (String.self, .independent), ([Double].self, .independent),
    ([String: [Int]].self, .independent), (Set<String>.self, .independent), (Int?.self, .independent),
    (Data.self, .independent), (Date.self, .independent), (URL.self, .independent), (UUID.self, .independent),
    (Plain.self, .independent), ((Int, String).self, .independent), (Deep.self, .independent),
    (Table.self, .independent), (Character.self, .independent), (Bool.self, .independent),
    (CodableBox.self, .dependent), (Hiding.self, .dependent), ([CodableBox].self, .dependent),
    (CodableBox?.self, .dependent), ([String: Hiding].self, .dependent), ((Int, Shared).self, .dependent),
    (Pointing.self, .dependent), (OpaquePointer.self, .dependent),
    (UnsafeBufferPointer<Int>.self, .dependent),
    (Calling.self, .dependent), ((() -> Void).self, .dependent), (NSLock.self, .dependent),
    (Any.self, .varies), ((any Sendable).self, .varies), ([Any].self, .varies), (Payload.self, .varies),
    ([String: Any].self, .varies),
  ]

  @Test("C04: what may be shared is decided by type", arguments: decisions.indices)
  func decision(_ index: Int) {
    let (type, expected) = Self.decisions[index]
    #expect(Independence.of(type) == expected, "\(type)")
  }

  @Test("C04: an enumeration and an existential are decided by the value") func values() {
    #expect(Independence.of(value: Payload.numbers([1])) == .independent)
    #expect(Independence.of(value: Payload.box(CodableBox(1))) == .dependent)
    #expect(Independence.of(value: [1, "a", [2.0]] as [Any]) == .independent)
    #expect(Independence.of(value: [1, ["a": Shared()]] as [Any]) == .dependent)
  }

  @Test("C04: data: changing a result changes nothing for anybody else") func data() {
    let cached = cacheData { [0, 1] }
    var first = cached()
    first[0] = 1
    #expect(cached() == [0, 1])
    #expect(first == [1, 1])
    let boxed = cacheData { CodableHiding() }
    let mine = boxed()
    mine.box.value = 99
    #expect(boxed().box.value == 1)
    boxed().box.value = 98
    #expect(boxed().box.value == 1)
    #expect(boxed.statistics.hits == 3)
    expectSound(boxed.core)
  }

  @Test("C05: a resource: every caller gets the same instance") func resource() {
    let cached = cacheResource { Connection(1) }
    #expect(cached() === cached())
    cached().close()
    #expect(!cached().isOpen)
  }

  @Test(
    "E04: what can be neither shared nor copied is an error, or goes uncached where nothing can be thrown")
  func impossible() {
    let throwing = cacheData { () throws -> Hiding in Hiding() }
    let error = #expect(throws: UnserializableReturnValueError.self) { try throwing() }
    #expect(error?.description.hasPrefix("Cannot serialize the return value (of type ") == true)
    #expect(error?.description.contains("'@CacheResource'") == true)
    let silent = cacheData { Hiding() }
    _ = (silent(), silent())
    #expect(silent.statistics.misses == 2)
    expectSound(silent.core)
  }

  @Test("the guide's dropped column: data keeps it, a resource and the legacy cache lose it")
  func droppedColumn() {
    final class Frame: Codable, @unchecked Sendable {
      var columns = ["Lat", "Lon"]
    }
    let (data, resource) = (cacheData { Frame() }, cacheResource { Frame() })
    let legacy = oldCache(allowOutputMutation: true) { Frame() }
    for frame in [data(), resource(), legacy()] { frame.columns.removeAll { $0 == "Lat" } }
    #expect(data().columns == ["Lat", "Lon"])
    #expect(resource().columns == ["Lon"])
    #expect(legacy().columns == ["Lon"])
  }

  @Test("Z09: three users see 2, 3, 4 with a resource and 2, 2, 2 with data") func threeUsers() {
    final class List: Codable, @unchecked Sendable {
      var numbers = [1, 2, 3]
      func increment() -> Int {
        numbers[0] += 1
        return numbers[0]
      }
    }
    let (data, resource) = (cacheData { List() }, cacheResource { List() })
    let legacy = oldCache(allowOutputMutation: true) { List() }
    #expect((1...3).map { _ in data().increment() } == [2, 2, 2])
    #expect((1...3).map { _ in resource().increment() } == [2, 3, 4])
    #expect((1...3).map { _ in legacy().increment() } == [2, 3, 4])
    let values = cacheData { [1, 2, 3] }
    for _ in 1...3 {
      var own = values()
      own[0] += 1
      #expect(own[0] == 2)
    }
  }
}
