import Logging

/// What the cache tells the log.
enum CacheLog {
  private static let logger = Guarded(Logger(label: "CacheRuntime"))
  private static let said = Guarded<Set<String>>([])

  /// Sends messages to another logger, for tests.
  static func use(_ new: Logger) { logger.withLock { $0 = new } }

  private static func isFirst(_ message: String) -> Bool {
    said.withLock { said in
      // Messages may name what a person has typed, and so be without number.
      if said.count >= 10_000 { said = [] }
      return said.insert(message).inserted
    }
  }

  private static func log(_ level: Logger.Level, _ message: String) {
    logger.withLock { $0 }.log(level: level, "\(message)")
  }

  static func missingDiskStore(_ function: FunctionIdentity) {
    guard isFirst("persist \(function.path)") else { return }
    log(
      .notice, "'\(function.name)' asks for 'persist: .disk'; this version keeps results in memory only")
  }

  static func uncached(_ error: any Error, _ function: String) {
    guard isFirst("uncached \(function) \(error)") else { return }
    log(.error, "\(error) '\(function)' cannot throw this error, so the call runs without the cache.")
  }

  static func irreflexive(_ function: FunctionIdentity) {
    guard isFirst("irreflexive \(function.path)") else { return }
    log(
      .warning,
      "an argument of '\(function.name)' does not equal itself, so its results are not cached; give a hash function in 'hashFuncs'"
    )
  }

  static func warnOnce(_ text: String) {
    if isFirst(text) { log(.warning, text) }
  }

  static func emittedAfterReturn(_ kind: Element.Kind, _ function: String) {
    warnOnce(
      "'\(function)' has returned, and a task that it left behind shows an element ('\(kind)'), which is not recorded; wait for the task in the function"
    )
  }

  static func emittedAfterRun(_ kind: Element.Kind) {
    warnOnce(
      "an element ('\(kind)') came for a page whose run has ended, and is not shown; wait for the task that shows it before the run ends"
    )
  }

  static func unreplayable(_ error: ReplayClosureError) {
    warnOnce("\(error)\n\n'\(error.function)' cannot throw this error, so the call runs without the cache.")
  }

  static func mutated(_ function: FunctionIdentity) {
    log(.warning, LegacyAdvice.mutation(function: function.name))
  }

  static func legacy(_ type: Any.Type, _ function: FunctionIdentity) {
    log(.notice, LegacyAdvice.hint(for: type, function: function.name))
  }
}
