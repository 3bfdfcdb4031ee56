/// How long to wait before looking again whether another process has computed a key: longer each time, and not forever.
struct ClaimWait {
  private static let longest: Int64 = 100_000_000
  private var pause: Int64 = 1_000_000
  private var left: Int64

  /// - Parameter patience: Nanoseconds after which a caller computes by itself.
  init(patience: Int64 = 300_000_000_000) { left = patience }

  /// Nanoseconds to wait now; nil to give up.
  mutating func next() -> Int64? {
    guard left > 0 else { return nil }
    let now = min(pause, left)
    left -= now
    pause = min(pause * 2, Self.longest)
    return now
  }
}
