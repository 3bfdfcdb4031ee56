import HTTPTypes
import Hummingbird

/// Refuses what a page of another site makes the browser send.
///
/// The server listens on the loopback interface, but a browser on the same machine reaches it for any site: by a name that
/// the site lets point to 127.0.0.1 (so the host must be one of ours), or by a request from its own page (so what changes
/// anything must come from our origin). A page that another server on this machine shows is of the same *site*, whatever its
/// port, and its requests carry our cookie: where the browser says that a page of another origin asks, only a link is followed.
struct LoopbackOnly<Context: RequestContext>: RouterMiddleware {
  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard let host = request.head.authority, Self.isLoopback(host) else {
      throw HTTPError(.misdirectedRequest, message: "this server answers on loopback only")
    }
    if request.method != .get, request.method != .head {
      guard request.headers[.origin] == "http://\(host)" else {
        throw HTTPError(.forbidden, message: "an interaction comes from a page of this server")
      }
    } else if !Self.isOurs(request.headers, host) {
      throw HTTPError(.forbidden, message: "only pages of this server may ask for this")
    }
    return try await next(request, context)
  }

  /// Whether a request that only reads comes from a person, a link or a page of ours.
  static func isOurs(_ headers: HTTPFields, _ host: String) -> Bool {
    if let origin = headers[.origin], origin != "http://\(host)" { return false }
    guard let site = headers[.fetchSite], site != "same-origin", site != "none" else { return true }
    return headers[.fetchMode] == "navigate" && headers[.fetchDestination] == "document"
  }

  /// Whether a host, with or without its port, is this machine.
  static func isLoopback(_ host: String) -> Bool {
    let parts = host.split(separator: ":", omittingEmptySubsequences: false)
    if host == "[::1]" || host.hasPrefix("[::1]:") { return host.dropFirst(6).allSatisfy(\.isNumber) }
    guard parts.count <= 2, let name = parts.first else { return false }
    guard parts.count == 1 || parts[1].allSatisfy(\.isNumber) else { return false }
    return name == "127.0.0.1" || name.lowercased() == "localhost"
  }
}

extension HTTPField.Name {
  fileprivate static var fetchSite: Self { .init("Sec-Fetch-Site") ?? .origin }
  fileprivate static var fetchMode: Self { .init("Sec-Fetch-Mode") ?? .origin }
  fileprivate static var fetchDestination: Self { .init("Sec-Fetch-Dest") ?? .origin }
}
