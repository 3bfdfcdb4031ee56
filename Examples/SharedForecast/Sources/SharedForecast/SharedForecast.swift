// Computes forecasts that all runs of this program share, on this machine or on others:
//
//   redis-server --port 6399 --bind 127.0.0.1 --save "" --maxmemory 256mb --maxmemory-policy allkeys-lru
//   swift run SharedForecast            computes
//   swift run SharedForecast            finds what the first has computed
//   swift run SharedForecast clear      makes it invalid for all

import CacheRuntime
import Foundation

@main struct SharedForecast {
  static func main() {
    var options = SharedStoreOptions()
    options.namespace = "forecast"
    if let secret = setting("CACHE_SECRET") {
      options.secret = read("CACHE_SECRET") { try SharedStoreSecret(secret) }
    }
    let store = read("CACHE_URL") {
      try SharedStore(url: setting("CACHE_URL") ?? "redis://127.0.0.1:6399", options)
    }
    CacheStores.shared = store

    let forecast = cacheData(ttl: .hours(1), persist: .shared, showSpinner: false, version: "1") {
      (city: String) -> [Double] in
      print("computing the forecast for \(city)")
      return (0..<24).map { hour in 15 + 8 * sin(Double(hour + city.count) / 4) }
    }

    if CommandLine.arguments.dropFirst().first == "clear" {
      forecast.clear()
    } else {
      for city in ["Oslo", "Quito", "Seoul"] {
        let warmest = forecast(city).max() ?? 0
        print("\(city): up to \(Int(warmest.rounded())) degrees")
      }
    }
    let statistics = store.statistics
    print(
      "server \(store.address): \(statistics.hits) found, \(statistics.writes) written, failures \(statistics.failures)"
    )
  }

  private static func setting(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }

  /// What a variable of the environment says, or the end of the program with what is wrong with it.
  private static func read<Setting>(_ variable: String, _ body: () throws -> Setting) -> Setting {
    do {
      return try body()
    } catch {
      FileHandle.standardError.write(Data("SharedForecast: \(variable): \(error)\n".utf8))
      exit(64)
    }
  }
}
