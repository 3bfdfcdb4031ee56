#if SharedStore

/// When an exchange with the server has to be over: a time, and a little more for each byte that has moved.
///
/// Who sends a byte now and then gains nothing, and a large value on a slow line is not cut off.
struct TransferDeadline: Sendable {
  /// The least that a line has to carry, in bytes a second.
  static let slowestLine: Int64 = 4 << 20

  private var end: Int64

  init(in duration: Int64, now: Int64 = CoarseClock.now()) { end = now &+ duration }

  mutating func moved(_ bytes: Int) { end = end &+ Int64(bytes) &* 1_000_000_000 / Self.slowestLine }

  /// How long to wait for the next byte; zero when the time is over.
  func remainingMilliseconds(now: Int64 = CoarseClock.now()) -> Int32 {
    end <= now ? 0 : Int32(clamping: (end - now + 999_999) / 1_000_000)
  }
}

#endif
