import HTTPTypes
import Hummingbird

/// Refuses what no address of the server answers, and says what would be.
struct KnownMethods<Context: RequestContext>: RouterMiddleware {
  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let known = Self.methods(of: request.uri.path)
    guard known.contains(request.method) else {
      throw HTTPError(
        .methodNotAllowed, headers: [.allow: known.map(\.rawValue).joined(separator: ", ")],
        message: "this address is for \(known.map(\.rawValue).joined(separator: " and "))")
    }
    return try await next(request, context)
  }

  /// The methods of an address.
  static func methods(of path: String) -> [HTTPRequest.Method] {
    path.hasPrefix("/events/") ? [.get, .post] : [.get, .head]
  }
}
