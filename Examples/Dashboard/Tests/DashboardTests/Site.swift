import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import Reruns
import Synchronization

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

  func test<Value>(_ test: (Browser) async throws -> Value) async throws -> Value {
    try await test(Browser(router: server.router))
  }
}

/// What a browser does, by way of the router: what stands before it is tested from outside.
struct Browser: Sendable {
  /// What came back.
  struct Answer: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let body: ByteBuffer
  }

  private let responder: RouterResponder<BasicRequestContext>

  init(router: Router<BasicRequestContext>) { responder = router.buildResponder() }

  /// Sends a request.
  func execute(
    uri: String, method: HTTPRequest.Method, headers: HTTPFields = [:], body: ByteBuffer = ByteBuffer()
  ) async throws -> Answer {
    let head = HTTPRequest(
      method: method, scheme: "http", authority: "localhost", path: uri, headerFields: headers)
    var logger = Logger(label: "Dashboard")
    logger.logLevel = .critical
    let response = try await responder.respond(
      to: Request(head: head, body: RequestBody(buffer: body)),
      context: BasicRequestContext(source: .init(channel: NIOAsyncTestingChannel(), logger: logger)))
    let writer = KeptBody()
    try await response.body.write(writer)
    return Answer(status: response.status, headers: response.headers, body: writer.bytes.withLock { $0 })
  }

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

/// The body of an answer.
private final class KeptBody: ResponseBodyWriter {
  let bytes = Mutex(ByteBuffer())

  func write(_ buffer: ByteBuffer) async throws {
    bytes.withLock { bytes in _ = bytes.writeImmutableBuffer(buffer) }
  }

  func finish(_ trailers: HTTPFields?) async throws {}
}
