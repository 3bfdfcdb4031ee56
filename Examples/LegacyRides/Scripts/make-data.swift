// Writes the example's data into the current directory, the same whenever it runs:
//   cd Sources/RideKit/Resources && swift ../../../Scripts/make-data.swift
import Foundation

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

var random = SplitMix(state: 2014)

/// About a normal distribution.
func spread(_ width: Double) -> Double {
  (0..<6).reduce(0) { sum, _ in sum + Double.random(in: -1...1, using: &random) } / 6 * width
}

// Rides gather around three places, and in the evening.
let places = [(40.758, -73.985), (40.727, -73.992), (40.645, -73.784)]
let bases = ["B02512", "B02598", "B02617", "B02682", "B02764"]
var byHour = Array(repeating: 0, count: 24)
var rows: [(minute: Int, line: String)] = []
for _ in 0..<400 {
  let day = Int.random(in: 1...30, using: &random)
  let hour = (18 + Int(spread(22).rounded()) + 24) % 24
  let minute = Int.random(in: 0..<60, using: &random)
  let place = places[min(2, Int.random(in: 0..<5, using: &random) / 2)]
  let base = bases[Int.random(in: 0..<5, using: &random)]
  byHour[hour] += 1
  let line = String(
    format: "4/%d/2014 %d:%02d:00,%.4f,%.4f,%@", day, hour, minute, place.0 + spread(0.05),
    place.1 + spread(0.05), base)
  rows.append(((day * 24 + hour) * 60 + minute, line))
}
rows.sort { ($0.minute, $0.line) < ($1.minute, $1.line) }
try (["Date/Time,Lat,Lon,Base"] + rows.map(\.line)).joined(separator: "\n").appending("\n")
  .write(toFile: "rides.csv", atomically: true, encoding: .utf8)

let weather = (1...30).map { day in
  let high = Int.random(in: 80...210, using: &random)
  let rain = max(0, Int.random(in: -60...90, using: &random))
  return String(
    format: #"  {"day": "2014-04-%02d", "high": %.1f, "rain": %.1f}"#, day, Double(high) / 10,
    Double(rain) / 10)
}
try "[\n\(weather.joined(separator: ",\n"))\n]\n".write(
  toFile: "weather.json", atomically: true, encoding: .utf8)

// Least squares on two waves a day. Over whole days the inputs are orthogonal, so each weight stands alone.
func input(_ hour: Int) -> [Double] {
  let angle = Double(hour) / 24 * 2 * Double.pi
  return [sin(angle), cos(angle), sin(2 * angle), cos(2 * angle)]
}
let bias = Double(byHour.reduce(0, +)) / 24
let weights = (0..<4).map { index in
  byHour.indices.reduce(0.0) { $0 + Double(byHour[$1]) * input($1)[index] } / 12
}
let numbers = weights.map { String(format: "%.6f", $0) }.joined(separator: ", ")
try #"{"name": "two waves a day", "bias": \#(String(format: "%.6f", bias)), "weights": [\#(numbers)]}"#
  .appending("\n")
  .write(toFile: "demand-model.json", atomically: true, encoding: .utf8)

let zones = [
  "# Zones of the example city", "Harbour", "Old Town", "Station", "University", "Airport", "Riverside",
  "Hill Park",
]
try zones.joined(separator: "\n").appending("\n").write(
  toFile: "zones.txt", atomically: true, encoding: .utf8)
