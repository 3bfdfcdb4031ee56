import CacheRuntime

/// Where rides gather: the centres that k-means finds, and how many rides are nearest to each.
public struct Clusters: Codable, Hashable, Sendable {
  /// The centres, the fullest first.
  public var centres: [Coordinate]
  /// The rides of each centre.
  public var sizes: [Int]
}

/// Finds clusters, with a random start that `seed` fixes.
public struct ClusterFinder: Hashable, Sendable {
  /// How many clusters to look for.
  public var count: Int
  /// Fixes the random start.
  public var seed: UInt64

  /// A finder of so many clusters.
  public init(count: Int, seed: UInt64) {
    self.count = count
    self.seed = seed
  }

  /// The clusters of these places.
  @cache(maxEntries: 10, showSpinner: "Looking for clusters…")
  public func clusters(of places: [Coordinate]) -> Clusters {
    Tally.ran("ClusterFinder.clusters")
    var random = SplitMix(state: seed)
    var centres = (0..<count).map { _ in places[Int(random.next() % UInt64(places.count))] }
    var sizes = Array(repeating: 0, count: count)
    for _ in 0..<20 {
      var sums = Array(repeating: Coordinate(latitude: 0, longitude: 0), count: count)
      sizes = Array(repeating: 0, count: count)
      for place in places {
        let nearest = nearestCentre(to: place, among: centres)
        sums[nearest].latitude += place.latitude
        sums[nearest].longitude += place.longitude
        sizes[nearest] += 1
      }
      for index in centres.indices where sizes[index] > 0 {
        centres[index] = Coordinate(
          latitude: sums[index].latitude / Double(sizes[index]),
          longitude: sums[index].longitude / Double(sizes[index]))
      }
    }
    let order = centres.indices.sorted { (sizes[$0], $1) > (sizes[$1], $0) }
    return Clusters(centres: order.map { centres[$0] }, sizes: order.map { sizes[$0] })
  }

  private func nearestCentre(to place: Coordinate, among centres: [Coordinate]) -> Int {
    func squared(_ centre: Coordinate) -> Double {
      let north = centre.latitude - place.latitude
      let east = centre.longitude - place.longitude
      return north * north + east * east
    }
    return centres.indices.min { squared(centres[$0]) < squared(centres[$1]) } ?? 0
  }
}

/// A small random number generator with a seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
