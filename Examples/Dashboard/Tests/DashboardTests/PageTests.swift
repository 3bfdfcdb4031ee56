import Foundation
import Testing

@testable import Dashboard

@Suite struct PageTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/Dashboard/Pages")

  @Test func pagesHaveNamesOfTheirOwnThatNeedNoEscape() {
    #expect(Set(Page.all.map(\.id)).count == Page.all.count)
    #expect(Page.all.allSatisfy { $0.id.allSatisfy { $0.isASCII && $0.isLetter } })
    #expect(Page.all.first?.id == "overview")
  }

  /// What a page shows as its code stands in a literal, and once more in the file as what runs.
  @Test func theCodeThatPagesShowIsTheCodeThatRuns() throws {
    func joined(_ text: some StringProtocol) -> String { String(text.filter { !$0.isWhitespace }) }
    var literals = 0
    for file in try FileManager.default.contentsOfDirectory(at: Self.folder, includingPropertiesForKeys: nil)
    {
      let text = try String(contentsOf: file, encoding: .utf8).replacing("\\\\", with: "\\")
      let all = joined(text)
      for literal in text.components(separatedBy: "Code = \"\"\"\n").dropFirst() {
        literals += 1
        for part in literal.components(separatedBy: "\n  \"\"\"")[0].components(separatedBy: "\n\n") {
          let count = all.components(separatedBy: joined(part)).count - 1
          #expect(count >= 2, "\(file.lastPathComponent): \(part)")
        }
      }
    }
    #expect(literals >= 10)
  }

  @Test func theRidesAreTheSameWheneverTheyAreMadeAndCanBeRead() throws {
    #expect(RideData.csv(rows: 100) == RideData.csv(rows: 100))
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(RideData.csv(rows: RideData.rows).utf8).write(to: file)
    let rides = try RideFile.read(file.path)
    #expect(rides.count == RideData.rows)
    #expect(Set(rides.map(\.base)) == Set(RideData.bases))
  }

  @Test func aBrokenRowIsNamed() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data("Date/Time,Lat,Lon,Base\n4/1/2014 1:02:03,1,2,B\n4/1/2014 25:02:03,1,2,B\n".utf8).write(to: file)
    #expect(throws: RideFileError(path: file.path, line: 3, column: "Date/Time")) {
      try RideFile.read(file.path)
    }
  }
}
