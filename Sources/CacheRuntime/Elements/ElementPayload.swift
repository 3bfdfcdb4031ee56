#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// What an element shows: a value as in JSON, with whole numbers and bytes beside.
///
/// Its coding is JSON's own: `["rows": 3]` is written `{"rows": 3}`. Bytes are Base64 there, and read back as text.
public indirect enum ElementPayload: Hashable, Sendable {
  /// Nothing.
  case null
  /// Yes or no.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// Any number.
  case number(Double)
  /// Text.
  case text(String)
  /// Bytes, such as a picture's.
  case bytes([UInt8])
  /// Values in order.
  case array([ElementPayload])
  /// Values by name.
  case object([String: ElementPayload])

  /// The value of this name, where there are names.
  public subscript(name: String) -> ElementPayload? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  /// The text, if it is one.
  public var text: String? { if case .text(let text) = self { text } else { nil } }

  /// What it weighs in memory, in bytes.
  ///
  /// - Complexity: O(*n*) in the number of values.
  var weight: Int {
    var sum = 0
    // Not by calling itself: nothing bounds how deep values stand in values.
    var pending = [self]
    while let next = pending.popLast() {
      switch next {
      case .null, .bool, .integer, .number: sum += 16
      case .text(let text): sum += 32 + text.utf8.count
      case .bytes(let bytes): sum += 48 + bytes.count
      case .array(let values):
        sum += 48
        pending += values
      case .object(let members):
        sum += 64 + members.keys.reduce(0) { $0 + 32 + $1.utf8.count }
        pending += members.values
      }
    }
    return sum
  }
}

extension ElementPayload: Codable {
  /// Writes the value as JSON would have it.
  ///
  /// - Throws: what the encoder throws; JSON has no spelling for numbers that are not finite.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    case .bytes(let value): try container.encode(Data(value))
    case .array(let values): try container.encode(values)
    case .object(let members): try container.encode(members)
    }
  }

  /// Reads whatever value stands there.
  ///
  /// - Throws: what the decoder throws where none of the cases fits.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode(Data.self) {
      self = .bytes([UInt8](value))
    } else if let values = try? container.decode([ElementPayload].self) {
      self = .array(values)
    } else {
      self = .object(try container.decode([String: ElementPayload].self))
    }
  }
}

extension ElementPayload: ExpressibleByStringInterpolation, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  /// Text.
  public init(stringLiteral text: String) { self = .text(text) }
  /// Yes or no.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// Any number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// Values in order.
  public init(arrayLiteral values: ElementPayload...) { self = .array(values) }
  /// Values by name; of one name given twice, the last counts.
  public init(dictionaryLiteral members: (String, ElementPayload)...) {
    self = .object(Dictionary(members) { $1 })
  }
  /// Nothing.
  public init(nilLiteral: ()) { self = .null }
}
