#if SharedStore
import Testing

@testable import CacheRuntime

@Suite struct LeaseBookTests {
  @Test("a lease is renewed each third of its time")
  func renewals() {
    var book = LeaseBook(time: 9)
    #expect(book.isEmpty && book.nextRenewal == nil)
    let number = book.add([1], [2], now: 0)
    #expect(book.nextRenewal == 3)
    #expect(book.due(now: 2).isEmpty)
    #expect(book.due(now: 3).map(\.number) == [number])
    #expect(book.due(now: 3).isEmpty)
    #expect(book.nextRenewal == 6)
    let isLost = book.renewed(number, isStillOurs: true, began: 3, now: 4)
    #expect(!isLost)
    // It lasts from the moment the renewal was sent, not from the answer.
    #expect(book.remove(number)?.ends == 12)
    #expect(book.isEmpty)
  }

  @Test("what the server gave to another is lost at once")
  func lost() {
    var book = LeaseBook(time: 9)
    let number = book.add([1], [2], now: 0)
    let isLost = book.renewed(number, isStillOurs: false, began: 3, now: 4)
    #expect(isLost && book.isEmpty)
    let again = book.renewed(number, isStillOurs: false, began: 3, now: 5)
    #expect(!again)
  }

  @Test("a server that does not answer takes a lease when its time is over, not before")
  func silence() {
    var book = LeaseBook(time: 9)
    let number = book.add([1], [2], now: 0)
    for now: Int64 in [3, 6, 8] {
      #expect(book.due(now: now).count == (now == 8 ? 0 : 1))
      let isLost = book.renewed(number, isStillOurs: nil, began: now, now: now)
      #expect(!isLost)
    }
    let isLost = book.renewed(number, isStillOurs: nil, began: 9, now: 9)
    #expect(isLost && book.isEmpty)
  }

  @Test("many leases are renewed each at its time")
  func many() {
    var book = LeaseBook(time: 30)
    let numbers = (0..<5).map { book.add([UInt8($0)], [0], now: Int64($0)) }
    #expect(book.due(now: 12).map(\.number) == Array(numbers[0...2]))
    #expect(book.due(now: 14).map(\.number) == Array(numbers[3...4]))
    _ = book.remove(numbers[1])
    #expect(book.due(now: 22).map(\.number) == [numbers[0], numbers[2]])
  }
}
#endif
