/// When an entry may have to go.
struct Deadline {
  let time: Int64
  let slot: Int
  let sequence: UInt64
}

/// Deadlines in the order of time: a function's entries all live equally long, so they come in order.
///
/// One that comes early, after a clock was turned back, is found late by as much; an expired entry is never returned for
/// it, since every hit looks at the entry itself.
struct DeadlineQueue {
  private var queue: [Deadline] = []
  private var start = 0

  var first: Deadline? { start < queue.count ? queue[start] : nil }

  mutating func append(_ deadline: Deadline) { queue.append(deadline) }

  mutating func removeFirst() {
    start += 1
    if start > 32, start * 2 > queue.count {
      queue.removeFirst(start)
      start = 0
    }
  }
}
