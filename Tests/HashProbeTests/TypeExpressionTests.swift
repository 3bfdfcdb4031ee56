import HashProbe
import Testing

@Suite struct TypeExpressionTests {
  @Test(arguments: [
    ("Int", "Int"),
    ("Swift.Int", "Swift.Int"),
    ("A.B.C_1", "A.B.C_1"),
    ("Swift.Void", "Void"),
    ("Any", "Any"),
    ("Array<Int>", "[Int]"),
    ("Swift.Array<Swift.Int>", "[Swift.Int]"),
    ("Optional<Int>", "Int?"),
    ("Int!", "Int?"),
    ("Int??", "Int??"),
    ("Dictionary<String, Array<Int>>", "[String: [Int]]"),
    ("[ String:Set<Int> ]", "[String: Set<Int>]"),
    ("()", "Void"),
    ("Void", "Void"),
    ("(Int)", "Int"),
    ("((Int))", "Int"),
    ("(x: Int, _ y: String)", "(x: Int, String)"),
    ("(Int)->()", "(Int) -> Void"),
    (
      "@escaping @Sendable (Int) async throws(MyError) -> [Int]",
      "@escaping @Sendable (Int) async throws(MyError) -> [Int]"
    ),
    ("((Int) -> Void)?", "((Int) -> Void)?"),
    ("(Int...) -> Void", "(Int...) -> Void"),
    ("inout Int", "inout Int"),
    ("borrowing [Int]", "borrowing [Int]"),
    ("isolated (any Actor)?", "isolated (any Actor)?"),
    ("any P & Q", "any P & Q"),
    ("(any P)?", "(any P)?"),
    ("some Collection<Int>", "some Collection<Int>"),
    ("any P.Type", "any P.Type"),
    ("(any P).Type", "(any P).Type"),
    ("P.Protocol", "P.Type"),
    ("Int.Type", "Int.Type"),
    ("Outer<A>.Inner<B, C>", "Outer<A>.Inner<B, C>"),
    ("[Int].Index", "Array<Int>.Index"),
    ("Result<[Row], any Error>", "Result<[Row], any Error>"),
    ("~Copyable", "~Copyable"),
    ("any ~Copyable", "any ~Copyable"),
    ("(repeat each T)", "(repeat each T)"),
    ("Pack<repeat each T>", "Pack<repeat each T>"),
    ("[3 of Int]", "InlineArray<3, Int>"),
    ("`Type`", "Type"),
    ("Swift::Int", "Swift.Int"),
  ])
  func `A type has one spelling`(text: String, spelling: String) throws {
    let type = try TypeExpression(parsing: text)
    #expect(type.description == spelling)
    #expect(try TypeExpression(parsing: type.description) == type)
  }

  @Test(arguments: ["", "1 + 2", "Int Int", "[Int", "func", "struct A {}", "[Int]]"])
  func `What is not a type is an error`(text: String) {
    #expect(throws: TypeExpressionError.notAType(text)) { try TypeExpression(parsing: text) }
  }

  @Test(arguments: [
    ("[", "]"), ("(", ")"), ("A<", ">"), ("", "?"), ("", ".A"), ("() -> ", ""), ("any ", ""), ("A & ", ""),
    ("@a ", ""), ("", "!"), ("~", ""), ("", ".Type"), ("inout ", ""), ("[A: ", "]"), ("A.", ""),
    ("repeat ", ""),
  ])
  func `Nesting without end is an error, not a crash`(before: String, after: String) throws {
    for count in [1_000, 10_000] {
      let text = String(repeating: before, count: count) + "A" + String(repeating: after, count: count)
      #expect(throws: TypeExpressionError.self) { try TypeExpression(parsing: text) }
    }
  }

  @Test func `Arrays of arrays are given up before their parsing takes for ever`() throws {
    let type = try TypeExpression(
      parsing: String(repeating: "[", count: 8) + "A" + String(repeating: "]", count: 8))
    #expect(type.description.count == 17)
    let deep = String(repeating: "[", count: 60) + "A" + String(repeating: "]", count: 60)
    #expect(throws: TypeExpressionError.self) { try TypeExpression(parsing: deep) }
  }

  @Test(arguments: [("[", "]"), ("[A: ", "]")])
  func `As many brackets in a row are read as a file may have, and no more`(before: String, after: String)
    throws
  {
    func nested(_ depth: Int) -> String {
      String(repeating: before, count: depth) + "A" + String(repeating: after, count: depth)
    }
    let most = nested(BracketRun.limit)
    #expect(
      try TypeExpression(parsing: most).description == most)
    for depth in [BracketRun.limit + 1, 60] {
      #expect(throws: TypeExpressionError.notAType(nested(depth))) {
        try TypeExpression(parsing: nested(depth))
      }
    }
  }
}
