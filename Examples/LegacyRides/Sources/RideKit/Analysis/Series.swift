import CacheRuntime

/// Computations on arrays of numbers.
public enum Series {
  /// How many rides were picked up in each hour of the day.
  @cache
  public static func byHour(_ rides: [Ride]) -> [Int] {
    Tally.ran("Series.byHour")
    return rides.reduce(into: Array(repeating: 0, count: 24)) { $0[$1.hour] += 1 }
  }

  /// The moving average over so many neighbours.
  @cache(maxEntries: 1_000)
  public static func smoothed(_ values: [Double], window: Int) -> [Double] {
    Tally.ran("Series.smoothed")
    return values.indices.map { index in
      let part = values[max(0, index - window)...min(values.count - 1, index + window)]
      return part.reduce(0, +) / Double(part.count)
    }
  }

  /// The distances between all pairs of places, in kilometres.
  @cache(persist: false)
  public static func distances(_ places: [Coordinate]) -> [[Double]] {
    Tally.ran("Series.distances")
    return places.map { from in places.map { to in Globe.distance(from: from, to: to) } }
  }

  /// The number of values, with their least and greatest.
  @cache
  public static func extent(of values: [Double]) -> (count: Int, least: Double, greatest: Double) {
    Tally.ran("Series.extent")
    return (values.count, values.min() ?? 0, values.max() ?? 0)
  }
}

/// Parts of a collection, the same for every kind of element.
public enum Shelf {
  /// The elements in shelves of the same size; the last one may be shorter.
  @cache(ttl: .hours(1))
  public static func shelved<Element: Codable & Hashable & Sendable>(
    _ elements: [Element], by size: Int
  ) -> [[Element]] {
    Tally.ran("Shelf.shelved")
    return stride(from: 0, to: elements.count, by: max(size, 1)).map { start in
      Array(elements[start..<min(start + size, elements.count)])
    }
  }

  /// The key of the greatest value; of equal ones the least key.
  @cache
  public static func winner<Key>(_ counts: [Key: Int]) -> Key?
  where Key: Codable & Hashable & Comparable & Sendable {
    Tally.ran("Shelf.winner")
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
