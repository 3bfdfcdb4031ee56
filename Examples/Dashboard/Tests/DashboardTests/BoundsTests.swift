import CacheRuntime
import HTTPTypes
import Hummingbird
import NIOCore
import Reruns
import Synchronization
import Testing

@testable import Dashboard

@Suite(.timeLimit(.minutes(1))) struct BoundsTests {
  @Test func aSessionMayAskSoOften() async throws {
    var limits = GuestBook.Limits()
    limits.burst = 3
    limits.perSecond = 1
    let time = Mutex(Duration.zero)
    let press = "{\"widget\":\"button:Press\",\"press\":true}"
    try await Site(limits: limits, now: { time.withLock { $0 } }).test { client in
      let cookie = try await client.cookie()
      for _ in 0..<3 { #expect(try await client.send(press, cookie: cookie) == .conflict) }
      #expect(try await client.send(press, cookie: cookie) == .tooManyRequests)
      // Another session has its own measure.
      #expect(try await client.send(press, cookie: client.cookie()) == .conflict)
      time.withLock { $0 = .seconds(1) }
      #expect(try await client.send(press, cookie: cookie) == .conflict)
    }
  }

  @Test func thereAreSoManySessionsAndTheyExpire() async throws {
    var limits = GuestBook.Limits()
    limits.sessions = 5
    limits.patience = .seconds(60)
    let time = Mutex(Duration.zero)
    let site = Site(limits: limits, now: { time.withLock { $0 } })
    try await site.test { client in
      for _ in 0..<20 { _ = try await client.cookie() }
      #expect(site.server.guests.count == 5)
      time.withLock { $0 = .seconds(60) }
      site.server.guests.expire()
      #expect(site.server.guests.count == 0)
    }
  }

  @Test func aSessionHasSoManyTabs() async throws {
    var limits = GuestBook.Limits()
    limits.streams = 2
    let guests = GuestBook(limits: limits, now: { .zero })
    let (id, _) = try #require(guests.admit())
    #expect(guests.openStream(id) && guests.openStream(id))
    #expect(!guests.openStream(id))
    guests.closeStream(id)
    #expect(guests.openStream(id))
  }

  @Test func aTabIsClosedOnceHoweverItEnds() throws {
    let runner = PageRunner(executor: ScriptThreads()) { _ in }
    let closed = Mutex(0)
    func open() throws -> OpenTab {
      OpenTab(runner: runner, watcher: try #require(runner.watch())) { closed.withLock { $0 += 1 } }
    }
    _ = try open()
    let tab = try open()
    tab.close()
    tab.close()
    #expect(closed.withLock { $0 } == 2)
    #expect(!runner.isWatched)
  }

  @Test func aServerThatStopsAdmitsNobodyAndReleasesEverybody() throws {
    let guests = GuestBook(now: { .zero })
    let (id, guest) = try #require(guests.admit())
    let runner = guest.runner(of: "page") { PageRunner(executor: ScriptThreads()) { _ in } }
    guests.close()
    #expect(guests.find(id) == nil && guests.admit() == nil)
    #expect(throws: InteractionError.ended) { try runner.receive(.visit) }
  }

  @Test func whatASessionHasCachedGoesWithIt() throws {
    final class Basket: Sendable {}
    var limits = GuestBook.Limits()
    limits.patience = .seconds(60)
    let time = Mutex(Duration.zero)
    let guests = GuestBook(limits: limits, now: { time.withLock { $0 } })
    let basket = cacheResource(scope: .session) { Basket() }
    weak var held: Basket?
    do {
      let (_, guest) = try #require(guests.admit())
      held = guest.cache.run { basket() }
      #expect(guest.cache.run { basket() } === held)
    }
    #expect(held != nil)
    time.withLock { $0 = .seconds(60) }
    guests.expire()
    #expect(held == nil)
  }

  @Test func moreRequestsAtOnceThanAllowedAreTurnedAway() async throws {
    let limit = RequestLimit<BasicRequestContext>(most: 1)
    let router = Router().add(middleware: limit)
    router.get("outer") { request, context in
      // While this one is answered, another comes.
      do {
        return try await limit.handle(request, context: context) { _, _ in Response(status: .ok) }
      } catch let error as HTTPError {
        return Response(status: error.status)
      }
    }
    let client = Browser(router: router)
    #expect(try await client.execute(uri: "/outer", method: .get).status == .serviceUnavailable)
    // It was let go again.
    #expect(try await client.execute(uri: "/outer", method: .get).status == .serviceUnavailable)
  }

  @Test(arguments: [(nil, 0), ("", 0), ("0", 0), ("8080", 8080), ("65535", 65535)] as [(String?, Int)])
  func aPortIsRead(text: String?, port: Int) throws {
    #expect(try PortChoice.port(text) == port)
  }

  @Test(arguments: ["x", "-1", "65536", "80 ", "８０"]) func aWrongPortIsAnError(text: String) {
    #expect(throws: PortChoice(text: text)) { try PortChoice.port(text) }
  }
}
