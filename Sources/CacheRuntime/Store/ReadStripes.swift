public import Synchronization

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

// Reading without a shared write. A reader counts itself in and out on a stripe of its own thread, and looks in between
// whether the shard is being changed; whoever changes it says so first and waits until nobody is counted in.
//
//             shard 0          shard 1            …  shard 15
//   stripe 0  [ hits | inside ][ hits | inside ] … [ hits | inside ]     128 bytes, all of them one thread's
//   stripe 1  [ hits | inside ][ hits | inside ] … [ hits | inside ]     128 bytes, all of them another's
//   …
//   the last quarter of the stripes                                      for the threads beyond, which share them
//   notes 0   [ slot … 64 of them ]                                      where the policy wants to know the order of hits
//   gates     [ shut? ] [ shut? ] …                                      one a shard, each on a cache line of its own
//
// The reader's "in, then look at the gate" and the writer's "shut the gate, then look who is in" are sequentially
// consistent, so one of the two sees the other. Leaving after a hit counts the hit in the same step; on a stripe that nobody
// else writes it is a plain store, since coming in alone needs what an exchange costs. Threads may share a stripe beyond
// those: counts stay right.

/// Who is reading the shards of one cache, how often each was hit, and which slots were.
///
/// It lies behind pointers and has no `deinit`, for the reason that `SlotTable` gives; its owner frees it.
@usableFromInline struct ReadStripes: @unchecked Sendable {
  // Every word is atomic.
  @usableFromInline typealias Word = Atomic<UInt64>

  /// A stripe's words, one a shard, fill the two cache lines that processors fetch together.
  @usableFromInline static var width: Int { 16 }
  /// The step that counts one hit; below it stands how many are inside.
  @usableFromInline static var hit: UInt64 { 1 << 16 }
  /// The hits that a stripe notes before it forgets the oldest.
  @usableFromInline static var noteCount: Int { 64 }
  /// After so many, the policy should read of them; when the lock is taken then, there is room for more.
  @usableFromInline static var noteStep: Int { 16 }

  /// The words from one gate to the next.
  @usableFromInline static var gateStride: Int { 16 }

  @usableFromInline let words: UnsafeMutablePointer<Word>
  /// 1 where the holder of the shard's lock changes what readers look at.
  @usableFromInline let gates: UnsafeMutablePointer<Word>
  /// Slot + 1 of the last hits on each stripe, in a ring; nil where nobody wants to know.
  @usableFromInline let notes: UnsafeMutablePointer<Atomic<UInt32>>?
  /// How many stripes there are.
  @usableFromInline let count: Int
  /// How many of them, from the first, belong to one thread each.
  @usableFromInline let owned: Int
  /// Up to which hit the policy has read, one a stripe; guarded by the shard's lock.
  private let read: UnsafeMutablePointer<UInt64>?

  /// Stripes for so many shards, at most 16, or for one whose policy wants to know of hits.
  init(shards: Int, noting: Bool) {
    count = Self.count
    owned = count / 4 * 3
    words = Self.aligned(count * Self.width) { Word(0) }
    gates = Self.aligned(shards * Self.gateStride) { Word(0) }
    guard noting else {
      (notes, read) = (nil, nil)
      return
    }
    notes = Self.aligned(count * Self.noteCount) { Atomic(0) }
    read = .allocate(capacity: count)
    read?.initialize(repeating: 0, count: count)
  }

  /// More than there are processors, so that threads that run at once seldom share one.
  private static let count: Int = {
    let processors = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    var count = 16
    while count < processors * 2, count < 128 { count *= 2 }
    return count
  }()

  private static func aligned<T: ~Copyable>(_ count: Int, _ make: () -> T) -> UnsafeMutablePointer<T> {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: count * MemoryLayout<T>.stride, alignment: 128)
      .bindMemory(to: T.self, capacity: count)
    for index in 0..<count { (memory + index).initialize(to: make()) }
    return memory
  }

  func deallocate() {
    UnsafeMutableRawPointer(words).deallocate()
    UnsafeMutableRawPointer(gates).deallocate()
    if let notes { UnsafeMutableRawPointer(notes).deallocate() }
    read?.deallocate()
  }

  // Readers

  /// The stripe of the thread of this number; 0 is the number of all threads where none can be given out.
  @inlinable @inline(__always) func stripe(of thread: Int) -> Int {
    thread > 0 && thread < owned ? thread : owned &+ thread & (count &>> 2 &- 1)
  }

  /// Counts a reader out, and its hit if it had one.
  @inlinable @inline(__always) func leave(_ word: UnsafeMutablePointer<Word>, stripe: Int, hasHit: Bool) {
    let step = hasHit ? Self.hit &- 1 : .max
    if stripe < owned {
      word.pointee.store(word.pointee.load(ordering: .relaxed) &+ step, ordering: .releasing)
    } else {
      word.pointee.wrappingAdd(step, ordering: .releasing)
    }
  }

  @inlinable func isShut(shard: Int) -> Bool {
    gates[shard &* Self.gateStride].load(ordering: .sequentiallyConsistent) != 0
  }

  /// Takes note of a hit; whoever noted is still inside, so the slot cannot have gone when the policy reads of it.
  ///
  /// - Returns: whether the policy should read before notes are lost.
  @inlinable func note(_ slot: Int, stripe: Int, before: UInt64) -> Bool {
    guard let notes else { return false }
    let place = Int(truncatingIfNeeded: before >> 16) & (Self.noteCount - 1)
    notes[stripe * Self.noteCount + place].store(UInt32(truncatingIfNeeded: slot + 1), ordering: .relaxed)
    return place & (Self.noteStep - 1) == Self.noteStep - 1
  }

  // Writers, who hold the shard's lock

  /// Runs `body` while nobody reads this shard.
  func withoutReaders<R>(shard: Int, _ body: () -> R) -> R {
    shutOut(shard: shard)
    defer { letIn(shard: shard) }
    return body()
  }

  /// Shuts a shard's gate and waits until nobody reads it.
  func shutOut(shard: Int) {
    gates[shard * Self.gateStride].store(1, ordering: .sequentiallyConsistent)
    waitUntilEmpty(shard: shard)
  }

  /// Opens it again.
  func letIn(shard: Int) { gates[shard * Self.gateStride].store(0, ordering: .releasing) }

  private func waitUntilEmpty(shard: Int) {
    var turns = 0
    for stripe in 0..<count {
      while words[stripe * Self.width + shard].load(ordering: .sequentiallyConsistent) & (Self.hit - 1) != 0 {
        turns += 1
        // A reader compares one key; it is inside for longer only if it lost its processor, or the key is large.
        if turns > 1_000 { usleep(50) } else if turns > 100 { sched_yield() }
      }
    }
  }

  /// Gives the slots that were hit since the last time, each thread's in their order.
  func readNotes(_ touch: (Int) -> Void) {
    guard notes != nil else { return }
    for stripe in 0..<count { readNotes(of: stripe, touch) }
  }

  /// Gives the slots that were hit since the last time on this stripe, in their order.
  func readNotes(of stripe: Int, _ touch: (Int) -> Void) {
    guard let notes, let read else { return }
    let hits = words[stripe * Self.width].load(ordering: .acquiring) >> 16
    guard hits != read[stripe] else { return }
    let first = max(read[stripe], hits - min(hits, UInt64(Self.noteCount)))
    for hit in first..<hits {
      let place = stripe * Self.noteCount + (Int(truncatingIfNeeded: hit) & (Self.noteCount - 1))
      // In two steps, for the price of an exchange is that of a hit; a note that comes between them is lost.
      let slot = Int(notes[place].load(ordering: .relaxed)) - 1
      notes[place].store(0, ordering: .relaxed)
      if slot >= 0 { touch(slot) }
    }
    read[stripe] = hits
  }

  /// The hits of a shard.
  func hits(shard: Int) -> Int {
    (0..<count).reduce(0) { sum, stripe in
      sum + Int(words[stripe * Self.width + shard].load(ordering: .relaxed) >> 16)
    }
  }

  /// Counts a hit that was found under the lock.
  func countHit(shard: Int) {
    let stripe = self.stripe(of: ThreadStripe.current)
    // Not the policy's concern: who holds the lock tells it at once.
    words[stripe * Self.width + shard].wrappingAdd(Self.hit, ordering: .relaxed)
  }

  /// Whether nobody is inside, as it must be when nothing runs.
  var isEmpty: Bool {
    (0..<count * Self.width).allSatisfy { words[$0].load(ordering: .relaxed) & (Self.hit - 1) == 0 }
  }
}
