import Logging

/// What the cache tells the log.
enum CacheLog {
  private static let logger = Logger(label: "CacheRuntime")
  private static let once = SaidOnce()

  static func missingDiskStore(function: String) {
    guard once.isFirst("persist") else { return }
    logger.notice("'\(function)' asks for 'persist: .disk'; this version keeps results in memory only")
  }

  static func unhashable(_ error: any Error, function: String) {
    guard once.isFirst("unhashable \(function)") else { return }
    logger.error("\(error); '\(function)' cannot throw, so it runs without a cache")
  }

  /// Which messages were said already.
  private final class SaidOnce: @unchecked Sendable {
    private let lock = CacheLock()
    private var said: Set<String> = []

    func isFirst(_ message: String) -> Bool { lock.withLock { said.insert(message).inserted } }
  }
}
