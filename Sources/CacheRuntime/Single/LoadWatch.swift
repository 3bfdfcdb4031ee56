#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Takes the time of one computation, and shows it while it runs.
struct LoadWatch {
  private let start: Int64
  private let endSpinner: (@Sendable () -> Void)?

  init(spinner: SpinnerOption, name: String) {
    switch spinner {
    case .off: endSpinner = nil
    case .named: endSpinner = CacheSpinner.reporter.began("Running \(name).")
    case .text(let text): endSpinner = CacheSpinner.reporter.began(text)
    }
    start = Self.now()
  }

  /// - Returns: nanoseconds since the start.
  @discardableResult func end() -> Int64 {
    endSpinner?()
    return Self.now() - start
  }

  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
