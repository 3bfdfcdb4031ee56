public import Synchronization

/// How often each slot was used lately, up to a limit, in bytes that hits count up without any lock.
///
/// A mark that has reached the limit is only read, so threads that hit what is in demand write nothing that they share. Of
/// two hits on one slot at the same moment one may not count. The memory moves in `start` alone, while nobody reads.
@usableFromInline package final class UseMarks: @unchecked Sendable {
  // Every mark is atomic; who holds the lock of the policy, and has shut readers out, moves them.
  @usableFromInline package typealias Mark = Atomic<UInt8>

  /// What a mark says at most.
  @usableFromInline package static var limit: UInt8 { 3 }

  /// The marks, by slot.
  package private(set) var marks: UnsafeMutablePointer<Mark> = .allocate(capacity: 0)
  private var count = 0

  package init() {}

  deinit { marks.deallocate() }

  /// Makes room for a slot, and forgets that it was used.
  package func start(_ slot: Int) {
    if slot >= count { grow(toHold: slot + 1) }
    marks[slot].store(0, ordering: .relaxed)
  }

  private func grow(toHold needed: Int) {
    let larger = max(16, needed, count * 2)
    let new = UnsafeMutablePointer<Mark>.allocate(capacity: larger)
    for slot in 0..<larger {
      (new + slot).initialize(to: Mark(slot < count ? marks[slot].load(ordering: .relaxed) : 0))
    }
    marks.deallocate()
    (marks, count) = (new, larger)
  }

  /// How often a slot was used, at most `limit`; 0 for one that never was in use.
  package subscript(slot: Int) -> UInt8 {
    get { slot < count ? marks[slot].load(ordering: .relaxed) : 0 }
    set { if slot < count { marks[slot].store(newValue, ordering: .relaxed) } }
  }

  /// Counts a use.
  @inlinable @inline(__always) package static func count(_ mark: borrowing Mark) {
    let uses = mark.load(ordering: .relaxed)
    if uses < limit { mark.store(uses &+ 1, ordering: .relaxed) }
  }
}
