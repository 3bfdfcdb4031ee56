import Foundation
import Testing

/// What `recache lint` says of the example must be what a person who knows its code says.
@Suite struct LegacyRidesTests {
  /// A legacy use: the function, or for a call a piece of its line; whether it is data or a resource, and the reasons
  /// that are right.
  struct Use: Sendable, CustomStringConvertible {
    var path: String
    var name: String
    var kind: String
    var confidence: String
    var because: [String]

    var description: String { "\(path): \(name)" }
  }

  static let uses: [Use] =
    uses(
      in: "RideKit/Rides/RideFile.swift",
      ("rows(at:)", "data", "certain", ["Reading a CSV file"]),
      ("rides(at:)", "data", "likely", ["Ride"]),
      ("pickupClock(format:)", "resource", "likely", ["DateFormatter"]))
    + uses(
      in: "RideKit/Rides/ZoneFile.swift",
      ("text()", "data", "certain", ["Reading a text file"]),
      // The file is read in a function that this one calls.
      ("names()", "data", "certain", ["Reading a text file", "Simple computations with basic types"]))
    + uses(
      in: "RideKit/Rides/RideTable.swift",
      ("filtered(base:)", "data", "likely", ["RideTable"]),
      ("column(_:)", "data", "certain", ["Computing with numeric arrays"]),
      (
        "summary()", "data", "certain",
        ["Computing with numeric arrays", "Simple computations with basic types"]
      ))
    + uses(
      in: "RideKit/Analysis/Series.swift",
      ("byHour(_:)", "data", "certain", ["Computing with numeric arrays"]),
      ("smoothed(_:window:)", "data", "certain", ["Computing with numeric arrays"]),
      ("distances(_:)", "data", "certain", ["Computing with numeric arrays"]),
      ("extent(of:)", "data", "certain", ["Simple computations with basic types"]),
      ("shelved(_:by:)", "data", "likely", ["Element"]),
      ("winner(_:)", "data", "likely", ["Key"]))
    + uses(
      in: "RideKit/Analysis/Globe.swift",
      ("distance(from:to:)", "data", "certain", ["Simple computations with basic types"]),
      ("length(from:to:)", "data", "certain", ["Simple computations with basic types"]),
      ("rounding(to:)", "resource", "likely", ["function", "closure"]),
      ("fare(kilometres:)", "data", "certain", ["Simple computations with basic types"]),
      ("isAffordable(kilometres:budget:)", "data", "certain", ["Simple computations with basic types"]))
    + uses(
      in: "RideKit/Analysis/Grid.swift",
      ("transposed()", "data", "likely", ["Grid"]),
      ("taxed(percent:)", "data", "certain", ["Simple computations with basic types"]),
      ("checked(_:)", "data", "likely", ["Fare"]),
      ("menu(of:named:)", "data", "certain", ["Reading a text file", "Simple computations with basic types"]))
    + uses(
      in: "RideKit/Database/RideDatabase.swift",
      ("open(at:)", "resource", "certain", ["Initializing database connections"]),
      ("archive(at:)", "resource", "certain", ["Initializing database connections"]),
      ("shared(in:)", "resource", "certain", ["Initializing database connections"]))
    + uses(
      in: "RideKit/Database/RideQueries.swift",
      ("rides(of:limit:_:)", "data", "likely", ["Ride"]),
      ("counts(_:)", "data", "certain", ["Querying a database", "Simple computations with basic types"]),
      (
        "firstPickup(of:in:)", "data", "certain",
        ["Querying a database", "Simple computations with basic types"]
      ))
    + uses(
      in: "RideKit/Weather/WeatherService.swift",
      // Nothing but the name of the address says that this is no text file.
      ("answer()", "data", "certain", ["Querying an API", "Reading a text file"]),
      ("weather(on:)", "data", "likely", ["Weather"]),
      ("rain()", "data", "certain", ["Querying an API", "Simple computations with basic types"]),
      ("outlook()", "data", "certain", ["Querying an API"]),
      ("weatherService(at:)", "resource", "likely", ["WeatherService"]))
    + uses(
      in: "RideKit/Demand/DemandModel.swift",
      ("demandModel(at:)", "resource", "likely", ["DemandModel"]),
      ("forecasters(in:)", "resource", "likely", ["DemandModel"]))
    + uses(
      in: "RideKit/Demand/Inference.swift",
      ("expectedRides(_:hour:)", "data", "certain", ["Running a model (inference)"]),
      ("demand(at:_:)", "data", "likely", ["Demand"]),
      ("forecast(_:)", "data", "certain", ["Running a model (inference)"]))
    + uses(in: "RideKit/Demand/Clusters.swift", ("clusters(of:)", "data", "likely", ["Clusters"]))
    + uses(
      in: "RideKit/Pictures/HeatMap.swift",
      ("encoded()", "data", "certain", ["Simple computations with basic types"]),
      ("halved()", "data", "likely", ["PixelImage"]),
      ("image(of:size:)", "data", "likely", ["PixelImage"]))
    + uses(
      in: "RideKit/Pictures/BarChart.swift",
      ("svg()", "data", "certain", ["Simple computations with basic types"]),
      ("hours(_:title:)", "data", "likely", ["BarChart"]),
      ("canvas(named:)", "resource", "likely", ["ChartCanvas"]))
    + uses(
      in: "RideKit/Journal/Journal.swift",
      ("file(at:)", "resource", "certain", ["Opening persistent file handles"]),
      ("queue(label:)", "resource", "certain", ["Opening persistent threads"]),
      ("heartbeat(name:)", "resource", "likely", ["Heartbeat"]),
      ("writer(at:)", "resource", "likely", ["JournalWriter"]),
      ("counter()", "resource", "likely", ["LineCounter"]))
    + uses(
      in: "LegacyRides/Report+Rides.swift",
      ("boundingBox(of:)", "data", "likely", ["BoundingBox"]),
      ("fibonacci(_:)", "data", "certain", ["Simple computations with basic types"]),
      ("car(for:)", "data", "certain", ["Simple computations with basic types"]))
    + uses(
      in: "LegacyRides/Report+Closures.swift",
      ("let square", "data", "unsure", ["its result is not written out"]),
      ("let tips", "data", "certain", ["Simple computations with basic types"]),
      ("let number", "data", "certain", ["Simple computations with basic types"]),
      ("let weekday", "data", "certain", ["Simple computations with basic types"]),
      ("let locks", "resource", "certain", ["Sharing locks and memory"]),
      ("let rain", "data", "certain", ["Simple computations with basic types"]))

  private static func uses(
    in path: String, _ uses: (name: String, kind: String, confidence: String, because: [String])...
  ) -> [Use] {
    uses.map {
      Use(
        path: "Examples/LegacyRides/Sources/\(path)", name: $0.name, kind: $0.kind, confidence: $0.confidence,
        because: $0.because)
    }
  }

  /// The options that the new API lacks, each where it stands.
  static let options: [String] = [
    "RideKit/Database/RideDatabase.swift: archive(at:): allowOutputMutation",
    "RideKit/Database/RideDatabase.swift: archive(at:): suppressStWarning",
    "RideKit/Database/RideDatabase.swift: open(at:): allowOutputMutation",
    "RideKit/Database/RideQueries.swift: counts(_:): suppressStWarning",
    "RideKit/Demand/DemandModel.swift: demandModel(at:): allowOutputMutation",
    "RideKit/Demand/DemandModel.swift: forecasters(in:): persist",
    "RideKit/Demand/Inference.swift: forecast(_:): allowOutputMutation",
    "RideKit/Journal/Journal.swift: file(at:): allowOutputMutation",
    "RideKit/Journal/Journal.swift: heartbeat(name:): allowOutputMutation",
    "RideKit/Pictures/BarChart.swift: canvas(named:): allowOutputMutation",
    "RideKit/Pictures/HeatMap.swift: encoded(): persist",
    "RideKit/Pictures/HeatMap.swift: image(of:size:): persist",
    "RideKit/Analysis/Series.swift: distances(_:): persist",
    "RideKit/Rides/RideFile.swift: pickupClock(format:): allowOutputMutation",
    "RideKit/Rides/ZoneFile.swift: names(): allowOutputMutation",
    "RideKit/Rides/ZoneFile.swift: names(): suppressStWarning",
    "RideKit/Weather/WeatherService.swift: rain(): persist",
    "RideKit/Weather/WeatherService.swift: rain(): suppressStWarning",
    "RideKit/Weather/WeatherService.swift: weatherService(at:): allowOutputMutation",
    "LegacyRides/Report+Closures.swift: let locks: allowOutputMutation",
    "LegacyRides/Report+Closures.swift: let number: suppressStWarning",
  ].sorted()

  @Test func everyUseIsDecidedAsAPersonWould() throws {
    let found = try Self.lint().findings.filter { $0.rule == "legacy-cache" }
    let expected = Self.uses.sorted { $0.path < $1.path }
    #expect(
      found.map { "\($0.path): \($0.name)" }.sorted() == expected.map(\.description).sorted())
    for use in expected {
      let finding = found.first { $0.path == use.path && $0.name == use.name }
      guard let decision = finding?.decision else { continue }
      #expect(decision.kind == use.kind, "\(use)")
      let isRight =
        decision.confidence == use.confidence && use.because.contains { decision.because.contains($0) }
      #expect(isRight, "\(use): \(decision.confidence), \(decision.because)")
    }
  }

  @Test func everyRemovedOptionIsFound() throws {
    let known = ["allowOutputMutation", "suppressStWarning", "persist"]
    let found = try Self.lint().findings.filter { $0.rule == "removed-option" }.map { finding in
      let option = known.first { finding.message.contains("'\($0)") } ?? finding.message
      return "\(finding.path.dropFirst("Examples/LegacyRides/Sources/".count)): \(finding.name): \(option)"
    }
    #expect(found.sorted() == Self.options)
  }

  // What the tests look at of the linter's JSON.
  struct Output: Decodable {
    var findings: [Finding]
  }

  struct Finding: Decodable {
    var rule: String
    var message: String
    var path: String
    var start: Position
    var function: String?
    var decision: Decision?

    struct Position: Decodable {
      var line: Int
    }

    /// The function; of a closure, what it is bound to.
    var name: String {
      guard !path.hasSuffix("Closures.swift"), let function else {
        return LegacyRidesTests.binding(above: start.line, in: path)
      }
      return function
    }
  }

  struct Decision: Decodable {
    var kind: String
    var confidence: String
    var because: String
  }

  private static var root: URL { ExampleCopy.root }

  private static func binding(above line: Int, in path: String) -> String {
    let lines = (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8))?
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard let text = lines?.prefix(line).last(where: { $0.contains("let ") && $0.contains("cache") }) else {
      return "line \(line)"
    }
    return text.drop { $0 == " " }.split(separator: " ").drop { $0 != "let" }.prefix(2).joined(separator: " ")
  }

  private static func lint() throws -> Output {
    let run = try ExampleCopy.recache("lint", "--format", "json", "Examples/LegacyRides/Sources", in: root)
    #expect(run.status == 1)
    return try JSONDecoder().decode(Output.self, from: run.output)
  }
}
