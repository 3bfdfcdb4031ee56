import Foundation
import HTTPTypes
import Hummingbird
import Reruns

/// The cookie that says which session a request belongs to.
enum SessionCookie {
  static let name = "recache_dashboard"

  /// The name on the port that a request came to: to a browser, all ports of a machine have the same cookies.
  static func name(for request: Request) -> String {
    let port = request.head.authority?.split(separator: ":").dropFirst().last.flatMap { UInt16($0) }
    return port.map { "\(name)_\($0)" } ?? name
  }

  /// The session that a request names; nil where it names none, or nothing that could be one.
  static func id(of request: Request) -> SessionID? {
    request.cookies[name(for: request)].flatMap { SessionID($0.value) }
  }

  /// The cookie for the browser; no script can read it, and no other site's request carries it.
  ///
  /// It is not `Secure`, as the server speaks plain HTTP to the machine it runs on and to no other.
  static func cookie(_ id: SessionID, for request: Request) -> Cookie {
    Cookie(
      name: name(for: request), value: id.text, path: "/", secure: false, httpOnly: true, sameSite: .strict)
  }
}

extension DashboardServer {
  /// The guest that a request comes from.
  func guest(of request: Request) throws -> (id: SessionID, guest: Guest) {
    guard let id = SessionCookie.id(of: request), let guest = guests.find(id) else {
      throw HTTPError(.unauthorized, message: "the session is over; load the page again")
    }
    return (id, guest)
  }

  /// The HTML of a page, with a session for who has none.
  func showPage(_ id: String, _ request: Request) throws -> Response {
    let page: Page
    do {
      page = try self.page(id)
    } catch {
      return Shell.response(.notFound, Shell.notFound(id.removingPercentEncoding ?? id, pages: pages))
    }
    if let id = SessionCookie.id(of: request), let guest = guests.find(id) {
      return Shell.response(.ok, Shell.html(page, pages: pages, session: guest.name))
    }
    guard let (id, guest) = guests.admit() else {
      throw HTTPError(.serviceUnavailable, message: "too many sessions; try again later")
    }
    var response = Shell.response(.ok, Shell.html(page, pages: pages, session: guest.name))
    response.setCookie(SessionCookie.cookie(id, for: request))
    return response
  }
}
