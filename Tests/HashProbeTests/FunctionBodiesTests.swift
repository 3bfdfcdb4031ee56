import Foundation
import SwiftParser
import Testing

@testable import HashProbe

@Suite struct FunctionBodiesTests {
  /// The text with dots for what is passed over.
  private static func dotted(_ text: String, without offsets: [Int] = [], isWhole: Bool = true) -> String {
    var bytes = Array(text.utf8)
    let found = bytes.withUnsafeBytes { FunctionBodies(in: $0, without: offsets, isWhole: isWhole) }
    for range in found.ranges { for index in range { bytes[index] = UInt8(ascii: ".") } }
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
    ("static func + (a: A, b: A) -> A {1}", "static func + (a: A, b: A) -> A {.}"),
    ("func encode(to e: any Encoder) {1}", "func encode(to e: any Encoder) {.}"),
    ("var hashValue: Int {1}", "var hashValue: Int {.}"),
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

  static let functions: [(text: String, dotted: String)] = [
    ("func f() {1}\nlet a = 1", "............\nlet a = 1"),
    ("struct A { let a: Int\n  init() {1} }", "struct A { let a: Int\n  .......... }"),
    ("@X(a: \")\") @Y.Z\n  public static func f() {1}", "............................................"),
    (
      "struct A { override func f() {1}\n final class func g() {2}\n}",
      "struct A { .....................\n ........................\n}"
    ),
    ("let a: Int\noverride func f() {1}", "let a: Int\n....................."),
    ("var a: Int {1}\nlet b = 2", "..............\nlet b = 2"),
    ("var a: Int { get {1}\n set {2} }", "..............................."),
    ("struct A { subscript(a: Int) -> Int {1}\n}", "struct A { ............................\n}"),
    ("// a\nlet a = 1 // b\nlet c = 2", "....\nlet a = 1 ....\nlet c = 2"),
    ("// a\n/// b\n  /* c */\nlet d = 1", "....................\nlet d = 1"),
    ("let a = 1 // b\n/* c */ let d = 2", "let a = 1 // b\n/* c */ let d = 2"),
    // What may belong to something else, or has something else behind it.
    ("enum A { case a,\n open\n func f() {1}\n}", "enum A { case a,\n open\n ............\n}"),
    ("enum A { case a, open\n}", "enum A { case a, open\n}"),
    ("func f() {1}; let a = 1", "func f() {.}; let a = 1"),
    ("let a = 1; func f() {1}", "let a = 1; ............"),
    ("#if A\n@X\n#endif\nfunc f() {1}", "#if A\n@X\n#endif\nfunc f() {.}"),
    ("@X<Int>\nfunc f() {1}", "@X<Int>\nfunc f() {.}"),
    ("unknown func f() {1}", "unknown func f() {.}"),
    ("nonisolated(nonsending) func f() {1}", "nonisolated(nonsending) func f() {.}"),
    ("a /* b */ + c/* d */+ e", "a ....... + c/* d */+ e"),
    ("let a = 1 // b\n/* c */ func f() {1}", "let a = 1 // b\n/* c */ func f() {.}"),
    // What others ask for without its name.
    ("func next() -> Int? {1}", "func next() -> Int? {.}"),
    ("var id: Int {1}", "var id: Int {.}"),
    ("init(from a: any Decoder) {1}", "init(from a: any Decoder) {.}"),
    ("func hash(into h: inout Hasher) {1}", "func hash(into h: inout Hasher) {1}"),
    ("static func == (a: A, b: A) -> Bool {1}", "static func == (a: A, b: A) -> Bool {1}"),
    // Stored, or read by its accessors.
    ("var a = 1 { didSet {1} }", "var a = 1 { didSet {1} }"),
    ("var a: Int { get async {1} }", "var a: Int { get async {.} }"),
    ("var a: Int { _read {1} }", "var a: Int { _read {.} }"),
    ("protocol A { var a: Int { get }\n}", "protocol A { var a: Int { get }\n}"),
    ("lazy var a: A = { 1 }()", "lazy var a: A = { 1 }()"),
    ("var a: Int {1}, b: Int {2}", "var a: Int {.}, b: Int {2}"),
  ]

  @Test(arguments: functions)
  func `Functions are passed over whose beginning and end are certain`(text: String, dotted: String) {
    #expect(Self.dotted(text, isWhole: false) == dotted)
  }

  @Test func `A function that holds a place of interest is left out`() {
    #expect(
      Self.dotted("@x func f() {1}\nfunc g() {2}\nfunc h() {x}", without: [1, 39], isWhole: false)
        == "@x func f() {.}\n............\nfunc h() {x}")
  }

  @Test func `A body that holds a place of interest is left out`() {
    #expect(
      Self.dotted("func f() {1} func g() {2} func h() {3}", without: [5, 23])
        == "func f() {.} func g() {2} func h() {.}")
  }

  /// Sources of this package, and public ones where there are any, in the directories that `RECACHE_PREFILTER_TREES`
  /// names: all that is read of a file is the same without what is passed over, but for the functions that are noted as
  /// unread.
  @Test func `What a file declares stands outside of the bodies`() throws {
    let own = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["RECACHE_PREFILTER_TREES"] ?? ""
    let roots =
      ["Sources/CacheRuntime", "Sources/HashProbe/Types", "Examples"].map { own.appending(path: $0).path }
      + named.split(separator: ":").map(String.init)
    var passedOver = 0
    for root in roots {
      for case let path as String in try #require(FileManager.default.enumerator(atPath: root))
      where path.hasSuffix(".swift") && !path.contains(".build/") {
        guard let text = FileManager.default.contents(atPath: root + "/" + path) else { continue }
        let bytes = Array(text)
        guard BracketRun.excess(in: bytes) == nil else { continue }
        let whole = Self.summary(CondensedSource(bytes, without: []), of: bytes, path)
        for isWhole in [true, false] {
          let found = bytes.withUnsafeBytes { FunctionBodies(in: $0, without: [], isWhole: isWhole) }
          let condensed = CondensedSource(bytes, without: found.ranges)
          passedOver += bytes.count - condensed.bytes.count
          #expect(
            Self.summary(condensed, of: bytes, path).without(found.unread) == whole.without(found.unread),
            "\(root)/\(path)")
        }
      }
    }
    #expect(passedOver > 200_000)
  }

  private static func summary(
    _ condensed: CondensedSource, of bytes: [UInt8], _ path: String
  ) -> DeclarationSummary {
    let tree = condensed.bytes.withUnsafeBufferPointer { Parser.parse(source: $0, maximumNestingLevel: 256) }
    return DeclarationSummary(of: tree, bytes: bytes, condensed: condensed, path: path, module: nil)
  }
}
