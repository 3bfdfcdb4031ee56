#if SharedStore
import Foundation
import SeededRandom
import Testing

@testable import CacheRuntime

/// Servers that are down, slow, full, restarted, or want something else: whatever happens, an answer comes, and no wrong one.
@Suite(.needsServer) struct ServerTroubleTests {
  private let function = StoreFunction.example()
  private var key: StoreKey { function.call(1) }

  /// Looks until the store has found its server again; each look takes no time while the circuit is open.
  private func untilConnected(_ store: SharedStore) {
    for _ in 0..<4_000 where !store.isConnected {
      _ = try? store.read(function.call(-1))
      usleep(5_000)
    }
    #expect(store.isConnected)
  }

  @Test("a server that is not there is asked once, then left alone")
  func down() throws {
    let port = try ScriptedServer.freePort()
    let store = try SharedStore(.tcp("127.0.0.1", port: port))
    #expect(throws: SharedStoreFailure.self) { try store.read(key) }
    for _ in 0..<50 {
      #expect(try store.read(key) == nil)
      try store.write(.example([1]), for: key)
      guard case .unsupported = try store.claim(key) else {
        Issue.record("a claim without a server")
        return
      }
    }
    #expect(store.statistics.failures.values.reduce(0, +) < 10)
    #expect(store.statistics.unasked > 50)
  }

  @Test(
    "killed and started again: the store comes back by itself, and clears that were missed are said first")
  func restart() throws {
    let server = try RealServer()
    let store = try server.store()
    try store.write(.example([1]), for: key)
    #expect(try store.read(key) != nil)
    server.stop()
    #expect(throws: SharedStoreFailure.self) { try store.read(key) }
    #expect(throws: SharedStoreFailure.self) { try store.remove(.everything) }
    #expect(try store.read(key) == nil)
    try store.write(.example([1]), for: key)
    try server.start()
    // Somebody else has kept what was cleared here while the server was away.
    let other = try server.store(namespace: store.names.namespace)
    try other.write(.example([1]), for: key)
    untilConnected(store)
    #expect(try store.read(key) == nil)
    #expect(try other.read(key) == nil)
    try store.write(.example([2]), for: key)
    #expect(try other.read(key)?.value.bytes() == [2])
  }

  @Test("a server that hangs costs one time-out, and what comes late is not taken for another answer")
  func frozen() throws {
    let server = try RealServer()
    let store = try server.store { $0.commandTimeout = .milliseconds(300) }
    try store.write(.example([1]), for: key)
    try store.write(.example([2]), for: function.call(2))
    server.freeze(true)
    #expect(throws: SharedStoreFailure.self) { try store.read(key) }
    for _ in 0..<100 { #expect(try store.read(key) == nil) }
    server.freeze(false)
    untilConnected(store)
    #expect(try store.read(function.call(2))?.value.bytes() == [2])
    #expect(try store.read(key)?.value.bytes() == [1])
    #expect(store.statistics.failures["timed out"] != nil)
  }

  @Test("a full server still answers; what it does not take is not sent again and again")
  func full() throws {
    let server = try RealServer(["--maxmemory", "8mb", "--maxmemory-policy", "noeviction"])
    let store = try server.store()
    try store.write(.example([1]), for: key)
    let value = [UInt8](repeating: 1, count: 1_000_000)
    var failures = 0
    for index in 0..<40 {
      do { try store.write(.example(value), for: function.call(index + 10)) } catch { failures += 1 }
    }
    #expect(failures >= 1)
    #expect(store.statistics.failures["refused"] == failures)
    #expect(failures < 30, "it kept on sending what was refused")
    #expect(store.isConnected)
    #expect(try store.read(key)?.value.bytes() == [1])
    #expect(try store.read(function.call(999)) == nil)
  }

  @Test("a server that evicts loses entries and nothing else")
  func evicts() throws {
    let server = try RealServer(["--maxmemory", "8mb", "--maxmemory-policy", "allkeys-lru"])
    let store = try server.store()
    for index in 0..<40 {
      _ = try store.read(function.call(index))
      try store.write(.example([UInt8](repeating: UInt8(index), count: 500_000)), for: function.call(index))
    }
    for index in 0..<40 {
      if let value = try store.read(function.call(index))?.value.bytes() {
        #expect(value == [UInt8](repeating: UInt8(index), count: 500_000))
      }
    }
    #expect(store.statistics.writes > 20)
  }

  @Test("a replica that cannot be written to still answers")
  func replica() throws {
    let primary = try RealServer()
    let replica = try RealServer(["--replicaof", "127.0.0.1 \(primary.port)"])
    let (writer, reader) = (try primary.store(namespace: "r"), try replica.store(namespace: "r"))
    try writer.write(.example([1]), for: key)
    for _ in 0..<4_000 where (try? reader.contains(key)) != true { usleep(5_000) }
    #expect(try reader.read(key)?.value.bytes() == [1])
    #expect(throws: SharedStoreFailure.self) { try reader.write(.example([2]), for: key) }
    // So soon after it refused nothing is written, and no lease asked for.
    try reader.write(.example([2]), for: key)
    guard case .unsupported = try reader.claim(function.call(2)) else {
      Issue.record("a replica gave a lease")
      return
    }
    #expect(throws: SharedStoreFailure.self) { try reader.remove(.everything) }
    for _ in 0..<3 { #expect((try? reader.read(key)) == nil, "what was cleared here is not read any more") }
  }

  @Test("a wrong password, and a user who may do just what the store needs")
  func passwords() throws {
    let commands = "+get +mget +set +unlink +pttl +ping +select +scan +getrange +strlen +evalsha +eval"
    let scripted = "+del +pexpire +hget +hset +hincrby +hdel +zadd +zcard +zrange +zrem"
    let server = try RealServer()
    try server.say(
      [
        ["ACL", "SETUSER", "cache", "on", ">right", "~recache:*"],
        commands.split(separator: " ").map(String.init),
        scripted.split(separator: " ").map(String.init),
      ].flatMap { $0 })
    let wrong = try SharedStore(.tcp("127.0.0.1", port: server.port, user: "cache", password: "wrong"))
    #expect(throws: SharedStoreFailure.self) { try wrong.read(key) }
    #expect(try wrong.read(key) == nil)
    let right = try SharedStore(.tcp("127.0.0.1", port: server.port, user: "cache", password: "right"))
    let few = StoreFunction.example(maxEntries: 1)
    for index in 0..<3 {
      #expect(try right.read(few.call(index)) == nil)
      guard case .mine(let lease) = try right.claim(few.call(index)) else {
        Issue.record("no lease")
        return
      }
      try right.write(.example([1], created: Int64(index)), for: few.call(index))
      lease.release()
    }
    #expect(try right.read(few.call(2)) != nil)
    #expect(try right.functions().map(\.entries) == [1])
    try right.remove(.call(few.call(2)))
    #expect(right.statistics.failures == [:])
    var elsewhere = SharedStoreOptions()
    elsewhere.namespace = "other"
    let outside = try SharedStore(
      .tcp("127.0.0.1", port: server.port, user: "cache", password: "right"), elsewhere)
    #expect(throws: SharedStoreFailure.self) { try outside.read(key) }
  }

  @Test("killed and restarted under load from many threads: no wrong value, no call without an end")
  func load() throws {
    let server = try RealServer()
    let store = try server.store { $0.commandTimeout = .milliseconds(500) }
    let function = function
    let isOver = Guarded(false)
    let wrong = Guarded<[String]>([])
    let group = DispatchGroup()
    for thread in 0..<4 {
      group.enter()
      ServerThread.start {
        var generator = SeededGenerator(seed: UInt64(thread))
        while !isOver.withLock({ $0 }) {
          let number = Int.random(in: 0..<20, using: &generator)
          let key = function.call(number)
          let value = [UInt8](repeating: UInt8(number), count: 1 + number * 500)
          if let found = try? store.read(key)?.value.bytes(), found != value {
            wrong.withLock { $0.append("\(number)") }
          }
          try? store.write(.example(value), for: key)
          if case .mine(let lease)? = try? store.claim(key) { lease.release() }
          if number == 0 { try? store.remove(.call(key)) }
        }
        group.leave()
      }
    }
    for round in 0..<5 {
      if round > 0 {
        server.stop()
        try server.start()
      }
      // It is used again before it is killed again.
      let before = store.statistics.hits
      for _ in 0..<4_000 where store.statistics.hits == before { usleep(5_000) }
      #expect(store.statistics.hits > before, "round \(round): \(store.statistics)")
    }
    isOver.withLock { $0 = true }
    group.wait()
    #expect(wrong.withLock { $0 } == [])
    // Clears that it missed are said, then it works as before.
    for _ in 0..<4_000 where (try? store.read(key)) == nil {
      try? store.write(.example([UInt8](repeating: 1, count: 501)), for: key)
      usleep(1_000)
    }
    #expect(try store.read(key)?.value.bytes().count == 501)
  }
}
#endif
