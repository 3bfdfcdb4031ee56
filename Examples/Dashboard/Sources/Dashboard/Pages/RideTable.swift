import CacheRuntime
import Foundation

extension Page {
  static let rides = Page(
    "rides", "Ride table",
    "Reading a file takes a while, the first time. Every run after that gets its rows from the cache, each a value of "
      + "its own.",
    caches: [
      ShownCache("loadRides(at:)", .data, $loadRides, "32 MB at most"),
      ShownCache("ridesByHour(_:base:)", .data, $ridesByHour, "20 entries at most"),
    ]
  ) { _, _ in
    Show.code(loadRidesCode)
    let (rides, time) = try Pretend.timed { try loadRides(at: RideData.path) }
    Show.metrics([
      Metric(label: "Rides", value: rides.count.formatted()),
      Metric(label: "Loaded in", value: time, note: "by this run"),
    ])
    let base = Show.card {
      let base = Ask.radio("Base", ["all"] + RideData.bases)
      Show.lineChart(
        "Rides by hour of the day", labels: (0..<24).map { "\($0):00" },
        [Line(name: base, values: ridesByHour(rides, base: base).map(Double.init))])
      return base
    }
    let matching = base == "all" ? rides : rides.filter { $0.base == base }
    let size = 20
    let pages = max(1, (matching.count + size - 1) / size)
    let page = Ask.slider("Page of the table", in: 1...pages, value: 1)
    Show.table(
      "Rides", [.number("Day"), .text("Time"), .number("North"), .number("East"), .text("Base")],
      matching.dropFirst((page - 1) * size).prefix(size).map { ride in
        [
          "\(ride.day)", String(format: "%d:%02d", ride.hour, ride.minute),
          String(format: "%.4f°", ride.latitude),
          String(format: "%.4f°", ride.longitude), ride.base,
        ]
      }, total: matching.count)
    Show.row {
      _ = Ask.button("Rerun", style: "primary")
      if Ask.button("Forget the rides") { $loadRides.clear() }
    }
  }
}

@CacheData(maxBytes: 32 << 20, showSpinner: "Reading the rides…")
func loadRides(at path: String) throws -> [Ride] {
  Pretend.slow(.seconds(1.2))
  return try RideFile.read(path)
}

@CacheData(maxEntries: 20)
func ridesByHour(_ rides: [Ride], base: String) -> [Int] {
  rides.reduce(into: Array(repeating: 0, count: 24)) { hours, ride in
    if base == "all" || ride.base == base { hours[ride.hour] += 1 }
  }
}

private let loadRidesCode = """
  @CacheData(maxBytes: 32 << 20, showSpinner: "Reading the rides…")
  func loadRides(at path: String) throws -> [Ride] {
    Pretend.slow(.seconds(1.2))
    return try RideFile.read(path)
  }
  """
