import CacheRuntime
import Foundation
import RideKit

/// A part of the map.
struct BoundingBox: Sendable {
  var south: Double
  var west: Double
  var north: Double
  var east: Double

  /// How many degrees it is high.
  var height: Double { north - south }
}

/// The smallest box that holds all places.
@cache
func boundingBox(of places: [Coordinate]) -> BoundingBox {
  Tally.ran("boundingBox")
  let latitudes = places.map(\.latitude)
  let longitudes = places.map(\.longitude)
  return BoundingBox(
    south: latitudes.min() ?? 0, west: longitudes.min() ?? 0,
    north: latitudes.max() ?? 0, east: longitudes.max() ?? 0)
}

extension Report {
  mutating func rides(_ rides: [Ride]) throws {
    let zones = ZoneFile(url: Resources.zones)
    line("rides", rides.count)
    line("zones", try zones.names().count)
    line("first zone", try zones.names().first ?? "none")

    let table = RideTable(rides)
    let part = table.filtered(base: "B02512")
    line("rows of B02512", part.count)
    line("mean hour", text(part.column("Hour").map { $0.reduce(0, +) / Double($0.count) } ?? 0))
    line("columns named Fare", table.column("Fare") == nil ? 0 : 1)
    for (base, values) in table.summary().sorted(by: { $0.key < $1.key }) {
      line("base \(base)", values.map { text($0) }.joined(separator: " "))
    }

    let hours = Series.byHour(rides)
    line("busiest hour", hours.indices.max { hours[$0] < hours[$1] } ?? 0)
    line("smoothed noon", text(Series.smoothed(hours.map(Double.init), window: 2)[12]))
    let extent = Series.extent(of: rides.map(\.place.latitude))
    line("latitudes", "\(extent.count) from \(text(extent.least)) to \(text(extent.greatest))")
    line("box height", text(boundingBox(of: rides.map(\.place)).height))
    line("farthest of six", text(Series.distances(rides.prefix(6).map(\.place)).joined().max() ?? 0))
    line("shelves of 50", Shelf.shelved(rides, by: 50).count)
  }

  mutating func odds(_ rides: [Ride]) async throws {
    let from = rides[0].place
    let to = rides[1].place
    line("length", "\(Int(Globe.length(from: from, to: to).value)) km")
    line("rounded", text(rounding(to: 1)(Globe.distance(from: from, to: to))))
    let fares = FareTable(base: 250, perKilometre: 110)
    line("fare", "\(fares.fare(kilometres: 7)) \(fares.isAffordable(kilometres: 7, budget: 1_000))")
    let fare = try Fare.checked(1_000)
    line("with tax", "\(fare.taxed()) \(fare.taxed(percent: 20))")
    line("menu", await Fare.menu(of: [fare, fare], named: "day", "night").joined(separator: ", "))
    line("grid", Grid(rows: [[1, 2, 3], [4, 5, 6]]).transposed().rows)
    line("lottery", luckyNumbers(10).map(String.init).joined(separator: " "))
    let dispatcher = Dispatcher(name: "night shift")
    line("car", try await dispatcher.car(for: rides[0].base))
    try await closures()
  }

  /// Numbers that take a while: a local function is cached like any other.
  private func luckyNumbers(_ count: Int) -> [Int] {
    @cache
    func fibonacci(_ index: Int) -> Int {
      Tally.ran("fibonacci")
      return index < 2 ? index : fibonacci(index - 1) + fibonacci(index - 2)
    }
    return (0..<count).map { fibonacci($0) }
  }

  /// A number with two digits after the point.
  func text(_ number: Double) -> String { String(format: "%.2f", number) }
}

/// Sends cars.
actor Dispatcher {
  nonisolated let name: String
  private var sent = 0

  init(name: String) { self.name = name }

  enum Problem: Error { case noCar(base: String) }

  /// The car that a base keeps ready; asked for once a shift.
  @cache(ttl: .hours(8), hashFuncs: [.hash(Dispatcher.self) { $0.name }])
  func car(for base: String) throws -> String {
    Tally.ran("Dispatcher.car")
    guard base.hasPrefix("B") else { throw Problem.noCar(base: base) }
    sent += 1
    return "\(base)-\(sent)"
  }
}
