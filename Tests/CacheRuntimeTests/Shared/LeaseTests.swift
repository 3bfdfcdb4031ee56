#if SharedStore
import Foundation
import Testing

@testable import CacheRuntime

@Suite(.needsServer) struct LeaseTests {
  private let key = StoreFunction.example().call(1)

  private func keeper(_ server: RealServer, _ clock: ManualCacheClock, _ lost: Guarded<Int> = Guarded(0))
    throws
    -> LeaseKeeper
  {
    LeaseKeeper(try server.pool(), time: 60_000_000_000, now: { clock.now() }) { lost.withLock { $0 += 1 } }
  }

  private func life(_ name: [UInt8], _ server: RealServer) throws -> Int64 {
    try server.say("PTTL", String(decoding: name, as: UTF8.self)).expectInteger()
  }

  @Test("one machine holds a lease, until it gives it back")
  func oneHolder() throws {
    let server = try RealServer.shared.get()
    let (one, two) = (try keeper(server, ManualCacheClock()), try keeper(server, ManualCacheClock()))
    let name = Array("lease:\(UUID())".utf8)
    let lease = try #require(try one.take(name))
    #expect(try two.take(name) == nil)
    #expect(try one.take(name) == nil)
    lease.release()
    lease.release()
    let other = try #require(try two.take(name))
    // What is released a second time does not take it from the one who has it now.
    lease.release()
    #expect(try one.take(name) == nil)
    other.release()
    #expect(one.isIdle && two.isIdle)
  }

  @Test("a lease is renewed while it is held, and ends by itself when its owner is gone")
  func renewed() throws {
    let server = try RealServer.shared.get()
    let clock = ManualCacheClock()
    let keeper = try keeper(server, clock)
    let name = Array("lease:\(UUID())".utf8)
    let lease = try #require(try keeper.take(name))
    let text = String(decoding: name, as: UTF8.self)
    try server.say("PEXPIRE", text, "30000")
    keeper.renewDue()
    #expect(try life(name, server) <= 30_000, "it was renewed before its time")
    clock.advance(by: .seconds(20))
    keeper.renewDue()
    #expect(try life(name, server) > 30_000)
    // The owner dies: nobody renews, and the server lets it go.
    try server.say("PEXPIRE", text, "1")
    for _ in 0..<4_000 where try life(name, server) != -2 { usleep(1_000) }
    let other = try #require(try self.keeper(server, clock).take(name))
    withExtendedLifetime(lease) {}
    other.release()
  }

  @Test("a lease that passed to another is noticed, and not given back in its name")
  func lost() throws {
    let server = try RealServer.shared.get()
    let clock = ManualCacheClock()
    let lost = Guarded(0)
    let keeper = try keeper(server, clock, lost)
    let name = Array("lease:\(UUID())".utf8)
    let text = String(decoding: name, as: UTF8.self)
    let lease = try #require(try keeper.take(name))
    try server.say("SET", text, "another")
    clock.advance(by: .seconds(20))
    keeper.renewDue()
    #expect(lost.withLock { $0 } == 1)
    lease.release()
    #expect(try server.say("GET", text) == .bytes(Array("another".utf8)))
    try server.say("DEL", text)
  }

  @Test("a lease that nobody gives back is not renewed for ever")
  func forgotten() throws {
    let server = try RealServer.shared.get()
    let keeper = try keeper(server, ManualCacheClock())
    var lease = try keeper.take(Array("lease:\(UUID())".utf8))
    #expect(lease != nil && !keeper.isIdle)
    lease = nil
    #expect(keeper.isIdle)
  }
}
#endif
