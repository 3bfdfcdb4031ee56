import Foundation

/// A thread that waits for work and does it in turn.
public final class Heartbeat: @unchecked Sendable {
  // The condition guards `pending`, `beats` and `isStopped`.
  private let condition = NSCondition()
  private var pending = 0
  private var beats = 0
  private var isStopped = false
  private var thread: Thread?

  init(name: String) {
    let thread = Thread { [weak self] in
      while let self, self.waitForWork() {}
    }
    thread.name = name
    self.thread = thread
    thread.start()
  }

  /// Asks for a beat, and waits until the thread has done it.
  public func beat() -> Int {
    condition.lock()
    defer { condition.unlock() }
    pending += 1
    let target = beats + pending
    condition.broadcast()
    while beats < target { condition.wait() }
    return beats
  }

  /// Ends the thread.
  public func stop() {
    condition.lock()
    defer { condition.unlock() }
    isStopped = true
    condition.broadcast()
  }

  private func waitForWork() -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while pending == 0 && !isStopped { condition.wait() }
    guard !isStopped else { return false }
    beats += pending
    pending = 0
    condition.broadcast()
    return true
  }
}
