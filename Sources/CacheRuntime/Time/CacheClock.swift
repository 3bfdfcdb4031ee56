#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A source of time that only goes forward, in nanoseconds from an arbitrary start.
public protocol CacheClock: Sendable {
  /// The time now.
  func now() -> Int64
}

/// The machine's own clock, read at the cost of a few nanoseconds and exact to some milliseconds.
@usableFromInline enum CoarseClock {
  /// The time since the machine started.
  @usableFromInline static func now() -> Int64 {
    var time = timespec()
    #if canImport(Darwin)
    clock_gettime(CLOCK_MONOTONIC_RAW_APPROX, &time)
    #else
    clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
    #endif
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}

/// A clock that stands still until it is told to go on, for tests.
public final class ManualCacheClock: CacheClock {
  private let time = Guarded<Int64>(0)

  /// A clock at zero.
  public init() {}

  /// The time it was last set to.
  public func now() -> Int64 { time.withLock { $0 } }

  /// Moves the clock forward; at the end of time, after 292 years, it stands still.
  public func advance(by duration: CacheDuration) {
    time.withLock {
      let (later, overflows) = $0.addingReportingOverflow(duration.nanoseconds)
      $0 = overflows ? .max : later
    }
  }
}
