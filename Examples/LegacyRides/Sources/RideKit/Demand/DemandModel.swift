import CacheRuntime
import Foundation

/// A linear model of how many rides an hour brings, loaded once and then shared.
public final class DemandModel: Sendable {
  /// What the model is called; tells models apart.
  public let name: String
  private let bias: Double
  private let weights: [Double]

  private struct Contents: Decodable {
    var name: String
    var bias: Double
    var weights: [Double]
  }

  /// The model in a JSON file.
  ///
  /// - Throws: What reading or decoding the file throws.
  public init(contentsOf url: URL) throws {
    let contents = try JSONDecoder().decode(Contents.self, from: Data(contentsOf: url))
    name = contents.name
    bias = contents.bias
    weights = contents.weights
  }

  /// The rides that the model expects of an hour.
  public func predict(hour: Int) -> Double {
    let angle = Double(hour) / 24 * 2 * Double.pi
    let inputs = [sin(angle), cos(angle), sin(2 * angle), cos(2 * angle)]
    return zip(weights, inputs).reduce(bias) { $0 + $1.0 * $1.1 }
  }
}

/// What other teams call the model.
public typealias Forecaster = DemandModel

/// Loads the model of a file.
@cache(allowOutputMutation: true, showSpinner: "Loading the model…")
public func demandModel(at url: URL) throws -> DemandModel {
  Tally.ran("demandModel")
  return try DemandModel(contentsOf: url)
}

/// The models that can be had in a directory.
@cache(persist: true)
public func forecasters(in directory: URL) throws -> [Forecaster] {
  Tally.ran("forecasters")
  return [try demandModel(at: directory.appendingPathComponent("demand-model.json"))]
}
