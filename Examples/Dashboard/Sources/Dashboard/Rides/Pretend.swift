import Foundation

/// Stands in for what takes long in earnest: a download, a training, a query over a table of millions of rows.
enum Pretend {
  /// Blocks the thread for a while.
  static func slow(_ time: Duration) { Thread.sleep(forTimeInterval: time / .seconds(1)) }

  /// How long `body` took, in words.
  static func timed<R>(_ body: () throws -> R) rethrows -> (R, time: String) {
    let start = ContinuousClock.now
    let result = try body()
    return (result, words(ContinuousClock.now - start))
  }

  /// A time in the unit that suits it.
  static func words(_ time: Duration) -> String {
    let milliseconds = time / .milliseconds(1)
    if milliseconds >= 100 { return String(format: "%.2f s", milliseconds / 1000) }
    return milliseconds >= 0.1
      ? String(format: "%.2f ms", milliseconds) : String(format: "%.1f µs", milliseconds * 1000)
  }
}
