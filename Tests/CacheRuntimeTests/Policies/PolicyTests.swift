import Testing

@testable import CacheRuntime

/// Which key goes, on sequences short enough to follow.
@Suite struct PolicyTests {
  /// A cache of keys: what a store does with a policy.
  struct KeyCache {
    var policy: SelectedPolicy
    let capacity: Int
    private(set) var computed: [Int] = []
    private var slotOfKey: [Int: Int] = [:]
    private var keyOfSlot: [Int: Int] = [:]

    init(_ eviction: CacheEviction, capacity: Int) {
      policy = SelectedPolicy(eviction)
      self.capacity = capacity
    }

    mutating func get(_ key: Int) {
      if let slot = slotOfKey[key] { return policy.touch(slot) }
      computed.append(key)
      let slot = (0...capacity).first { keyOfSlot[$0] == nil } ?? 0
      slotOfKey[key] = slot
      keyOfSlot[slot] = key
      policy.insert(slot, hash: key << 32, weight: 1)
      while policy.count > capacity, let victim = policy.evict(), let gone = keyOfSlot[victim] {
        slotOfKey[gone] = nil
        keyOfSlot[victim] = nil
      }
    }

    /// A write over what is there.
    mutating func put(_ key: Int) {
      if let slot = slotOfKey[key] { policy.replace(slot, weight: 1) }
    }
  }

  private func computed(_ eviction: CacheEviction, capacity: Int, _ keys: [Int]) -> [Int] {
    var cache = KeyCache(eviction, capacity: capacity)
    for key in keys { cache.get(key) }
    return cache.computed
  }

  // M01: 0, 1, (0 and 1 again: hits), 2, 1, 0 with room for two.
  @Test func oldestGoesByWriting() {
    #expect(computed(.oldest, capacity: 2, [0, 1, 0, 1, 2, 1, 0]) == [0, 1, 2, 0])
    #expect(computed(.oldest, capacity: 3, [0, 1, 0, 1, 2, 1, 0]) == [0, 1, 2])
  }

  // M03: the sequence that tells the three policies apart: reading 0 keeps it under LRU.
  @Test func readingKeepsUnderLRU() {
    #expect(computed(.oldest, capacity: 2, [0, 1, 0, 2, 0]) == [0, 1, 2, 0])
    #expect(computed(.lru, capacity: 2, [0, 1, 0, 2, 0, 1]) == [0, 1, 2, 1])
    #expect(computed(.lru, capacity: 2, [0, 1, 0, 1, 2, 1, 0]) == [0, 1, 2, 0])
  }

  // M02: nothing goes while there is room.
  @Test(arguments: CacheEviction.allCases)
  func keepsAllWhileThereIsRoom(eviction: CacheEviction) {
    let keys = Array(0..<256)
    #expect(computed(eviction, capacity: 256, keys + keys) == keys)
  }

  // M04: an overwrite lets nothing go, and makes the entry the youngest.
  @Test(arguments: CacheEviction.allCases)
  func overwritingLetsNothingGo(eviction: CacheEviction) {
    var cache = KeyCache(eviction, capacity: 2)
    cache.get(0)
    cache.get(1)
    cache.put(0)
    #expect(cache.policy.count == 2)
    cache.put(0)
    cache.get(2)
    cache.get(0)
    #expect(cache.computed == [0, 1, 2])
  }

  @Test func aScanPushesNothingOutUnderS3FIFO() {
    let hot = Array(0..<5)
    let scan = Array(100..<200)
    let keys = hot + hot + hot + scan + hot
    #expect(computed(.s3FIFO, capacity: 10, keys) == hot + scan)
    #expect(computed(.lru, capacity: 10, keys) == hot + scan + hot)
  }

  @Test func aKeyThatComesBackIsRememberedUnderS3FIFO() {
    // 0 leaves with the first scan, comes back while it is noted, and stays through the second.
    let keys = [0] + Array(100..<112) + [0] + Array(200..<300) + [0]
    #expect(computed(.s3FIFO, capacity: 10, keys) == [0] + Array(100..<112) + [0] + Array(200..<300))
  }

  @Test(arguments: CacheEviction.allCases)
  func anEmptyPolicyHasNoVictim(eviction: CacheEviction) {
    var policy = SelectedPolicy(eviction)
    #expect(policy.evict() == nil)
    policy.insert(3, hash: 0, weight: 5)
    #expect(policy.evict() == 3)
    #expect(policy.evict() == nil)
    #expect(policy.count == 0 && policy.weight == 0)
  }

  /// A newcomer that weighs more than the small queue's share goes before what has proved itself.
  @Test func heavyEntriesLeaveTheSmallQueueFirstUnderS3FIFO() {
    var policy = SelectedPolicy(.s3FIFO)
    for slot in 0..<30 { policy.insert(slot, hash: slot << 32, weight: 1) }
    for slot in 0..<26 {
      policy.touch(slot)
      policy.touch(slot)
    }
    #expect(policy.evict() == 26)
    policy.insert(26, hash: 99 << 32, weight: 100)
    #expect([policy.evict(), policy.evict(), policy.evict(), policy.evict()] == [27, 28, 29, 26])
    #expect(policy.weight == 26)
  }
}
