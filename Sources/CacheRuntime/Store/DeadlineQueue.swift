/// When an entry may have to go.
struct Deadline {
  let time: Int64
  let slot: Int
  let sequence: UInt64
}

/// Deadlines, the earliest first: a binary heap.
///
/// A function's results all live equally long and come in order, so that most stay where they are put. But one that was used
/// has its time from then, where `idle` counts, and one that comes out of a store has lived for a while already. A deadline
/// may be of an entry that has gone: the owner looks, and has them swept out when they are many.
struct DeadlineQueue {
  private var heap: [Deadline] = []

  var count: Int { heap.count }
  var first: Deadline? { heap.first }

  /// - Complexity: O(log *n*); O(1) for one that comes after all others.
  mutating func append(_ deadline: Deadline) {
    heap.append(deadline)
    rise(from: heap.count - 1)
  }

  /// - Complexity: O(log *n*).
  mutating func removeFirst() {
    guard let last = heap.popLast(), !heap.isEmpty else { return }
    heap[0] = last
    sink(from: 0)
  }

  /// Sweeps out what is of no use any more.
  ///
  /// - Complexity: O(*n*).
  mutating func keep(where isUseful: (Deadline) -> Bool) {
    heap = heap.filter(isUseful)
    for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(from: index) }
  }

  private mutating func rise(from start: Int) {
    let deadline = heap[start]
    var index = start
    while index > 0, heap[(index - 1) / 2].time > deadline.time {
      heap[index] = heap[(index - 1) / 2]
      index = (index - 1) / 2
    }
    heap[index] = deadline
  }

  private mutating func sink(from start: Int) {
    let deadline = heap[start]
    var index = start
    while true {
      var child = 2 * index + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1].time < heap[child].time { child += 1 }
      guard heap[child].time < deadline.time else { break }
      heap[index] = heap[child]
      index = child
    }
    heap[index] = deadline
  }

  /// Whether no deadline stands before an earlier one.
  var isSound: Bool {
    heap.indices.dropFirst().allSatisfy { heap[($0 - 1) / 2].time <= heap[$0].time }
  }
}
