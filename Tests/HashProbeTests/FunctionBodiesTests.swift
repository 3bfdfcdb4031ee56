import Foundation
import HashProbe
import SwiftParser
import Testing

@Suite struct FunctionBodiesTests {
  /// The text with dots for the bodies.
  private static func dotted(_ text: String, without offsets: [Int] = []) -> String {
    var bytes = Array(text.utf8)
    let bodies = bytes.withUnsafeBytes { FunctionBodies.ranges(in: $0, without: offsets) }
    for body in bodies { for index in body { bytes[index] = UInt8(ascii: ".") } }
    return String(decoding: bytes, as: UTF8.self)
  }

  static let cases: [(text: String, dotted: String)] = [
    ("func f() { g() }", "func f() {.....}"),
    ("func f(a: () -> Void = { b() }) -> Int {1}", "func f(a: () -> Void = { b() }) -> Int {.}"),
    ("struct A { init() {1}; deinit {2}; var a = 1 }", "struct A { init() {.}; deinit {.}; var a = 1 }"),
    ("extension A.B: C where D == E { func f() {{}} }", "extension A.B: C where D == E { func f() {..} }"),
    ("var a: Int {1}", "var a: Int {.}"),
    ("var a: Int { get {1} set {2} }", "var a: Int { get {.} set {.} }"),
    ("var a = 1 { didSet {1} }", "var a = 1 { didSet {1} }"),
    ("var a: Int { @X get {1} }", "var a: Int { @X get {.} }"),
    ("let a = { func f() {1} }()", "let a = { func f() {1} }()"),
    ("lazy var a: A = { 1 }()", "lazy var a: A = { 1 }()"),
    ("subscript(a: Int) -> Int {1}", "subscript(a: Int) -> Int {.}"),
    // What says how a type hashes and compares is read.
    ("func hash(into h: inout Hasher) {1}", "func hash(into h: inout Hasher) {1}"),
    ("static func == (a: A, b: A) -> Bool {1}", "static func == (a: A, b: A) -> Bool {1}"),
    ("func encode(to e: any Encoder) {1}", "func encode(to e: any Encoder) {1}"),
    ("var hashValue: Int {1}", "var hashValue: Int {1}"),
    ("var a: Int {1}, rawValue: Int {2}", "var a: Int {.}, rawValue: Int {2}"),
    ("func `hash`(into h: inout Hasher) {1}", "func `hash`(into h: inout Hasher) {1}"),
    // Braces that are no code.
    (#"func f() { "}" }; func g() {1}"#, #"func f() {.....}; func g() {.}"#),
    (#"func f() { "\(a("}"))}" }"#, #"func f() {..............}"#),
    ("func f() { #\"\"}\\(}\"# }", "func f() {...........}"),
    ("func f() { \"\"\"\n } \"a\" \\(b)\n\"\"\" }", "func f() {.....................}"),
    ("func f() { /* } /* } */ } */ }", "func f() {...................}"),
    ("func f() { // }\n}", "func f() {......}"),
    ("#!/bin/sh '{'\nfunc f() {1}", "#!/bin/sh '{'\nfunc f() {.}"),
    ("func f() { a / b; e/f/g }", "func f() {..............}"),
    ("func f() { c /= d\n e/f }", "func f() {.............}"),
    // What bytes alone do not tell.
    ("func f() { a(/}/) }", "func f() { a(/}/) }"),
    ("func f() { #/}/# }", "func f() { #/}/# }"),
    ("func f() { \"\n\" }", "func f() { \"\n\" }"),
    ("func f() { 1 ", "func f() { 1 "),
    ("func f() { 1 } }", "func f() { 1 } }"),
    ("func f() {1} (", "func f() {1} ("),
    (
      "func f() { \(String(repeating: #""\("#, count: 40)) }",
      "func f() { \(String(repeating: #""\("#, count: 40)) }"
    ),
  ]

  @Test(arguments: cases)
  func `Bodies are found, and a file is left alone that cannot be read for certain`(
    text: String, dotted: String
  ) {
    #expect(Self.dotted(text) == dotted)
  }

  @Test func `A body that holds a place of interest is left out`() {
    #expect(
      Self.dotted("func f() {1} func g() {2} func h() {3}", without: [5, 23])
        == "func f() {.} func g() {2} func h() {.}")
  }

  /// Sources of this package, and public ones where there are any, in the directories that `RECACHE_PREFILTER_TREES`
  /// names: all that is read of a file is the same with blanks in the place of its bodies.
  @Test func `What a file declares stands outside of the bodies`() throws {
    let own = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["RECACHE_PREFILTER_TREES"] ?? ""
    let roots =
      ["Sources/CacheRuntime", "Sources/HashProbe/Types", "Examples"].map { own.appending(path: $0).path }
      + named.split(separator: ":").map(String.init)
    var blanked = 0
    for root in roots {
      for case let path as String in try #require(FileManager.default.enumerator(atPath: root))
      where path.hasSuffix(".swift") && !path.contains(".build/") {
        guard let text = FileManager.default.contents(atPath: root + "/" + path) else { continue }
        var bytes = Array(text)
        guard BracketRun.excess(in: bytes) == nil else { continue }
        let whole = Self.summary(bytes, path)
        for body in bytes.withUnsafeBytes({ FunctionBodies.ranges(in: $0, without: []) }) {
          for index in body { bytes[index] = UInt8(ascii: " ") }
          blanked += body.count
        }
        #expect(Self.summary(bytes, path, lines: Array(text)) == whole, "\(root)/\(path)")
      }
    }
    #expect(blanked > 100_000)
  }

  private static func summary(_ bytes: [UInt8], _ path: String, lines: [UInt8]? = nil) -> DeclarationSummary {
    let tree = bytes.withUnsafeBufferPointer { Parser.parse(source: $0, maximumNestingLevel: 256) }
    return DeclarationSummary(of: tree, bytes: lines ?? bytes, path: path, module: nil)
  }
}
