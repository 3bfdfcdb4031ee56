import HTTPTypes
import Hummingbird
import Synchronization

/// Answers so many requests at once and turns the others away; an open page counts until its stream has begun only.
final class RequestLimit<Context: RequestContext>: RouterMiddleware {
  private let most: Int
  private let running = Mutex(0)

  init(most: Int) { self.most = most }

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let isIn = running.withLock { running in
      guard running < most else { return false }
      running += 1
      return true
    }
    guard isIn else {
      throw HTTPError(
        .serviceUnavailable, headers: [.retryAfter: "1"], message: "too many requests at once; try again")
    }
    defer { running.withLock { $0 -= 1 } }
    return try await next(request, context)
  }
}
