#if SharedStore

/// What was current when a call found no entry: the computation that follows is stored only if it still is.
struct Sighting: Hashable, Sendable {
  /// The last clear of the call alone; empty for none.
  var mark: [UInt8]
  var generations: [Generation]
}

/// The sightings of computations that are under way.
///
/// A pure value. Where several computations of a key run, the oldest sighting counts for the first that ends: what is
/// stored was then computed after it, and a clear in between is noticed. A computation that throws leaves its sighting to
/// the next of the same key, which at worst is not stored once.
struct SightingTable: Sendable {
  /// More than can be under way; beyond, the table forgets all, and what is under way is stored by what is current then.
  static let capacity = 65_536

  private var sightings: [StoreKey: Sighting?] = [:]

  var count: Int { sightings.count }

  /// - Parameter sighting: Nil where the server did not answer, so that a clear could go unnoticed.
  mutating func note(_ sighting: Sighting?, for key: StoreKey) {
    guard sightings[key] == nil else { return }
    if sightings.count >= Self.capacity { sightings = [:] }
    sightings.updateValue(sighting, forKey: key)
  }

  /// After a clear of the call by this very process, which sees to it itself that nothing older is written.
  mutating func markAgain(_ key: StoreKey, _ mark: [UInt8]) {
    if case .some(.some(var sighting)) = sightings[key] {
      sighting.mark = mark
      sightings[key] = sighting
    }
  }

  /// - Returns: nil for a key that was not looked for; `.some(nil)` for one whose look was blind.
  mutating func take(_ key: StoreKey) -> Sighting?? { sightings.removeValue(forKey: key) }
}

#endif
