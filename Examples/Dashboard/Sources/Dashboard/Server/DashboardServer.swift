import Foundation
import Hummingbird
import Logging
import NIOCore
import Reruns

/// The server: what it answers, and how much it takes on.
struct DashboardServer: Sendable {
  /// The most bytes a request may carry.
  static let mostBodyBytes = 4096
  /// How long a request may take to arrive, its head and its body each; a stream that is open waits for nothing.
  static let patience = Duration.seconds(10)
  /// The most requests that are answered at once, open pages aside.
  static let mostRequests = 64
  /// The most connections; more wait until one is closed.
  static let mostConnections = 512

  let guests: GuestBook
  let pages: [Page]
  let threads = ScriptThreads()

  init(guests: GuestBook = GuestBook(now: Self.uptime), pages: [Page] = Page.all) {
    self.guests = guests
    self.pages = pages
  }

  /// The time since the server was made.
  private static let start = ContinuousClock.now
  static let uptime: @Sendable () -> Duration = { ContinuousClock.now - start }

  /// The application on a port of the loopback interface; 0 takes a free one.
  func application(
    port: Int, logger: Logger, whenRunning: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> some ApplicationProtocol {
    Application(
      router: router,
      server: .http1(
        configuration: .init(
          idleTimeout: .init(Self.patience),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 8 * 1024, maxHeaderListSize: 16 * 1024, maxHeaderFieldCount: 64))),
      configuration: .init(
        address: .hostname("127.0.0.1", port: port),
        availableConnectionsDelegate: .maximum(Self.mostConnections, logger: logger)),
      services: [GuestSweeper(guests: guests)],
      onServerRunning: { channel in whenRunning(channel.localAddress?.port ?? port) },
      logger: logger)
  }

  /// Every address that the server answers.
  var router: Router<BasicRequestContext> {
    let router = Router(options: .autoGenerateHeadEndpoints)
    router.add(middleware: SecurityHeaders())
    router.add(middleware: RequestLimit(most: Self.mostRequests))
    router.add(middleware: KnownMethods())
    router.add(middleware: LoopbackOnly())
    router.get("/") { request, context in try showPage("overview", request) }
    router.get("/assets/:name") { _, context in try Asset.response(context.parameters.require("name")) }
    router.get("/{page}") { request, context in
      try showPage(context.parameters.require("page"), request)
    }
    router.get("/events/{page}") { request, context in
      try events(context.parameters.require("page"), request)
    }
    router.post("/events/{page}") { request, context in
      try await interact(context.parameters.require("page"), request)
    }
    return router
  }

  /// The page of this name.
  func page(_ id: String) throws -> Page {
    guard let page = pages.first(where: { $0.id == id }) else {
      throw HTTPError(.notFound, message: "there is no page of this name")
    }
    return page
  }

  /// The runner of a guest's page.
  func runner(of page: Page, for guest: Guest) -> PageRunner {
    guest.runner(of: page.id) {
      PageRunner(executor: threads) { [weak guest] context in
        guard let guest else { return }
        try await page.run(context, guest)
      }
    }
  }
}
