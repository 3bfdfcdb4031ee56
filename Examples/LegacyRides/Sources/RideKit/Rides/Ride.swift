import Foundation

/// One pick-up of a ride-sharing car.
public struct Ride: Codable, Hashable, Sendable {
  /// When the passenger got in.
  public var pickedUp: Date
  /// Where.
  public var place: Coordinate
  /// The base that sent the car.
  public var base: String

  /// A ride of these parts.
  public init(pickedUp: Date, place: Coordinate, base: String) {
    self.pickedUp = pickedUp
    self.place = place
    self.base = base
  }

  /// The hour of the day, from 0 to 23, in New York's standard time.
  public var hour: Int {
    let seconds = Int(pickedUp.timeIntervalSince1970) - 5 * 3600
    return (seconds / 3600) % 24
  }
}

/// A place on the map, in degrees.
public struct Coordinate: Codable, Hashable, Sendable {
  /// Degrees north.
  public var latitude: Double
  /// Degrees east.
  public var longitude: Double

  /// A place at these degrees.
  public init(latitude: Double, longitude: Double) {
    self.latitude = latitude
    self.longitude = longitude
  }
}
