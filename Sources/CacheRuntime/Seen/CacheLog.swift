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

  static func missingStore(_ function: StoreFunction) {
    guard isFirst("persist \(function.digest)") else { return }
    log(
      .warning, "'\(function.name)' asks for a store that there is not; its results are kept in memory only")
  }

  static func memoryOnly(_ function: FunctionIdentity) {
    guard isFirst("memory only \(function.path)") else { return }
    log(
      .warning,
      "'\(function.name)' has results for each session or for what widgets say; they are kept in memory only")
  }

  static func unencodable(_ function: FunctionIdentity) {
    guard isFirst("unencodable \(function.path)") else { return }
    log(.warning, "'\(function.name)' has results that are not 'Codable'; they are kept in memory only")
  }

  static func unpersisted(_ error: UnstableKeyError, _ function: FunctionIdentity) {
    guard isFirst("unpersisted \(function.path) \(error.type)") else { return }
    log(.error, "\(error)")
  }

  static func refused(_ error: any Error, _ function: StoreFunction) {
    log(.error, "the store refuses '\(function.name)', whose results are kept in memory only: \(error)")
  }

  static func storeFailed(_ error: any Error, _ function: StoreFunction) {
    guard isFirst("store \(function.digest) \(error)") else { return }
    log(.warning, "the store of '\(function.name)' failed, and the call went on without it: \(error)")
  }

  static func damaged(_ problem: String, _ function: StoreFunction) {
    log(.warning, "a stored result of '\(function.name)' was no good and is computed anew: \(problem)")
  }

  static func replaced(_ database: String, _ error: any Error) {
    log(
      .warning, "'\(database)' was damaged or of another version, and an empty one takes its place: \(error)")
  }

  static func clearFailed(_ error: any Error) {
    log(.error, "a store could not be cleared, and may have results that should be gone: \(error)")
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
