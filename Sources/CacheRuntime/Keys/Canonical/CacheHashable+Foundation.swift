public import Foundation

extension Date: CacheHashable {
  /// Takes in the moment.
  public func cacheHash(into hasher: inout CacheHasher) {
    hasher.write(.date)
    hasher.combine(timeIntervalSinceReferenceDate)
  }
}

extension UUID: CacheHashable {
  /// Takes in the 16 bytes.
  public func cacheHash(into hasher: inout CacheHasher) {
    hasher.write(.uuid)
    withUnsafeBytes(of: uuid) { hasher.write(raw: $0) }
  }
}

extension URL: CacheHashable {
  /// Takes in the text, and that of what it is relative to.
  public func cacheHash(into hasher: inout CacheHasher) {
    hasher.write(.url)
    hasher.combine(relativeString)
    hasher.combine(baseURL?.absoluteString)
  }
}

extension Data: CacheHashable {
  /// Takes in the bytes.
  public func cacheHash(into hasher: inout CacheHasher) { withUnsafeBytes { hasher.combine(bytes: $0) } }
}

extension Decimal: CacheHashable {
  /// Takes in the number, however it is written.
  public func cacheHash(into hasher: inout CacheHasher) {
    hasher.write(.decimal)
    hasher.combine(description)
  }
}

extension TimeZone: CacheHashable {
  /// Takes in the identifier.
  public func cacheHash(into hasher: inout CacheHasher) {
    hasher.write(.timeZone)
    hasher.combine(identifier)
  }
}

extension Locale: CacheHashable {
  /// Takes in the identifier.
  public func cacheHash(into hasher: inout CacheHasher) {
    hasher.write(.locale)
    hasher.combine(identifier)
  }
}

extension Calendar: CacheHashable {
  /// Takes in the kind of calendar and how it is set up.
  public func cacheHash(into hasher: inout CacheHasher) {
    hasher.write(.calendar)
    hasher.combine("\(identifier)")
    hasher.combine(locale)
    hasher.combine(timeZone)
    hasher.combine(firstWeekday)
    hasher.combine(minimumDaysInFirstWeek)
  }
}

extension DateComponents: CacheHashable {
  /// Takes in every component, those that are not set too.
  public func cacheHash(into hasher: inout CacheHasher) {
    hasher.write(.dateComponents)
    hasher.combine(calendar)
    hasher.combine(timeZone)
    hasher.combine(isLeapMonth)
    hasher.combine([
      era, year, month, day, hour, minute, second, nanosecond, weekday, weekdayOrdinal, quarter, weekOfMonth,
      weekOfYear, yearForWeekOfYear, dayOfYear,
    ])
  }
}

extension IndexPath: CacheHashable {
  /// Takes in the indexes.
  public func cacheHash(into hasher: inout CacheHasher) {
    hasher.write(.indexPath)
    hasher.combine(Array(self))
  }
}

extension CharacterSet: CacheHashable {
  /// Takes in the bitmap of its members.
  public func cacheHash(into hasher: inout CacheHasher) {
    hasher.write(.characterSet)
    hasher.combine(bitmapRepresentation)
  }
}

extension Measurement: CacheHashable {
  /// Takes in the number and the unit it is given in, so that equal lengths in other units are other keys.
  public func cacheHash(into hasher: inout CacheHasher) {
    hasher.write(.measurement)
    hasher.combine(value)
    hasher.write(name: Swift.type(of: unit as Any))
    hasher.combine(unit.symbol)
    if let converter = (unit as? Dimension)?.converter {
      hasher.combine(converter.baseUnitValue(fromValue: 1))
      hasher.combine(converter.baseUnitValue(fromValue: 2))
    }
  }
}
