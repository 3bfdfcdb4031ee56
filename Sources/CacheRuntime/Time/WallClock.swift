#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The time of the machine in nanoseconds since 1970, which is the same for every process.
public struct WallClock: CacheClock {
  /// The machine's clock.
  public init() {}

  /// The time now.
  public func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
