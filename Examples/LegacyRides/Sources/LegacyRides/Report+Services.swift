import Foundation
import GRDB
import RideKit

extension Report {
  mutating func database(_ rides: [Ride], in directory: URL) async throws {
    let queries = RideQueries(southernBound: 40.6)
    let database = try RideDatabase.shared(in: directory)
    if try await database.read({ try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM ride") }) == 0 {
      try RideDatabase.insert(rides, into: database)
    }
    let counts = try queries.counts(database)
    line("rides in the database", counts.values.reduce(0, +))
    line("busiest base", Shelf.winner(counts) ?? "none")
    line("first two of B02512", try queries.rides(of: "B02512", limit: 2, database).count)
    let first = try await RideQueries.firstPickup(of: "B02512", in: database)
    line("first pick-up", Int(first?.timeIntervalSince1970 ?? 0))
    let archive = try RideDatabase.archive(at: database.path)
    let archived = try await archive?.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM ride") }
    line("rides in the archive", (archived ?? nil) ?? 0)
    line("one connection", database === (try RideDatabase.shared(in: directory)))
  }

  mutating func weather() async throws {
    let service = weatherService(at: Resources.weather)
    line("bytes of weather", try service.answer().count)
    line("high on 1 April", text(try await service.weather(on: "2014-04-01")?.high ?? 0))
    line("days for hats", try service.outlook().values.count { $0 == "hat" })
    line("rain in April", text(try service.rain().sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }))
  }

  mutating func demand(_ rides: [Ride]) throws {
    let model = try demandModel(at: Resources.demandModel)
    line("model", model.name)
    line("expected at 8", text(Inference.expectedRides(model, hour: 8)))
    line("demand at 18", Inference.demand(at: 18, model).rawValue)
    line("expected all day", text((0..<24).reduce(0) { $0 + (Inference.forecast(model)["hour \($1)"] ?? 0) }))
    let others = try forecasters(in: Resources.demandModel.deletingLastPathComponent())
    line("same model", others.contains { $0 === model })
    let clusters = ClusterFinder(count: 3, seed: 7).clusters(of: rides.map(\.place))
    line("clusters", clusters.sizes.map(String.init).joined(separator: " "))
  }

  mutating func pictures(_ rides: [Ride]) {
    let image = HeatMap.image(of: rides.map(\.place), size: 32)
    line("brightest pixel", Int(image.pixels.max() ?? 0))
    line("small picture", "\(image.halved().width)x\(image.halved().height)")
    line("bytes of picture", image.encoded().count)
    let chart = Charts.hours(Series.byHour(rides), title: "Rides by hour")
    line("bytes of chart", chart.svg().utf8.count)
    let canvas = Charts.canvas(named: "month")
    canvas.add("visitor")
    line("marks on the canvas", canvas.drawn.count)
  }

  mutating func journal(in directory: URL) async throws {
    let path = directory.appendingPathComponent("journal.txt").path
    let file = try Journal.file(at: path)
    let lines = await Journal.counter().add()
    try Journal.writer(at: path).write("visit \(lines)")
    line("lines written", lines)
    line("bytes in the journal", Int(try file.offset()))
    line("beats", Journal.heartbeat(name: "heartbeat").beat())
  }
}
