import HTTPTypes
import Hummingbird
import NIOCore
import Reruns
import ServiceLifecycle
import Synchronization

extension DashboardServer {
  /// How long a stream is silent before it shows a sign of life, so that a tab that is gone is noticed.
  static let heartbeat = Duration.seconds(15)

  /// A page's changes as server-sent events, for as long as the tab is open.
  ///
  /// Opening a page runs its script. A stream that the browser opens again after it broke says which version of the page it
  /// has seen, and goes on from there without a run.
  func events(_ id: String, _ request: Request) throws -> Response {
    let page = try page(id)
    let (id, guest) = try guest(of: request)
    guard guest.mayAsk(now: guests.now()), guests.openStream(id) else {
      throw HTTPError(.tooManyRequests, message: "too many tabs of one session are open")
    }
    let runner = runner(of: page, for: guest)
    guard let watcher = runner.watch() else {
      guests.closeStream(id)
      throw HTTPError(.unauthorized, message: "the session is over; load the page again")
    }
    // Lives as long as the answer, even where nothing of it could be sent.
    let tab = OpenTab(runner: runner, watcher: watcher) { [guests] in guests.closeStream(id) }
    let seen = request.headers[.lastEventID].flatMap { Int($0) }
    if seen == nil { _ = try? runner.receive(.visit) }
    let body = ResponseBody { writer in
      defer { tab.close() }
      let stream = EventStream(runner: runner, watcher: watcher, seen: seen ?? 0)
      try await request.body.consumeWithInboundCloseHandler { _ in
        try await stream.write(to: &writer)
      } onInboundClosed: {
        runner.leave(watcher)
      }
      try await writer.finish(nil)
    }
    return Response(
      status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"], body: body)
  }
}

/// A tab that counts as open until it is closed, or nobody knows of it any more.
final class OpenTab: Sendable {
  private let whenClosed: Mutex<(@Sendable () -> Void)?>

  init(runner: PageRunner, watcher: PageRunner.Watcher, whenClosed: @escaping @Sendable () -> Void) {
    self.whenClosed = Mutex {
      runner.leave(watcher)
      whenClosed()
    }
  }

  deinit { close() }

  func close() {
    let action = whenClosed.withLock { action in
      defer { action = nil }
      return action
    }
    action?()
  }
}

/// Writes a page's changes as they come.
private struct EventStream: Sendable {
  let runner: PageRunner
  let watcher: PageRunner.Watcher
  let seen: Int

  func write(to writer: inout any ResponseBodyWriter) async throws {
    let heart = Task { [runner, watcher] in
      while true {
        try await Task.sleep(for: DashboardServer.heartbeat)
        runner.wake(watcher)
      }
    }
    defer { heart.cancel() }
    var seen = seen
    try await writer.write(ByteBuffer(string: "retry: 1000\n\n"))
    for await _ in watcher.wakes.cancelOnGracefulShutdown() {
      if let changes = runner.changes(since: seen) {
        seen = changes.version
        try await writer.write(ByteBuffer(string: "id: \(seen)\ndata: \(changes.json)\n\n"))
      } else {
        try await writer.write(ByteBuffer(string: ": still here\n\n"))
      }
    }
  }
}

extension HTTPField.Name {
  static var lastEventID: Self { .init("Last-Event-ID") ?? .ifMatch }
}
