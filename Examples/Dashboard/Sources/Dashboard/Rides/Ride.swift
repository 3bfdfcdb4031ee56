/// One pick-up of a ride-sharing car.
struct Ride: Codable, Hashable, Sendable {
  /// The day of the month.
  var day: Int
  /// The hour of the day, from 0 to 23.
  var hour: Int
  var minute: Int
  /// Degrees north.
  var latitude: Double
  /// Degrees east.
  var longitude: Double
  /// The base that sent the car.
  var base: String
}
