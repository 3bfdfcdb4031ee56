#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Takes the time of one computation, and shows it while it runs.
struct LoadWatch {
  private let start: Int64
  private let spinner: SpinnerRun?

  init(_ spinner: SpinnerRun?) {
    self.spinner = spinner
    start = Self.now()
  }

  /// - Returns: nanoseconds since the start.
  @discardableResult func end() -> Int64 {
    spinner?.end()
    return Self.now() - start
  }

  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
