import CacheRuntime
import Reruns

/// A page of the dashboard: a script that runs from top to bottom at each interaction.
struct Page: Sendable {
  /// Its name in addresses.
  let id: String
  let title: String
  let summary: String
  /// The cached functions that it is about.
  let caches: [ShownCache]
  let script: @Sendable (RunContext, Guest) async throws -> Void

  init(
    _ id: String, _ title: String, _ summary: String, caches: [ShownCache] = [],
    script: @escaping @Sendable (RunContext, Guest) async throws -> Void
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.caches = caches
    self.script = script
  }

  /// The order of the guide.
  static let all: [Page] = [
    overview, rides, database, models, unhashable, mutation, elements, widgets, legacy, cachePage,
  ]

  /// Runs the script for a guest, and shows beside it what the caches of the page did.
  func run(_ context: RunContext, _ guest: Guest) async throws {
    try await guest.cache.run {
      defer { if !caches.isEmpty { Elements.sidebar.within { Show.caches(caches) } } }
      try await script(context, guest)
    }
  }
}
