import Hummingbird
import Reruns
import ServiceLifecycle

/// Releases sessions that were left alone for too long, and all of them when the server stops.
struct GuestSweeper: Service {
  let guests: GuestBook
  var pause = Duration.seconds(30)

  func run() async throws {
    try? await cancelWhenGracefulShutdown {
      while true {
        try await Task.sleep(for: pause)
        guests.expire()
      }
    }
    guests.close()
  }
}
