// What becomes of a result once it is there: kept as it is, as bytes, with what was shown, or not at all.

extension KeyedCore {
  /// What to keep of a result, and why nothing, or nothing outside of memory, can be kept.
  struct Kept {
    var held: Held<Value>?
    var failure: (any Error)?
  }

  func keep(_ value: Value, _ trace: Computation.Trace, for key: Key) -> Kept {
    guard options.limits.ttl != 0, options.limits.idle != 0, trace.isStorable else { return Kept() }
    if let storeIf = options.storeIf, !storeIf(value) { return Kept() }
    // Such a key would never be found, and its result never go.
    guard key == key else {
      CacheLog.irreflexive(identity)
      return Kept()
    }
    let held = (try? copying.hold(value)) ?? nil
    let shown = held.map { attended($0, value, trace.recording) }
    if held != nil, tier?.canEncode != false { return Kept(held: shown) }
    if held != nil, kind == .legacy {
      CacheLog.unencodable(identity)
      return Kept(held: shown)
    }
    return Kept(
      held: shown,
      failure: UnserializableReturnValueError(
        type: String(reflecting: type(of: value as Any)), function: identity.name))
  }

  /// What is kept of a result, with what is known beside it where there is anything.
  func attended(_ held: Held<Value>, _ value: Value, _ recording: ElementRecording) -> Held<Value> {
    let digest = watchesMutation ? OutputDigest.of(value) : nil
    return recording.isEmpty && digest == nil ? held : .shown(ShownResult(held, recording, digest: digest))
  }

  func weigh(_ value: Value, _ held: Held<Value>?) -> Int {
    guard options.limits.maxBytes != nil || CacheBudget.isLimited else { return 0 }
    if case .shown(let result)? = held { return weigh(value, result.held) + result.recording.weight }
    if let weigher = options.weigher { return Weight.bounded(weigher(value)) }
    if case .bytes(let bytes)? = held { return bytes.count }
    return Weight.estimate(value, isShared: kind != .data)
  }
}
