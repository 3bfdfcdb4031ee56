import Testing

@testable import CacheRuntime

private final class Region {
  let code: Int
  init(_ code: Int) { self.code = code }
}

private struct Area { var region: Region; var name = "x" }
private enum Place { case region(Region), nowhere }

@Suite struct HashFunctionTests {
  private func keys(_ values: [Any], _ functions: [HashFunction]) throws -> Int {
    let builder = KeyNodeBuilder(functions)
    return try Set(values.map { try #require(try builder.node($0, in: "f(_:)")) }).count
  }

  private let byCode: [HashFunction] = [.hash(Region.self) { $0.code }]

  @Test("H28: a hash function is found by type and by the type's full name") func byTypeAndName() throws {
    #expect(try keys([Region(1), Region(1), Region(2)], byCode) == 2)
    let name = String(reflecting: Region.self)
    let byName: [HashFunction] = [.hash(named: name) { ($0 as? Region)?.code ?? 0 }]
    #expect(try keys([Region(1), Region(1), Region(2)], byName) == 2)
  }

  @Test("H28: at any depth: elements, optionals, values, properties, payloads, tuples") func depth() throws {
    #expect(try keys([[Region(1)], [Region(1)], [Region(2)]], byCode) == 2)
    #expect(
      try keys([Region?.some(Region(1)) as Any, Region?.some(Region(1)) as Any, Region?.none as Any], byCode)
        == 2)
    #expect(try keys([["a": Region(1)], ["a": Region(1)], ["b": Region(1)]], byCode) == 2)
    #expect(
      try keys([Area(region: Region(1)), Area(region: Region(1)), Area(region: Region(2))], byCode) == 2)
    #expect(try keys([Place.region(Region(1)), Place.region(Region(1)), Place.nowhere], byCode) == 2)
    #expect(try keys([(Region(1), 2), (Region(1), 2), (Region(1), 3)], byCode) == 2)
  }

  @Test("H29: only exactly its type, no subclass") func exactType() throws {
    class Base {}
    class Derived: Base {}
    let functions: [HashFunction] = [.hash(Base.self) { _ in 1 }]
    #expect(try keys([Base(), Base()], functions) == 1)
    #expect(try KeyNodeBuilder(functions).node(Derived(), in: "f") == nil)
  }

  @Test("H30, H33: it overrides the hash that a type has") func overrides() throws {
    #expect(try keys([["a", "b"], ["b", "a"]], [.hash([String].self) { Set($0) }]) == 1)
    #expect(try keys([1, 3, 2], [.hash(Int.self) { $0 % 2 }]) == 2)
  }

  @Test("H31: its result is hashed as it is, so one for Int may return an Int") func noRecursion() throws {
    #expect(try keys([1, 2, 1], [.hash(Int.self) { $0 }]) == 2)
  }

  @Test("H32: by identity, another instance is another key") func identity() throws {
    let (first, second) = (Region(1), Region(1))
    #expect(try keys([first, first, second], [.hash(Region.self) { ObjectIdentifier($0) }]) == 2)
    withExtendedLifetime((first, second)) {}
  }

  @Test("H08, H34: a circle of objects ends at what a hash function makes of one, and is refused without one")
  func circle() throws {
    final class Node { var next: Holder? }
    struct Holder { var node: Node; var number = 1 }
    let node = Node()
    node.next = Holder(node: node)
    defer { node.next = nil }
    #expect(try KeyNodeBuilder([]).node(Holder(node: node), in: "f") == nil)
    let functions: [HashFunction] = [.hash(Node.self) { $0.next?.number ?? 0 }]
    #expect(
      try keys([Holder(node: node), Holder(node: node), Holder(node: node, number: 2)], functions) == 2)
  }

  @Test("H34: values nested more deeply than a circle could be told from are refused") func depthLimit()
    throws
  {
    func nested(_ depth: Int) -> Any { (0..<depth).reduce(Region(1) as Any) { inner, _ in [inner] as [Any] } }
    #expect(try KeyNodeBuilder(byCode).node(nested(50), in: "f") != nil)
    #expect(try KeyNodeBuilder(byCode).node(nested(1_000), in: "f") == nil)
  }

  @Test("E03: a hash function that fails is named") func failing() {
    let functions: [HashFunction] = [.hash(Region.self) { _ throws -> Int in throw Failure() }]
    let error = #expect(throws: UserHashError.self) {
      try KeyNodeBuilder(functions).node(Region(1), in: "f(_:)")
    }
    let type = String(reflecting: Region.self)
    #expect(
      error?.description == """
        Failure()

        This error is likely due to a bug in the hash function for '\(type)' that was given to 'f(_:)'. \
        It failed when hashing an object of type \(type).
        """)
  }

  @Test("E01: without one, the error names the argument, its type and the function") func unhashable() {
    #expect(
      UnhashableParamError(
        parameter: "obj", type: "Demo.MyCustomClass", function: "multiplyScore(_:multiplier:)"
      )
      .description.hasPrefix(
        "Cannot hash argument 'obj' (of type Demo.MyCustomClass) in 'multiplyScore(_:multiplier:)'."))
  }
}
