import CacheRuntime
import Foundation

/// A day's weather, as the service sends it.
public struct Weather: Codable, Hashable, Sendable {
  /// The day, such as "2014-04-01".
  public var day: String
  /// The highest temperature, in degrees Celsius.
  public var high: Double
  /// The rain in millimetres.
  public var rain: Double
}

/// The weather of the city. Its answers come from where `endpoint` says: the service itself, or a file in tests.
public final class WeatherService: Sendable {
  /// Where the answers come from.
  public let endpoint: URL

  /// The service at this address.
  public init(endpoint: URL) { self.endpoint = endpoint }

  /// The service's answer, as it came.
  @cache(ttl: .minutes(10), hashFuncs: [.hash(WeatherService.self) { $0.endpoint }])
  public func answer() throws -> Data {
    Tally.ran("WeatherService.answer")
    return try Data(contentsOf: endpoint)
  }

  /// The weather of a day, nil where the service does not know it.
  @cache(ttl: .minutes(10), hashFuncs: [.hash(WeatherService.self) { $0.endpoint }])
  public func weather(on day: String) async throws -> Weather? {
    Tally.ran("WeatherService.weather")
    return try JSONDecoder().decode([Weather].self, from: answer()).first { $0.day == day }
  }

  /// The rain of every day, by day.
  @cache(
    ttl: 600,  // the service updates every ten minutes
    persist: true,
    suppressStWarning: true,
    hashFuncs: [.hash(WeatherService.self) { $0.endpoint }]
  )
  public func rain() throws -> [String: Double] {
    Tally.ran("WeatherService.rain")
    let days = try JSONDecoder().decode([Weather].self, from: answer())
    return Dictionary(uniqueKeysWithValues: days.map { ($0.day, $0.rain) })
  }

  /// What to wear, by day.
  @cache(maxEntries: 50, hashFuncs: [.hash(WeatherService.self) { $0.endpoint }])
  public func outlook() throws -> [String: String] {
    Tally.ran("WeatherService.outlook")
    let days = try JSONDecoder().decode([Weather].self, from: answer())
    return Dictionary(uniqueKeysWithValues: days.map { ($0.day, $0.rain > 1 ? "umbrella" : "hat") })
  }
}

/// The service of an address; all parts of the program share it.
@cache(allowOutputMutation: true)
public func weatherService(at endpoint: URL) -> WeatherService {
  Tally.ran("weatherService")
  return WeatherService(endpoint: endpoint)
}
