#if SharedStore
import Foundation
import SeededRandom
import Testing

@testable import CacheRuntime

/// What the store makes of a server that does its work; beside the conformance suite, which runs over it too.
@Suite(.needsServer) struct SharedStoreTests {
  private let function = StoreFunction.example(tags: ["table"])
  private var key: StoreKey { function.call(1) }

  private func server() throws -> RealServer { try RealServer.shared.get() }

  @Test("over a Unix socket too")
  func unixSocket() throws {
    var options = SharedStoreOptions()
    options.namespace = "socket"
    let store = try SharedStore(.unix(server().socket, database: 3), options)
    try store.write(.example([1, 2]), for: key)
    #expect(try store.read(key)?.seen == StoredEntry.example([1, 2]).seen)
    #expect(try server().store(namespace: "socket").read(key) == nil, "the other is in database 0")
  }

  @Test("a host is found by name")
  func hostName() throws {
    let store = try SharedStore(.tcp("localhost", port: server().port))
    #expect(try store.read(key) == nil)
    #expect(store.isConnected)
  }

  @Test("two machines share what one has computed, and count it")
  func shares() throws {
    let (one, two) = (try server().store(namespace: "pair"), try server().store(namespace: "pair"))
    #expect(try one.read(key) == nil)
    try one.write(.example([7]), for: key)
    #expect(try two.read(key)?.seen == StoredEntry.example([7]).seen)
    #expect(one.statistics.misses == 1 && one.statistics.writes == 1)
    #expect(two.statistics.hits == 1 && two.statistics.failures.isEmpty)
    #expect(try server().store(namespace: "others").read(key) == nil)
  }

  @Test("a clear on one machine wins over a computation on another", arguments: 0..<5)
  func clearWins(_ index: Int) throws {
    let namespace = "clear-\(index)"
    let (one, two) = (try server().store(namespace: namespace), try server().store(namespace: namespace))
    let selections: [StoreSelection] = [
      .call(key), .function(function), .tag("table"), .kind(.data), .everything,
    ]
    #expect(try one.read(key) == nil)
    try two.remove(selections[index])
    try one.write(.example([1]), for: key)
    #expect(try two.read(key) == nil)
    #expect(one.statistics.overtaken == 1 && one.statistics.writes == 0)
    // What is computed afterwards is kept.
    #expect(try one.read(key) == nil)
    try one.write(.example([2]), for: key)
    #expect(try two.read(key)?.value.bytes() == [2])
  }

  @Test("what this process takes out itself does not keep it from writing what it computes next")
  func ownClear() throws {
    let store = try server().store()
    #expect(try store.read(key) == nil)
    try store.remove(.call(key))
    try store.write(.example([1]), for: key)
    #expect(try store.read(key) != nil)
    #expect(store.statistics.overtaken == 0)
  }

  @Test("generations that the server has lost make entries invalid, never valid again")
  func lostGenerations() throws {
    let store = try server().store(namespace: "lost")
    _ = try store.read(key)
    try store.write(.example([1]), for: key)
    let old = try server().say("GET", String(decoding: store.names.entry(key), as: UTF8.self))
    try store.remove(.tag("table"))
    for name in store.names.generations(of: function) {
      try server().say("DEL", String(decoding: name, as: UTF8.self))
    }
    #expect(try store.read(key) == nil)
    guard case .bytes(let bytes) = old else {
      Issue.record("no entry: \(old)")
      return
    }
    _ = try server().pool().send([ServerCommand([Array("SET".utf8), store.names.entry(key), bytes])])
    #expect(try store.read(key) == nil)
  }

  @Test("the server counts an entry's life down, whatever the clocks of machines say")
  func life() throws {
    let store = try server().store(namespace: "life")
    let now = store.now
    try store.write(.example([1], created: now, expires: now + 3_600_000_000_000), for: key)
    let name = String(decoding: store.names.entry(key), as: UTF8.self)
    let left = try server().say("PTTL", name).expectInteger()
    #expect((3_590_000...3_600_000).contains(left))
    // Every key of the store has an end.
    guard case .array(let keys) = try server().say("KEYS", "life:*") else { return }
    #expect(keys.count >= 4)
    for case .bytes(let key) in keys {
      let life = try server().say("PTTL", String(decoding: key, as: UTF8.self)).expectInteger()
      #expect(life > 0, "\(String(decoding: key, as: UTF8.self))")
    }
    try server().say("PEXPIRE", name, "60000")
    let shorter = try #require(try store.read(key)?.expires)
    #expect(shorter <= store.now + 60_000_000_000 && shorter > now)
    // A life that somebody has made longer on the server ends all the same.
    var old = StoredEntry.example([1], created: 0, expires: now - 1)
    old.expires = now - SharedStore.clockSkew - 1
    let envelope = SharedEnvelope.seal(
      try old.envelope(for: key), try store.current(store.look(key), function).generations,
      name: store.names.entry(key), nil)
    _ = try server().pool().send([ServerCommand([Array("SET".utf8), store.names.entry(key), envelope])])
    #expect(try store.read(key) == nil)
    try store.write(.example([1], created: 0, expires: now - 1), for: function.call(2))
    #expect(try !store.contains(function.call(2)))
  }

  @Test("whatever lies under a key is at worst a miss, and taken away")
  func foreign() throws {
    let store = try server().store(namespace: "foreign")
    let name = String(decoding: store.names.entry(key), as: UTF8.self)
    for text in ["", "x", "RCS1", "RCS1\0\0\0\0", "RCS1\0\u{3}\0\0", String(repeating: "RCS1", count: 100)] {
      try server().say("SET", name, text)
      #expect((try? store.read(key)) == nil, "\(text)")
      #expect(try server().say("EXISTS", name) == .integer(0))
    }
    // The first is told, others like it are counted.
    try server().say("SET", name, "x")
    #expect(try store.read(key) == nil)
    #expect(store.statistics.unusable == 7)
    // Another type under the name is an error of the server, not of ours.
    try server().say("DEL", name)
    try server().say("LPUSH", name, "a")
    #expect(try store.read(key) == nil)
    try server().say("SET", String(decoding: store.names.everything, as: UTF8.self), "short")
    #expect(try store.read(function.call(9)) == nil)
    try store.write(.example([1]), for: function.call(9))
    #expect(try store.read(function.call(9)) != nil, "a generation that is none is replaced")
  }

  @Test("with a secret, who writes to the server cannot forge, change or move an entry")
  func forged() throws {
    let namespace = "sealed"
    let store = try server().store(namespace: namespace) {
      $0.secret = try SharedStoreSecret("0123456789abcdef")
    }
    let attacker = try server().store(namespace: namespace) {
      $0.secret = try SharedStoreSecret("fedcba9876543210")
    }
    let naked = try server().store(namespace: namespace)
    for forger in [attacker, naked] {
      for _ in 0..<3 {
        _ = try? forger.read(key)
        try forger.write(.example([66]), for: key)
        #expect(try forger.read(key) != nil)
        #expect((try? store.read(key)) == nil)
      }
    }
    try store.write(.example([1]), for: key)
    try store.write(.example([2]), for: function.call(2))
    #expect(try store.read(key)?.value.bytes() == [1])
    guard
      case .bytes(let moved) = try server().say(
        "GET", String(decoding: store.names.entry(function.call(2)), as: UTF8.self))
    else { return }
    _ = try server().pool().send([ServerCommand([Array("SET".utf8), store.names.entry(key), moved])])
    #expect((try? store.read(key)) == nil)
    #expect(store.statistics.unusable == 7)
    try store.write(.example([1]), for: key)
    #expect(throws: StoreDamage.self) { try naked.read(key) }
  }

  @Test("more than maxEntryBytes is not shared, and the caller's value is none the worse")
  func tooLarge() throws {
    let store = try server().store { $0.maxEntryBytes = 10_000 }
    #expect(throws: SharedStoreFailure.self) {
      try store.write(.example([UInt8](repeating: 1, count: 10_001)), for: key)
    }
    #expect(store.statistics.tooLarge == 1)
    try store.write(.example([UInt8](repeating: 1, count: 10_000)), for: key)
    #expect(try store.read(key) != nil)
  }

  @Test("megabytes come back whole")
  func large() throws {
    let store = try server().store()
    var generator = SeededGenerator(seed: 7)
    let value = (0..<20_000_000 / 8).flatMap { _ in withUnsafeBytes(of: generator.next()) { Array($0) } }
    try store.write(.example(value), for: key)
    #expect(try store.read(key)?.value.bytes() == value)
  }

  @Test(
    "bounds hold over functions that are cleared, entries that are replaced, and single ones beyond the bound"
  )
  func bounds() throws {
    let store = try server().store()
    let few = StoreFunction.example("few()", maxEntries: 2, maxBytes: 100_000)
    for index in 0..<3 { try store.write(.example([1], created: Int64(index)), for: few.call(index)) }
    try store.remove(.function(few))
    for index in 3..<5 { try store.write(.example([1], created: Int64(index)), for: few.call(index)) }
    for index in 3..<5 { try store.write(.example([1, 2], created: Int64(index)), for: few.call(index)) }
    #expect(try (0..<5).filter { try store.contains(few.call($0)) } == [3, 4])
    let large = StoredEntry.example([UInt8](repeating: 1, count: 200_000), created: 9)
    try store.write(large, for: few.call(9))
    #expect(try !store.contains(few.call(9)))
    // What the function left behind is gone from the server too.
    guard case .array(let keys) = try server().say("KEYS", "\(store.names.namespace):e:*") else { return }
    #expect(keys.count <= 2)
  }

  @Test("options and tags that cannot be are refused with the reason")
  func refuses() throws {
    let table: [(SharedStoreOptionsError, (inout SharedStoreOptions) -> Void)] = [
      (.badNamespace(""), { $0.namespace = "" }), (.badNamespace("a b"), { $0.namespace = "a b" }),
      (.badNamespace("a*"), { $0.namespace = "a*" }), (.badConnections(0), { $0.connections = 0 }),
      (.badTime(option: "leaseTime"), { $0.leaseTime = .seconds(0) }),
      (.badTime(option: "commandTimeout"), { $0.commandTimeout = .seconds(0) }),
      (.badEntrySize(10), { $0.maxEntryBytes = 10 }),
    ]
    for (error, change) in table {
      var options = SharedStoreOptions()
      change(&options)
      #expect(throws: error) { try SharedStore(.tcp("localhost"), options) }
      #expect(!"\(error)".isEmpty)
    }
    let many = StoreFunction.example(tags: (0...100).map { "\($0)" })
    #expect(throws: SharedStoreFailure.self) { try server().store().check(many) }
  }
}
#endif
