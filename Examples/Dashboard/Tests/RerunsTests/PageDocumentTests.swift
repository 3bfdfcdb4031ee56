import CacheRuntime
import Foundation
import Testing

@testable import Reruns

@Suite struct PageDocumentTests {
  private func place(_ path: Int...) -> ElementPlace { ElementPlace(root: "main", path: path) }
  private func text(_ text: String) -> ShownElement { ShownElement(kind: "text", payload: JSON.text(text)) }

  private struct Changes: Decodable {
    struct Put: Decodable {
      var place: [Part]
      var payload: String
    }
    /// A root's name or a number.
    struct Part: Decodable {
      var text: String
      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        text = try (try? container.decode(String.self)) ?? String(container.decode(Int.self))
      }
    }
    var whole: Bool
    var running: Bool
    var put: [Put]
    var removed: [[Part]]
    var shown: [String] { put.map { $0.place.map(\.text).joined(separator: "/") + " " + $0.payload } }
    var gone: [String] { removed.map { $0.map(\.text).joined(separator: "/") } }
  }

  private func changes(_ document: PageDocument, since version: Int) throws -> Changes {
    let json = try #require(document.changes(since: version)).json
    return try JSONDecoder().decode(Changes.self, from: Data(json.utf8))
  }

  @Test func aNewWatcherGetsTheWholePageInOrder() throws {
    var document = PageDocument()
    document.begin(1)
    document.put(text("third"), at: place(10))
    document.put(text("first"), at: place(2))
    document.put(text("second"), at: place(2, 0))
    document.end(superseded: false)
    let all = try changes(document, since: 0)
    #expect(all.whole && !all.running)
    #expect(all.shown == ["main/2 first", "main/2/0 second", "main/10 third"])
    #expect(document.changes(since: document.version) == nil)
  }

  @Test func aWatcherHearsOnlyOfWhatChanged() throws {
    var document = PageDocument()
    document.begin(1)
    document.put(text("a"), at: place(0))
    document.put(text("b"), at: place(1))
    document.put(text("c"), at: place(2))
    document.end(superseded: false)
    let seen = document.version
    document.begin(2)
    document.put(text("a"), at: place(0))
    document.put(text("B"), at: place(1))
    document.end(superseded: false)
    let new = try changes(document, since: seen)
    #expect(!new.whole)
    #expect(new.shown == ["main/1 B"])
    #expect(new.gone == ["main/2"])
  }

  @Test func aRunThatGaveWayTakesNothingAway() throws {
    var document = PageDocument()
    document.begin(1)
    document.put(text("a"), at: place(0))
    document.put(text("b"), at: place(1))
    document.end(superseded: false)
    document.begin(2)
    document.put(text("A"), at: place(0))
    document.end(superseded: true)
    #expect(document.elements.count == 2)
  }

  @Test func whatComesBackIsNoLongerGone() throws {
    var document = PageDocument()
    document.begin(1)
    document.put(text("a"), at: place(0))
    document.end(superseded: false)
    let seen = document.version
    document.begin(2)
    document.end(superseded: false)
    document.begin(3)
    document.put(text("a"), at: place(0))
    document.end(superseded: false)
    let new = try changes(document, since: seen)
    #expect(new.shown == ["main/0 a"])
    #expect(new.gone.isEmpty)
  }

  @Test func aVersionOfAnotherDocumentGetsTheWholePage() throws {
    var document = PageDocument()
    document.begin(1)
    #expect(try changes(document, since: 99).whole)
    #expect(try changes(document, since: -1).whole)
  }

  @Test func whateverTextAnElementHasItStaysOneLineOfJSON() throws {
    var document = PageDocument()
    document.begin(1)
    document.put(text("a\n</script>\u{2028}\"\\\u{0}"), at: place(0))
    let json = try #require(document.changes(since: 0)).json
    #expect(!json.contains("\n") && !json.contains("\r"))
    #expect(try changes(document, since: 0).put.first?.payload == "a\n</script>\u{2028}\"\\\u{0}")
  }

  @Test func theSpinnerShownIsThatOfTheFunctionThatBeganLast() {
    var document = PageDocument()
    document.begin(1)
    document.spin("outer", of: 1)
    document.spin("inner", of: 2)
    #expect(document.spinner == "inner")
    document.spin(nil, of: 2)
    #expect(document.spinner == "outer")
    document.end(superseded: false)
    #expect(document.spinner == nil)
  }
}
