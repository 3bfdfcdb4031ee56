/// What is wrong with `PORT`.
struct PortChoice: Error, Hashable, CustomStringConvertible {
  let text: String

  /// The port that the environment asks for; 0, which takes a free one, where it says nothing.
  static func port(_ text: String?) throws(PortChoice) -> Int {
    guard let text, !text.isEmpty else { return 0 }
    guard let port = UInt16(text) else { throw PortChoice(text: text) }
    return Int(port)
  }

  var description: String { "PORT must be a number from 0 to 65535, and it is '\(text)'" }
}
