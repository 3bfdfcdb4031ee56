import Testing

@testable import Reruns

@Suite struct SessionTableTests {
  private static let ids = (0..<4).map { _ in
    var generator = SystemRandomNumberGenerator()
    return SessionID(using: &generator)
  }
  private let ids = SessionTableTests.ids

  @Test func aSessionLeftAloneExpires() {
    var table = SessionTable<String>(capacity: 3, patience: .seconds(10))
    _ = table.add("a", ids[0], now: .zero)
    _ = table.add("b", ids[1], now: .zero)
    #expect(table.find(ids[0], now: .seconds(9)) == "a")
    #expect(table.expire(now: .seconds(10)) == ["b"])
    #expect(table.find(ids[1], now: .seconds(10)) == nil)
    #expect(table.expire(now: .seconds(19)) == ["a"])
  }

  @Test func aSessionWithAnOpenPageStays() {
    var table = SessionTable<String>(capacity: 3, patience: .seconds(10))
    _ = table.add("a", ids[0], now: .zero)
    #expect(table.openStream(ids[0], most: 1) == true)
    #expect(table.openStream(ids[0], most: 1) == false)
    #expect(table.expire(now: .seconds(1_000)).isEmpty)
    table.closeStream(ids[0], now: .seconds(1_000))
    #expect(table.expire(now: .seconds(1_009)).isEmpty)
    #expect(table.expire(now: .seconds(1_010)) == ["a"])
  }

  @Test func inAFullHouseTheOneLongestAwayMakesRoom() {
    var table = SessionTable<String>(capacity: 2, patience: .seconds(10))
    _ = table.add("a", ids[0], now: .zero)
    _ = table.add("b", ids[1], now: .seconds(1))
    _ = table.find(ids[0], now: .seconds(2))
    let third = table.add("c", ids[2], now: .seconds(3))
    #expect(third.0 && third.released == "b")
    #expect(table.openStream(ids[0], most: 1) == true)
    #expect(table.openStream(ids[2], most: 1) == true)
    let fourth = table.add("d", ids[3], now: .seconds(4))
    #expect(!fourth.0 && fourth.released == nil)
    #expect(table.count == 2)
  }

  @Test func aStreamOfAnUnknownSessionIsRefused() {
    var table = SessionTable<String>(capacity: 2, patience: .seconds(10))
    #expect(table.openStream(ids[0], most: 5) == false)
    table.closeStream(ids[0], now: .zero)
    #expect(table.count == 0)
  }
}

@Suite struct SessionIDTests {
  @Test func namesAreLongAndDiffer() {
    var generator = SystemRandomNumberGenerator()
    let names = (0..<1_000).map { _ in SessionID(using: &generator) }
    #expect(Set(names).count == 1_000)
    #expect(names.allSatisfy { $0.text.count == 43 && SessionID($0.text) == $0 })
  }

  @Test(arguments: [
    "", "a", String(repeating: "a", count: 42), String(repeating: "a", count: 44),
    String(repeating: "ä", count: 43), String(repeating: "a", count: 42) + "\"",
    String(repeating: "a", count: 42) + "\u{0}", "../" + String(repeating: "a", count: 40),
  ]) func whatCannotBeANameIsNone(text: String) {
    #expect(SessionID(text) == nil)
  }
}

@Suite struct TokenBucketTests {
  @Test func aBurstAndThenSoManyASecond() {
    var bucket = TokenBucket(capacity: 3, perSecond: 2, now: .zero)
    #expect((0..<5).map { _ in bucket.take(now: .zero) } == [true, true, true, false, false])
    #expect(bucket.take(now: .milliseconds(499)) == false)
    #expect(bucket.take(now: .milliseconds(500)) == true)
    #expect((0..<5).map { _ in bucket.take(now: .seconds(100)) } == [true, true, true, false, false])
    // A clock that goes back gives nothing.
    #expect(bucket.take(now: .zero) == false)
  }
}
