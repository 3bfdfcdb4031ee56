#if SharedStore

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A thread that may wait as long as it takes, which those of callers must not.
enum ServerThread {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) {
      self.run = run
    }
  }

  /// Runs `body` on a new thread.
  ///
  /// - Returns: false where the system has no thread to give.
  @discardableResult static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    let context = Unmanaged.passRetained(Body(body))
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else {
      context.release()
      return false
    }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    #if canImport(Darwin)
    var thread: pthread_t?
    #else
    var thread = pthread_t()
    #endif
    let made = pthread_create(
      &thread, &attributes,
      { context in
        #if canImport(Darwin)
        ServerThread.enter(context)
        #else
        if let context { ServerThread.enter(context) }
        #endif
        return nil
      }, context.toOpaque())
    if made != 0 { context.release() }
    return made == 0
  }

  private static func enter(_ context: UnsafeMutableRawPointer) {
    Unmanaged<Body>.fromOpaque(context).takeRetainedValue().run()
  }
}

#endif
