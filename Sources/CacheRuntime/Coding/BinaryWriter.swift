/// Bytes in the making, in the terms of `BinaryFormat`.
struct BinaryWriter: Sendable {
  private(set) var bytes: [UInt8] = []

  mutating func write(_ tag: BinaryTag) { bytes.append(tag.rawValue) }

  mutating func write(number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  mutating func write(signed number: Int64) {
    write(number: UInt64(bitPattern: (number << 1) ^ (number >> 63)))
  }

  mutating func write(raw: UnsafeRawBufferPointer) { bytes.append(contentsOf: raw) }

  mutating func write(text: String) {
    var text = text
    text.withUTF8 {
      write(number: UInt64($0.count))
      bytes.append(contentsOf: $0)
    }
  }

  /// A container: its length in bytes and its count stand before what is in it.
  mutating func write(_ tag: BinaryTag, count: Int, contents: [UInt8]) {
    var head = BinaryWriter()
    head.write(number: UInt64(count))
    write(tag)
    write(number: UInt64(head.bytes.count + contents.count))
    bytes.append(contentsOf: head.bytes)
    bytes.append(contentsOf: contents)
  }

  mutating func append(_ other: [UInt8]) {
    if bytes.isEmpty { bytes = other } else { bytes.append(contentsOf: other) }
  }
}
