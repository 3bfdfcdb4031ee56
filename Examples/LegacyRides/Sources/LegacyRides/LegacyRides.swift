import Foundation
import RideKit

/// Prints a report on a month of rides. Everything slow in it is cached.
@main
struct LegacyRides {
  static func main() async throws {
    let directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("legacy-rides-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }

    // Twice, as two visitors would: the second one is answered from the cache.
    let first = try await visit(directory)
    first.print("first visitor")
    try await visit(directory).print("second visitor", unlike: first)
    Report.print("how often each body ran", Tally.all)
  }

  private static func visit(_ directory: URL) async throws -> Report {
    var report = Report()
    let rides = try RideFile.rides(at: Resources.rides)
    try report.rides(rides)
    try await report.database(rides, in: directory)
    try await report.weather()
    try report.demand(rides)
    report.pictures(rides)
    try await report.journal(in: directory)
    try await report.odds(rides)
    return report
  }
}

/// The files that come with the program.
enum Resources {
  static let rides = RideKit.resource("rides.csv")
  static let zones = RideKit.resource("zones.txt")
  static let weather = RideKit.resource("weather.json")
  static let demandModel = RideKit.resource("demand-model.json")
}
