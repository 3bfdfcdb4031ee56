import Foundation
import SeededRandom
import Synchronization
import Testing

@testable import CacheRuntime

@Suite struct KeyTests {
  @Test("K16: values of different types never meet behind 'any Hashable'") func typesStayApart() {
    let values: [any Hashable] = [
      1, 1.0, "1", true, [1], Set([1]), Int?.none as Int?, Int8(1), UInt(1), Float(1), [1: 1], ["1"], [[1]],
      AnyHashable("1x"), Character("1"), Optional(Optional(1)), String?.none, Substring("1"), [1.0], 1...1,
    ]
    let keys = Set(values.map { ExactHashable($0) })
    #expect(keys.count == values.count)
    #expect(Set(values.map { ExactHashable($0) }).union(keys).count == values.count)
  }

  @Test("K16: AnyHashable meets only its own type, at any depth") func anyHashable() {
    #expect(AnyHashable(1) == AnyHashable(1.0))
    #expect(keysMade([AnyHashable(1), AnyHashable(1.0), AnyHashable(true), AnyHashable(1)]) == 3)
    #expect(StrictArgument([AnyHashable(1)]) != StrictArgument([AnyHashable(1.0)]))
    #expect(StrictArgument(["a": AnyHashable(1)]) != StrictArgument(["a": AnyHashable(1.0)]))
    #expect(StrictArgument(Set([AnyHashable(1)])) != StrictArgument(Set([AnyHashable(1.0)])))
    #expect(ExactHashable(AnyHashable(1)) == ExactHashable(1))
  }

  @Test("K13: parts cannot run together") func injective() {
    #expect(keysMade([["ab", "c"], ["abstr:c"], ["a", "bc"], ["abc"], [""], []]) == 6)
    #expect(keysMade(pairs: [("a", "bc"), ("ab", "c")]) == 2)
    #expect(keysMade(pairs: [("a", Optional("b")), ("a", nil), ("", "ab")]) == 3)
  }

  @Test("K13: different nested values have different keys, equal ones equal keys", arguments: 1...20)
  func injectiveProperty(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let values = (0..<60).map { _ in RandomValue.make(depth: 3, using: &generator) }
    for left in values {
      for right in values {
        let same = ExactHashable(left) == ExactHashable(right)
        #expect(same == (String(reflecting: left) == String(reflecting: right)), "seed \(seed)")
      }
    }
  }

  @Test("K12, K14: sets and dictionaries make one key in any order") func unordered() {
    let words = (0..<100).map { "word \($0)" }
    let pairs = words.map { ($0, $0.count) }
    #expect(keysMade([Set(words), Set(words.reversed())]) == 1)
    #expect(
      keysMade([
        Dictionary(uniqueKeysWithValues: pairs), Dictionary(uniqueKeysWithValues: pairs.reversed()),
      ]) == 1)
    #expect(StrictArgument(Set(words)) == StrictArgument(Set(words.shuffled())))
    #expect(StrictArgument(Set(words)).hashValue == StrictArgument(Set(words.shuffled())).hashValue)
  }

  @Test("K15: NaN is one key, and -0.0 is not 0.0") func floats() {
    #expect(keysMade([Double.nan, -Double.nan, 0.0 * .infinity]) == 1)
    #expect(keysMade([0.0, -0.0]) == 2)
    #expect(keysMade([[Double.nan], [Double.nan]]) == 1)
    #expect(keysMade([[0.0], [-0.0]]) == 2)
    #expect(keysMade([Optional(Float.nan), -Float.nan, nil]) == 2)
    #expect(keysMade([["a": 0.0], ["a": -0.0]]) == 2)
    #expect(DynamicArgument(Double.nan) == DynamicArgument(Double.nan))
    #expect(ExactHashable([0.0]) != ExactHashable([-0.0]))
  }

  @Test("K15: a value of another type that does not equal itself is found again by its bits")
  func irreflexive() {
    struct Reading: Hashable { var value: Double }
    #expect(Reading(value: .nan) != Reading(value: .nan))
    let calls = Mutex(0)
    let cached = cacheData { (reading: Reading) in
      calls.withLock { $0 += 1 }
      return reading.value.isNaN
    }
    for _ in 0..<3 { #expect(cached(Reading(value: .nan))) }
    #expect(!cached(Reading(value: 1)))
    #expect(calls.withLock { $0 } == 2)
  }

  @Test("H01: a string is found again wherever its text lies") func storageOfStrings() {
    let calls = Mutex(0)
    let cached = cacheData { (name: String, number: Int) in
      calls.withLock { $0 += 1 }
      return name.count + number
    }
    // Longer than what fits into a string itself, so that each has storage of its own.
    func text(_ last: String) -> String { String(repeating: "long ", count: 8) + last }
    let name = text("a")
    for _ in 0..<2 { #expect(cached(name, 1) == 42) }
    #expect(cached(text("a"), 1) == 42)
    #expect(calls.withLock { $0 } == 1)
    #expect(cached(text("bc"), 1) == 43)
    #expect(cached(name, 2) == 43)
    #expect(calls.withLock { $0 } == 3)
  }

  @Test("H01: strings are kept apart by their code points") func strings() {
    #expect("\u{E9}" == "e\u{301}")
    #expect(keysMade(["hello", "hellö", "hello"]) == 2)
    #expect(keysMade(["\u{E9}", "e\u{301}"]) == 2)
    #expect(keysMade([Character("\u{E9}"), Character("e\u{301}")]) == 2)
  }

  @Test("H02, H03, H04: numbers and truth values", arguments: [1, 2, 3])
  func numbers(_: Int) {
    #expect(keysMade([-1, 1, 127, 128, 129, Int.max, Int.min]) == 7)
    #expect(keysMade([0.1, 0.1, 23.5234, 23.5235]) == 3)
    #expect(keysMade([true, false, true]) == 2)
    #expect(keysMade([UInt8.min, UInt8.max]) == 2)
  }

  @Test("H05, H06, H07: identifiers, dates and time zones by value") func foundationValues() throws {
    let text = "E621E1F8-C36C-495A-93FC-0C247A3E6E5F"
    #expect(keysMade([UUID(uuidString: text), UUID(uuidString: text), UUID()]) == 2)
    let now = Date(timeIntervalSince1970: 1_000_000)
    #expect(keysMade([now, now.addingTimeInterval(0), now.addingTimeInterval(1)]) == 2)
    let zones = ["UTC", "Europe/Berlin", "Asia/Kathmandu", "America/Lima", "Australia/Adelaide"]
    #expect(keysMade(pairs: zones.map { (now, TimeZone(identifier: $0)) }) == 5)
  }

  @Test("H08, H09, H10: arrays by order, several arguments, dictionaries by content") func collections() {
    #expect(keysMade([[1, 2], [2, 1], [1, 2]]) == 2)
    #expect(keysMade(pairs: [(1, "a"), (1, "b"), (1, "a")]) == 2)
    #expect(keysMade([["a": [1]], ["a": [2]], ["a": [1]]]) == 2)
  }

  @Test("H12: types as arguments, by identity") func metatypes() throws {
    let builder = KeyNodeBuilder([])
    #expect(try builder.node(Int.self, in: "f") != builder.node(String.self, in: "f"))
    #expect(try builder.node(Int.self, in: "f") == builder.node(Int.self, in: "f"))
  }

  @Test("H15, H16: one changed element of a large array is another key, never sampled", arguments: 1...5)
  func singleElementEdits(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var values = (0..<200_000).map(Double.init)
    let original = StrictArgument(values)
    for _ in 0..<10 {
      let index = Int.random(in: 0..<values.count, using: &generator)
      let old = values[index]
      values[index] = old + 1
      #expect(StrictArgument(values) != original, "seed \(seed)")
      #expect(StrictArgument(values).hashValue != original.hashValue, "seed \(seed)")
      values[index] = old
    }
    #expect(StrictArgument(values) == original)
  }

  @Test("H18: slices by content, wherever they begin") func slices() {
    #expect(keysMade([[0, 1, 2].dropFirst(), [9, 1, 2].dropFirst(), [1, 2, 3].dropFirst()]) == 2)
    #expect(keysMade([Data([0, 1, 2]).dropFirst(), Data([9, 1, 2]).dropFirst()]) == 1)
  }

  @Test("H23, H24: structures by their properties, enumerations by type, case and payload") func ownTypes() {
    struct Query: Hashable { var text: String; var limit: Int }
    enum Colour: Hashable { case red, green, custom(Int) }
    enum Signal: Hashable { case red, green }
    #expect(
      keysMade([Query(text: "a", limit: 1), Query(text: "a", limit: 2), Query(text: "a", limit: 1)]) == 2)
    #expect(keysMade([Colour.red, .green, .custom(1), .custom(2), .red]) == 4)
    #expect(ExactHashable(Colour.red) != ExactHashable(Signal.red))
  }

  @Test("H26: ranges and sets") func ranges() {
    #expect(keysMade([1..<3, 1..<4, 1..<3]) == 2)
  }

  @Test("H27: closures have no key") func closures() {
    let cached = cacheData { (body: @escaping () -> Int) throws -> Int in body() }
    #expect(throws: UnhashableParamError.self) { try cached { 1 } }
    expectSound(cached.core)
  }

  @Test("E02: an argument without a name is named by its place") func unnamed() {
    let cached = cacheData { (_: Int, _: CodableBox) throws -> Int in 1 }
    let error = #expect(throws: UnhashableParamError.self) { try cached(1, CodableBox(1)) }
    #expect(error?.parameter == "$1")
  }
}

/// Small random values in which collisions are likely, if there are any.
enum RandomValue {
  static func make(depth: Int, using generator: inout SeededGenerator) -> any Hashable {
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &generator) {
    case 0: return Int.random(in: 0...2, using: &generator)
    case 1: return Double(Int.random(in: 0...2, using: &generator))
    case 2: return ["", "0", "1", "a", "ab", "b"].randomElement(using: &generator) ?? ""
    case 3: return Bool.random(using: &generator)
    case 4: return Int?.none
    default:
      let count = Int.random(in: 0...2, using: &generator)
      return (0..<count).map { _ in AnyHashable(make(depth: depth - 1, using: &generator)) }
    }
  }
}
