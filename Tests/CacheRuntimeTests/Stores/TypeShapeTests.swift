import Foundation
import Testing

@testable import CacheRuntime

enum Shapes {
  enum First { struct Ride: Codable { var start: Date, tags: [String] } }
  enum Renamed { struct Ride: Codable { var begin: Date, tags: [String] } }
  enum Retyped { struct Ride: Codable { var start: Double, tags: [String] } }
  enum Deeper { struct Ride: Codable { var start: Date, tags: [Tag] } }
  struct Tag: Codable { var name: String }
  indirect enum Tree: Codable { case leaf(Int?), node(left: Tree, right: Tree) }
  enum Plain: Codable { case a, b }
  final class Node: Codable { var next: Node?, value = [1: "a"] }
  struct Box<Content: Codable>: Codable { var content: Content }
}

@Suite struct TypeShapeTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let type: any Any.Type
    let part: String
    var testDescription: String { "\(type)" }
  }

  static let examples = [
    Example(type: Int.self, part: "Swift.Int"), Example(type: [String: [Int]?].self, part: "("),
    Example(type: Shapes.First.Ride.self, part: "start:"), Example(type: Shapes.Tree.self, part: "leaf:"),
    Example(type: Shapes.Plain.self, part: "{a:;b:;}"), Example(type: Shapes.Node.self, part: "next:"),
    Example(type: Shapes.Box<Shapes.Tag>.self, part: "name:Swift.String"),
    Example(type: [Shapes.Tag].self, part: "name:Swift.String"),
  ]

  @Test("the shape names properties, cases and what is in them", arguments: examples)
  func parts(_ example: Example) {
    let text = TypeShape.text(of: example.type)
    #expect(text.contains(example.part), "\(text)")
  }

  @Test("payloads of cases are looked into") func payloads() {
    let text = TypeShape.text(of: Shapes.Tree.self)
    #expect(text.contains("node:(left: CacheRuntimeTests.Shapes.Tree, right: CacheRuntimeTests.Shapes.Tree)"))
    #expect(text.contains("leaf:Swift.Optional<Swift.Int>"))
  }

  @Test("D08: another property, type or depth is another shape") func differs() {
    let types: [any Any.Type] = [
      Shapes.First.Ride.self, Shapes.Renamed.Ride.self, Shapes.Retyped.Ride.self, Shapes.Deeper.Ride.self,
    ]
    let texts = types.map { type in
      TypeShape.text(of: type).replacing(/CacheRuntimeTests\.Shapes\.\w+\.Ride/, with: "Ride")
    }
    #expect(Set(texts).count == texts.count)
    #expect(TypeShape.digest(of: Int.self) == TypeShape.digest(of: Int.self))
    #expect(TypeShape.digest(of: Int.self) != TypeShape.digest(of: Int64.self))
  }

  @Test("what lies too deep, is too much or has too long a name counts by name, and ends") func bounds() {
    typealias Deep = Shapes.Box<Shapes.Box<Shapes.Box<Shapes.Tag>>>
    let whole = TypeShape.text(of: Deep.self)
    #expect(whole.components(separatedBy: "content:").count == 4 && whole.contains("name:"))
    for bounds in [TypeShape.Bounds(depth: 2), TypeShape.Bounds(types: 2)] {
      let text = TypeShape.text(of: Deep.self, within: bounds)
      #expect(text.components(separatedBy: "content:").count == 3 && !text.contains("name:"), "\(text)")
    }
    let short = TypeShape.text(of: Deep.self, within: TypeShape.Bounds(name: 20))
    #expect(short == String(reflecting: Deep.self).prefix(20))
  }

  @Test("no address is in a shape") func noAddress() {
    struct Local: Codable { var a: Int }
    #expect(!TypeShape.text(of: Local.self).contains("$"))
  }
}
