import Foundation

/// A type of somebody else's whose own `init(from:)` traps at bytes that it has not written, so that it is read here.
protocol CheckedDecodable {
  static func decodeChecked(from decoder: any Decoder) throws -> Self
}

/// Foundation adds what it reads without looking whether it fits.
extension IndexSet: CheckedDecodable {
  private enum Key: String, CodingKey { case indexes }
  private enum RangeKey: String, CodingKey { case location, length }

  static func decodeChecked(from decoder: any Decoder) throws -> IndexSet {
    var ranges = try decoder.container(keyedBy: Key.self).nestedUnkeyedContainer(forKey: .indexes)
    var set = IndexSet()
    while !ranges.isAtEnd {
      let range = try ranges.nestedContainer(keyedBy: RangeKey.self)
      let start = try range.decode(Int.self, forKey: .location)
      let (end, overflows) = start.addingReportingOverflow(try range.decode(Int.self, forKey: .length))
      // The largest number stands for none.
      guard start >= 0, end >= start, !overflows, end < .max else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: range.codingPath, debugDescription: "indexes from \(start) that end nowhere"))
      }
      set.insert(integersIn: start..<end)
    }
    return set
  }
}

/// Foundation frees what it takes for another kind of set when a bitmap is not laid out as one.
extension CharacterSet: CheckedDecodable {
  private enum Key: String, CodingKey { case bitmap }

  /// A bit for each character of a plane.
  private static var planeSize: Int { 8_192 }

  static func decodeChecked(from decoder: any Decoder) throws -> CharacterSet {
    let container = try decoder.container(keyedBy: Key.self)
    let bitmap = try container.decode(Data.self, forKey: .bitmap)
    guard isBitmap(bitmap) else {
      throw DecodingError.dataCorruptedError(
        forKey: .bitmap, in: container,
        debugDescription: "\(bitmap.count) bytes that are no set of characters")
    }
    return CharacterSet(bitmapRepresentation: bitmap)
  }

  /// Plane 0, then of each other plane that has characters its number and its bits, in order.
  private static func isBitmap(_ data: Data) -> Bool {
    guard data.count >= planeSize, (data.count - planeSize) % (planeSize + 1) == 0 else { return false }
    var last: UInt8 = 0
    for offset in stride(from: planeSize, to: data.count, by: planeSize + 1) {
      let plane = data[data.startIndex + offset]
      guard plane > last, plane <= 16 else { return false }
      last = plane
    }
    return true
  }
}
