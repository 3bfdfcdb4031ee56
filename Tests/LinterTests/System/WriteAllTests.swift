import Dispatch
import Foundation
import Synchronization
import Testing

@testable import Linter

#if canImport(Glibc)
import Glibc
#endif

struct WriteAllTests {
  /// Who started the program may have made the stream non-blocking: a full pipe is waited for, and nothing is lost.
  @Test func aPipeThatDoesNotBlock() throws {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    try #require(fcntl(writing, F_SETFL, O_NONBLOCK) == 0)
    var filler = 0
    while write(writing, [UInt8](repeating: 0, count: 1 << 12), 1 << 12) > 0 { filler += 1 << 12 }
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0) }

    let found = Mutex<[UInt8]>([])
    let isRead = DispatchSemaphore(value: 0)
    Thread.detachNewThread {
      let all = try? readAll(from: reading, limit: 1 << 30)
      found.withLock { $0 = all ?? [] }
      isRead.signal()
    }
    try writeAll(bytes, to: writing)
    close(writing)
    isRead.wait()
    close(reading)
    let read = found.withLock { $0 }
    #expect(read.count == filler + bytes.count)
    #expect(read.suffix(bytes.count).elementsEqual(bytes))
  }

  @Test func aReaderThatHasGone() throws {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    #expect { try writeAll([1], to: ends[1]) } throws: { ($0 as? SystemError)?.isClosedPipe == true }
  }
}
