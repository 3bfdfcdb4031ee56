import Metrics

// The cache of one function may consist of parts, which are caches of the same kind themselves:
//
//   whole ──scope: .session──▶ one part a session ──experimentalAllowWidgets──▶ a part with widgets in its keys
//   whole ──experimentalAllowWidgets──▶ a part with widgets in its keys
//
// A call goes to the part where its result belongs; what is asked of the whole is asked of all parts.

/// What of a function's results a cache holds.
enum CachePart: Sendable {
  /// All, or all that no part holds.
  case whole
  /// Those of one session.
  case session
  /// Those whose keys say what widgets say.
  case widgets
}

/// The part of a cache whose keys say what widgets say.
struct WidgetPart<Value>: Sendable {
  let index = WidgetIndex()
  let core: KeyedCore<WidgetKey, Value>

  init(
    identity: FunctionIdentity, kind: CacheKind, options: CacheOptions<Value>, keeping kept: AnyObject?,
    metrics factory: any MetricsFactory
  ) {
    core = KeyedCore(
      identity: identity, kind: kind, options: options, part: .widgets, refinement: KeyRefinement(index),
      keeping: kept, metrics: factory)
  }

  func key(_ arguments: some Hashable) -> WidgetKey { index.key(for: ExactHashable(arguments)) }

  /// Forgets the results of one call, whatever the widgets say.
  func clear(_ arguments: some Hashable) {
    let arguments = ExactHashable(arguments)
    core.removeAll { $0.arguments == arguments }
    index.forget(arguments)
  }

}

extension KeyedCore {
  private var isSplitBySession: Bool { options.scope == .session && part == .whole }

  /// The part of the cache that the current session has for itself, where sessions count.
  var sessionPart: KeyedCore? {
    guard isSplitBySession else { return nil }
    return (CacheSession.current ?? .outside).core(of: self) {
      let part = KeyedCore(
        identity: identity, kind: kind, options: options, part: .session, keeping: kept,
        metrics: metrics.factory)
      sessions.add(part)
      return part
    }
  }

  /// Whether what is asked now concerns the current session alone.
  var isAskedOfSession: Bool { isSplitBySession && CacheSession.current != nil }

  /// The part of the current session, if it has one already.
  var existingSessionPart: FunctionCore? {
    isAskedOfSession ? CacheSession.current?.existingCore(of: self) : nil
  }

  /// What this consists of beside its own shards.
  var parts: [FunctionCore] {
    if let widgets { return [widgets.core] }
    return isSplitBySession ? sessions.all : []
  }
}
