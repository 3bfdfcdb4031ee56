/// How fast somebody may ask: so many times at once, and so many times a second after that.
package struct TokenBucket: Sendable {
  private let capacity: Double
  private let perSecond: Double
  private var tokens: Double
  private var filled: Duration

  /// A full bucket.
  package init(capacity: Int, perSecond: Double, now: Duration) {
    self.capacity = Double(capacity)
    self.perSecond = perSecond
    tokens = Double(capacity)
    filled = now
  }

  /// Takes a token; false where there is none.
  package mutating func take(now: Duration) -> Bool {
    if now > filled {
      tokens = min(capacity, tokens + (now - filled) / .seconds(1) * perSecond)
      filled = now
    }
    guard tokens >= 1 else { return false }
    tokens -= 1
    return true
  }
}
