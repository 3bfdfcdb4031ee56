import CacheRuntime
import Reruns

/// What a script shows, from the top of the page downwards.
enum Show {
  static func header(_ text: String) { Elements.emit(.header, .text(text)) }
  static func text(_ text: String) { Elements.emit(.text, .text(text)) }
  static func success(_ text: String) { Elements.emit(.success, .text(text)) }
  static func warning(_ text: String) { Elements.emit(.warning, .text(text)) }
  static func failure(_ text: String) { Elements.emit(.error, .text(text)) }
  static func info(_ text: String) { Elements.emit("info", .text(text)) }
  static func code(_ text: String) { Elements.emit("code", .text(text)) }

  /// A result, large, with what it is.
  static func value(_ label: String, _ value: some CustomStringConvertible) {
    Elements.emit("value", ["label": .text(label), "value": .text(value.description)])
  }

  /// An error as a person would want to see it.
  static func error(_ error: any Error) { Elements.emit("exception", ShownError(error).payload) }

  /// A frame around what `body` shows.
  static func card<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R { try framed("card", body) }

  /// What `body` shows, side by side where there is room.
  static func columns<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R { try framed("columns", body) }

  /// Buttons in a row.
  static func row<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R { try framed("row", body) }

  private static func framed<R, E: Error>(_ style: String, _ body: () throws(E) -> R) throws(E) -> R {
    try Elements.container(.container, ["style": .text(style)]).within(body)
  }
}
