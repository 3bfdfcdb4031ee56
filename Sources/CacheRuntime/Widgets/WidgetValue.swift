/// The value of a widget, which can be part of a key.
///
/// Equal is what a function could not tell apart: a number is compared by its bits, so `nan` equals itself.
public enum WidgetValue: Codable, Sendable {
  /// No value yet.
  case none
  /// Yes or no.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// Any number.
  case number(Double)
  /// Text.
  case text(String)
  /// Bytes, such as a file's.
  case bytes([UInt8])
  /// Several values, in order.
  case list([WidgetValue])

  /// The value as a payload.
  var payload: ElementPayload {
    switch self {
    case .none: .null
    case .bool(let value): .bool(value)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .text(let value): .text(value)
    case .bytes(let value): .bytes(value)
    case .list(let values): .array(values.map(\.payload))
    }
  }
}

extension WidgetValue: Hashable {
  /// Whether a function could not tell the two apart.
  public static func == (lhs: Self, rhs: Self) -> Bool {
    switch (lhs, rhs) {
    case (.none, .none): true
    case (.bool(let left), .bool(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.number(let left), .number(let right)): StrictArgument(left) == StrictArgument(right)
    case (.text(let left), .text(let right)): StrictArgument(left) == StrictArgument(right)
    case (.bytes(let left), .bytes(let right)): left == right
    case (.list(let left), .list(let right)): left == right
    default: false
    }
  }

  /// Feeds what `==` compares.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .none: hasher.combine(0)
    case .bool(let value): hasher.combine(value)
    case .integer(let value): hasher.combine(value)
    case .number(let value): StrictArgument(value).hash(into: &hasher)
    case .text(let value): StrictArgument(value).hash(into: &hasher)
    case .bytes(let value): hasher.combine(value)
    case .list(let values): hasher.combine(values)
    }
  }
}

extension WidgetValue: CustomStringConvertible {
  /// The value as messages show it.
  public var description: String {
    switch self {
    case .none: "none"
    case .bool(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .text(let value): value
    case .bytes(let value): "\(value.count) bytes"
    case .list(let values): "\(values)"
    }
  }
}
