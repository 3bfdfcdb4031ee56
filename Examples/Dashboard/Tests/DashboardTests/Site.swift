import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Reruns

@testable import Dashboard

/// A server with pages of the test's own, and what a browser does with it.
struct Site: Sendable {
  let server: DashboardServer

  init(limits: GuestBook.Limits = GuestBook.Limits(), now: @escaping @Sendable () -> Duration = { .zero }) {
    let page = Page("overview", "A <title>", "Says \"so\" & more.") { _, _ in
      _ = Ask.slider("Number", in: 0...9, value: 3)
      _ = Ask.text("Text", most: 10)
      _ = Ask.button("Press")
    }
    server = DashboardServer(guests: GuestBook(limits: limits, now: now), pages: [page])
  }

  func test<Value>(
    _ setup: TestingSetup = .router, _ test: @Sendable (any TestClientProtocol) async throws -> Value
  ) async throws -> Value {
    var logger = Logger(label: "Dashboard")
    logger.logLevel = .critical
    return try await server.application(port: 0, logger: logger).test(setup, test)
  }
}

extension TestClientProtocol {
  /// Opens the page and gives the cookie of the new session, as a browser would send it.
  func cookie() async throws -> String {
    let response = try await execute(uri: "/", method: .get)
    return String((response.headers[.setCookie] ?? "").prefix { $0 != ";" })
  }

  /// Sends an interaction as the page would, or nearly.
  func send(
    _ body: String, cookie: String, origin: String? = "http://localhost", type: String = "application/json",
    page: String = "overview"
  ) async throws -> HTTPResponse.Status {
    var headers: HTTPFields = [.contentType: type, .cookie: cookie]
    headers[.origin] = origin
    return try await execute(
      uri: "/events/\(page)", method: .post, headers: headers, body: ByteBuffer(string: body)
    ).status
  }
}
