import Foundation
import Testing

/// Every transcript of `recache probe` in the README is what the program prints.
struct ProbeReadmeTests {
  struct Transcript: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var output: String

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

  static let transcripts: [Transcript] = {
    let text = (try? String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)) ?? ""
    return text.components(separatedBy: "```console\n").dropFirst().compactMap { block in
      let block = block.components(separatedBy: "```").first ?? ""
      guard block.hasPrefix("$ recache probe "), let end = block.firstIndex(of: "\n") else { return nil }
      return Transcript(
        arguments: words(String(block[..<end].dropFirst("$ recache ".count))),
        output: String(block[block.index(after: end)...]))
    }
  }()

  /// What a shell would make of a line without anything but words and single quotes.
  private static func words(_ line: String) -> [String] {
    line.components(separatedBy: "'").enumerated().flatMap { position, part in
      position % 2 == 1 ? [part] : part.split(separator: " ").map(String.init)
    }
  }

  @Test func `All seven examples are shown`() {
    let shown = Self.transcripts.flatMap(\.arguments).joined(separator: " ")
    for name in [
      "multiplyScore(_:multiplier:)", "Player.multiplyScore(by:)", "Pawn", "Person", "layers(of:)",
      "clock(at:)", "vocabulary(of:)",
    ] {
      #expect(shown.contains(name))
    }
  }

  @Test(arguments: transcripts)
  func `A transcript is what is printed`(transcript: Transcript) throws {
    let run = try Program.run(transcript.arguments, in: Self.root.path)
    #expect(run.output == transcript.output)
    #expect(run.errors == "")
  }
}
