import Testing

@testable import CacheRuntime

/// What every store owes, run over each kind of them.
@Suite struct StoreConformanceTests {
  @Test("D07: what is missing is nil, and taking it out is no error", arguments: StoreBackend.all)
  func missing(_ backend: StoreBackend) throws {
    let store = try backend.make()
    let key = StoreFunction.example().call(1)
    #expect(try store.read(key) == nil)
    #expect(try !store.contains(key))
    try store.remove(.call(key))
    try store.remove(.function(key.function))
    try store.remove(.tag("none"))
    try store.remove(.kind(.data))
    try store.remove(.everything)
    #expect(try store.functions().isEmpty)
  }

  @Test("D07: a store that keeps nothing takes everything")
  func keepsNothing() throws {
    let store = NoStore()
    let key = StoreFunction.example().call(1)
    try store.write(.example([1]), for: key)
    #expect(try store.read(key) == nil)
  }

  @Test(
    "D07, D12: an entry comes back as it was written, elements and deadline too",
    arguments: StoreBackend.keeping)
  func roundTrip(_ backend: StoreBackend) throws {
    let store = try backend.make()
    let function = StoreFunction.example()
    let entries: [StoredEntry] = [
      .example([]), .example([1, 2, 3]), .example([1], elements: []), .example([], elements: [9, 8]),
      .example([7], elements: [1], created: 5, expires: 1_000),
      .example([UInt8](repeating: 0xA5, count: 300_000), elements: [1, 2]),
    ]
    for (index, entry) in entries.enumerated() { try store.write(entry, for: function.call(index)) }
    for (index, entry) in entries.enumerated() {
      #expect(try store.contains(function.call(index)))
      #expect(try store.read(function.call(index))?.seen == entry.seen)
    }
  }

  @Test("D07: writing again replaces", arguments: StoreBackend.keeping)
  func replaces(_ backend: StoreBackend) throws {
    let store = try backend.make()
    let key = StoreFunction.example().call(1)
    try store.write(.example([1]), for: key)
    try store.write(.example([2, 2], elements: [3]), for: key)
    #expect(try store.read(key)?.seen == StoredEntry.example([2, 2], elements: [3]).seen)
    try store.write(.example([4]), for: key)
    #expect(try store.read(key)?.seen == StoredEntry.example([4]).seen)
    #expect(try store.functions().map(\.entries) == [1])
  }

  @Test("D07, X11: taking out takes exactly what is selected", arguments: StoreBackend.keeping)
  func removes(_ backend: StoreBackend) throws {
    let rides = StoreFunction.example("rides(in:)", tags: ["table"])
    let prices = StoreFunction.example("prices(in:)", tags: ["table", "list"])
    let old = StoreFunction.example("old()", kind: .legacy)
    let keys = [rides.call(1), rides.call(2), prices.call(1), old.call(1)]
    let table: [(StoreSelection, left: [Int])] = [
      (.call(keys[0]), [1, 2, 3]), (.function(rides), [2, 3]), (.tag("list"), [0, 1, 3]),
      (.tag("table"), [3]), (.tag("lis"), [0, 1, 2, 3]), (.kind(.data), [3]), (.kind(.legacy), [0, 1, 2]),
      (.everything, []),
    ]
    for (selection, left) in table {
      let store = try backend.make()
      for key in keys { try store.write(.example([1]), for: key) }
      try store.remove(selection)
      #expect(try keys.indices.filter { try store.read(keys[$0]) != nil } == left, "\(selection)")
      try store.remove(selection)
    }
  }

  @Test("T11: an entry is over at its deadline, and not before", arguments: StoreBackend.keeping)
  func expires(_ backend: StoreBackend) throws {
    let clock = ManualCacheClock()
    let store = try backend.make(clock)
    let key = StoreFunction.example().call(1)
    try store.write(.example([1], created: store.now, expires: store.now + 1_000_000_000), for: key)
    clock.advance(by: .milliseconds(999))
    #expect(try store.read(key) != nil)
    #expect(try store.contains(key))
    clock.advance(by: .milliseconds(1))
    #expect(try !store.contains(key))
    #expect(try store.read(key) == nil)
  }

  @Test("M07, D13: the oldest go beyond maxEntries and maxBytes", arguments: StoreBackend.keeping)
  func bounds(_ backend: StoreBackend) throws {
    let store = try backend.make()
    let few = StoreFunction.example("few()", maxEntries: 2)
    let other = StoreFunction.example("other()")
    for index in 0..<5 {
      try store.write(.example([1], created: Int64(index)), for: few.call(index))
      try store.write(.example([1], created: Int64(index)), for: other.call(index))
    }
    #expect(try (0..<5).filter { try store.contains(few.call($0)) } == [3, 4])
    #expect(try (0..<5).filter { try store.contains(other.call($0)) } == [0, 1, 2, 3, 4])
    let light = StoreFunction.example("light()", maxBytes: 10_000)
    for index in 0..<5 {
      let value = [UInt8](repeating: 1, count: 4_000)
      try store.write(.example(value, created: Int64(index)), for: light.call(index))
    }
    #expect(try (0..<5).filter { try store.contains(light.call($0)) } == [3, 4])
  }

  @Test("the functions of a store are listed with what they have", arguments: StoreBackend.keeping)
  func lists(_ backend: StoreBackend) throws {
    let clock = ManualCacheClock()
    let store = try backend.make(clock)
    let rides = StoreFunction.example("rides(in:)")
    let prices = StoreFunction.example("prices(in:)")
    try store.write(.example([1], created: 3), for: rides.call(1))
    try store.write(.example([1], created: 5, expires: 1_000), for: rides.call(2))
    try store.write(.example([1], created: 7), for: prices.call(1))
    clock.advance(by: .seconds(1))
    let listed = try store.functions()
    #expect(listed.map(\.name) == ["prices(in:)", "rides(in:)"])
    #expect(listed.map(\.module) == ["App", "App"])
    #expect(listed.map(\.entries) == [1, 2])
    #expect(listed.map(\.expired) == [0, 1])
    #expect(listed.map(\.oldest) == [7, 3])
    #expect(listed.map(\.newest) == [7, 5])
    #expect(listed.allSatisfy { $0.bytes > 0 })
    #expect(listed.map(\.digest) == [prices.digest, rides.digest])
  }

  @Test("one asker at a time has a claim", arguments: StoreBackend.keeping)
  func claims(_ backend: StoreBackend) throws {
    let store = try backend.make()
    let (one, two) = (StoreFunction.example().call(1), StoreFunction.example().call(2))
    guard case .mine(let lease) = try store.claim(one) else {
      Issue.record("the first asker does not have it")
      return
    }
    guard case .taken = try store.claim(one) else {
      Issue.record("it was given twice")
      return
    }
    guard case .mine(let other) = try store.claim(two) else {
      Issue.record("another key is not free")
      return
    }
    other.release()
    lease.release()
    guard case .mine(let again) = try store.claim(one) else {
      Issue.record("it is not free again")
      return
    }
    again.release()
  }
}
