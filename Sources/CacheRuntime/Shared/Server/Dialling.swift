#if SharedStore
internal import CHiredis
import Dispatch

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A context of hiredis on its way to the connection that will own it; freed when nobody takes it.
final class DialledContext: @unchecked Sendable {
  // Handed from one thread to one other, never used by two.
  private var context: UnsafeMutablePointer<redisContext>?

  fileprivate init(_ context: UnsafeMutablePointer<redisContext>) { self.context = context }

  deinit { if let context { redisFree(context) } }

  func take() -> UnsafeMutablePointer<redisContext> {
    guard let context else { preconditionFailure("a context is taken once") }
    self.context = nil
    return context
  }
}

/// Begins a connection without waiting for it to stand.
///
/// What cannot be told to give up is to look up a name; it happens on a thread that may be left behind.
enum Dialling {
  static func dial(_ place: ServerAddress.Place, within milliseconds: Int) throws(ServerError)
    -> DialledContext
  {
    switch place {
    case .unix(let path): return try checked(redisConnectUnixNonBlock(path))
    case .tcp(let host, let port) where isNumeric(host):
      return try checked(redisConnectNonBlock(host, Int32(port)))
    case .tcp(let host, let port):
      let done = DispatchSemaphore(value: 0)
      let answer = Guarded<Result<DialledContext, ServerError>>(.failure(.timedOut))
      ServerThread.start {
        let result = Result { () throws(ServerError) in try checked(redisConnectNonBlock(host, Int32(port))) }
        answer.withLock { $0 = result }
        done.signal()
      }
      guard done.wait(timeout: .now() + .milliseconds(milliseconds)) == .success else {
        throw .unreachable("no address for '\(host)' in time")
      }
      return try answer.withLock { $0 }.get()
    }
  }

  private static func isNumeric(_ host: String) -> Bool {
    var four = in_addr()
    var six = in6_addr()
    return inet_pton(AF_INET, host, &four) == 1 || inet_pton(AF_INET6, host, &six) == 1
  }

  private static func checked(_ context: UnsafeMutablePointer<redisContext>?) throws(ServerError)
    -> DialledContext
  {
    guard let context else { throw .unreachable("no memory for a connection") }
    let dialled = DialledContext(context)
    guard context.pointee.err == 0 else {
      let text = withUnsafeBytes(of: context.pointee.errstr) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      throw .unreachable(text)
    }
    return dialled
  }
}

#endif
