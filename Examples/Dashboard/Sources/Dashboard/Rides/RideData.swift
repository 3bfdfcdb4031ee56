import Foundation

/// Rides that nobody took: made up, and the same whenever they are made.
enum RideData {
  static let bases = ["B02512", "B02598", "B02617", "B02682", "B02764"]
  static let rows = 4_000

  /// Where the file lies as long as the program runs, under a name that nobody can have taken before.
  static let path = FileManager.default.temporaryDirectory
    .appending(path: "recache-dashboard-\(UUID()).csv").path

  /// Writes the file.
  static func write() throws {
    try Data(csv(rows: rows).utf8).write(to: URL(filePath: path), options: .atomic)
  }

  /// Takes the file away again.
  static func remove() { try? FileManager.default.removeItem(atPath: path) }

  /// Rides of a month in spring, with two waves a day, as the city exports them.
  static func csv(rows: Int) -> String {
    var numbers = Numbers(state: 2014)
    var rides: [Ride] = []
    while rides.count < rows {
      let hour = Int(numbers.next() * 24)
      guard numbers.next() < demand(hour) else { continue }
      let base = min(bases.count - 1, Int(numbers.next() * numbers.next() * 7))
      rides.append(
        Ride(
          day: 1 + Int(numbers.next() * 30), hour: hour, minute: Int(numbers.next() * 60),
          latitude: 40.7 + numbers.next() / 8, longitude: -74.02 + numbers.next() / 8, base: bases[base]))
    }
    rides.sort { ($0.day, $0.hour, $0.minute) < ($1.day, $1.hour, $1.minute) }
    let lines = rides.map { ride in
      let time = "4/\(ride.day)/2014 \(ride.hour):\(String(format: "%02d", ride.minute)):00"
      return "\(time),\(String(format: "%.4f,%.4f", ride.latitude, ride.longitude)),\(ride.base)"
    }
    return "Date/Time,Lat,Lon,Base\n" + lines.joined(separator: "\n") + "\n"
  }

  /// How likely a ride is at an hour, from 0 to 1.
  private static func demand(_ hour: Int) -> Double {
    func wave(_ peak: Double, _ width: Double) -> Double { exp(-pow((Double(hour) - peak) / width, 2)) }
    return 0.08 + 0.6 * wave(8, 2.2) + 0.92 * wave(18, 3.2)
  }

  /// The same numbers from 0 up to 1 for the same start.
  private struct Numbers {
    var state: UInt64

    mutating func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
  }
}
