public import Synchronization

/// Whether calls go past the caches.
@usableFromInline enum CacheBypass {
  /// What goes past.
  enum Target: Sendable {
    case everything
    case function(ObjectIdentifier)
  }

  /// What goes past now: inside of a bypass, another one adds to it.
  struct Current: Sendable {
    var everything = false
    var functions: Set<ObjectIdentifier> = []

    func adding(_ target: Target) -> Current {
      var all = self
      switch target {
      case .everything: all.everything = true
      case .function(let id): all.functions.insert(id)
      }
      return all
    }
  }

  @TaskLocal static var current = Current()

  /// How many bypasses are open in the process: as long as it is zero, a hit need not look at the task.
  @usableFromInline static let open = Atomic<Int>(0)

  static func isBypassed(_ core: FunctionCore) -> Bool {
    guard open.load(ordering: .relaxed) > 0 else { return false }
    let current = current
    return current.everything || current.functions.contains(ObjectIdentifier(core))
  }

  static func run<R>(_ target: Target, _ body: () throws -> R) rethrows -> R {
    open.add(1, ordering: .relaxed)
    defer { open.subtract(1, ordering: .relaxed) }
    return try $current.withValue(current.adding(target), operation: body)
  }

  static func run<R>(
    isolation: isolated (any Actor)?, _ target: Target, _ body: () async throws -> R
  ) async rethrows -> R {
    open.add(1, ordering: .relaxed)
    defer { open.subtract(1, ordering: .relaxed) }
    return try await $current.withValue(current.adding(target), operation: body, isolation: isolation)
  }
}
