import Foundation
import Rules
import Testing

@Suite struct JSONTextTests {
  /// The controls of ASCII and of Latin-1, and the two line breaks that JavaScript does not take in a string.
  static let controls = Array(0..<0x20) + Array(0x7F...0x9F) + [0x2028, 0x2029]

  @Test(arguments: controls)
  func `A control character is an escape, and comes back as it was`(code: Int) throws {
    let scalar = try #require(Unicode.Scalar(UInt32(code)))
    let text = "a\(scalar)b"
    let line = JSONText.object(["key": .string(text), text: .array([.string(text)])]).line
    #expect(line.unicodeScalars.allSatisfy { $0.isASCII && $0.value >= 0x20 && $0.value != 0x7F })
    let read = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(read?["key"] as? String == text)
    #expect(read?[text] as? [String] == [text])
  }

  @Test func `What is no control character stands as it is`() {
    #expect(JSONText.string("\u{A0}é\u{7E}中").line == "\"\u{A0}é~中\"")
  }
}
