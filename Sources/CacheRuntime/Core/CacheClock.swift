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
public struct CoarseClock: CacheClock {
  /// The machine's clock.
  public init() {}

  /// The time since the machine started.
  public func now() -> Int64 {
    #if canImport(Darwin)
    Int64(clock_gettime_nsec_np(CLOCK_MONOTONIC_RAW_APPROX))
    #else
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    #endif
  }
}
