public import Synchronization

/// Whether calls go past the caches.
@usableFromInline enum CacheBypass {
  /// What goes past.
  enum Target: Sendable {
    case everything
    case function(ObjectIdentifier)
  }

  @TaskLocal static var current: Target?

  /// How many bypasses are open in the process: as long as it is zero, a hit need not look at the task.
  @usableFromInline static let open = Atomic<Int>(0)

  static func isBypassed(_ core: FunctionCore) -> Bool {
    guard open.load(ordering: .relaxed) > 0 else { return false }
    switch current {
    case nil: return false
    case .everything?: return true
    case .function(let id)?: return id == ObjectIdentifier(core)
    }
  }

  static func run<R>(_ target: Target, _ body: () throws -> R) rethrows -> R {
    open.add(1, ordering: .relaxed)
    defer { open.subtract(1, ordering: .relaxed) }
    return try $current.withValue(target, operation: body)
  }

  static func run<R>(
    isolation: isolated (any Actor)?, _ target: Target, _ body: () async throws -> R
  ) async rethrows -> R {
    open.add(1, ordering: .relaxed)
    defer { open.subtract(1, ordering: .relaxed) }
    return try await $current.withValue(target, operation: body, isolation: isolation)
  }
}
