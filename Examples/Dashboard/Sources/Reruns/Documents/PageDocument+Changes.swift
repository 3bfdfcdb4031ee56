import Foundation

extension PageDocument {
  /// What a watcher that has seen `version` needs to hear, as one line of JSON; nil where there is nothing new.
  ///
  /// A watcher that has seen nothing, or something of another document, gives 0 and gets the whole page.
  package func changes(since seen: Int) -> (version: Int, json: String)? {
    guard seen != version else { return nil }
    let known = seen > 0 && seen < version ? seen : 0
    let put = slots.filter { $0.value.version > known }
      .sorted { $0.key.comes(before: $1.key) }
      .map { place, slot in
        #"{"place":\#(place.json),"run":\#(slot.run),"kind":\#(Self.quoted(slot.element.kind)),"#
          + #""payload":\#(slot.element.payload)}"#
      }
    let gone = removed.filter { $0.value > known }.keys.sorted { $0.comes(before: $1) }
    let fields = [
      #""whole":\#(known == 0)"#, #""run":\#(run)"#, #""running":\#(isRunning)"#,
      #""spinner":\#(spinner.map(Self.quoted) ?? "null")"#,
      #""put":[\#(put.joined(separator: ","))]"#,
      #""removed":[\#(known == 0 ? "" : gone.map(\.json).joined(separator: ","))]"#,
    ]
    return (version, "{" + fields.joined(separator: ",") + "}")
  }

  /// A string as JSON.
  private static func quoted(_ text: String) -> String { JSON.text(text) }
}

/// Values as one line of JSON.
package enum JSON {
  /// A value as JSON; the same value always gives the same text.
  ///
  /// Numbers that JSON cannot say become words, so that encoding what a script shows never fails.
  package static func text(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "∞", negativeInfinity: "−∞", nan: "not a number")
    guard let data = try? encoder.encode(value) else { return "null" }
    return String(decoding: data, as: UTF8.self)
  }
}
