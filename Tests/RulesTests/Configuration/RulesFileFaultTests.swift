import Testing

@testable import Rules

/// A rules file that is refused, and the whole text that says so.
struct RefusedFile: CustomTestStringConvertible, Sendable {
  var name: String
  var source: String
  var error: String
  /// Whether a JSON Schema can see it too.
  var isRefusedBySchema = true

  var testDescription: String { name }

  init(_ name: String, _ source: String, _ error: String, schema isRefusedBySchema: Bool = true) {
    self.name = name
    self.source = source
    self.error = error
    self.isRefusedBySchema = isRefusedBySchema
  }
}

@Suite struct RulesFileFaultTests {
  static let rules = ["legacy-cache", "removed-option", "unhashable-param"]

  @Test(arguments: RefusedFile.all)
  func refused(_ file: RefusedFile) throws {
    let error = #expect(throws: RulesFileError.self) {
      try Configuration.shipped(knownRules: []).extended(
        by: Array(file.source.utf8), path: ".recache.yml", knownRules: Self.rules)
    }
    #expect(error?.description == ".recache.yml" + file.error)
  }

  @Test func aByteOrderMarkIsNoPartOfTheText() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("version: 1\nwidgets: [knob]\n".utf8)
    let configuration = try Configuration.shipped(knownRules: []).extended(by: bytes, path: "x.yml")
    #expect(configuration.widgets.last == "knob")
  }

  @Test func bytesThatAreNotUTF8AreRefusedWhereTheyStand() throws {
    let bytes = Array("version: 1\nwidgets: [".utf8) + [0xFF, 0xFE]
    let error = #expect(throws: RulesFileError.self) {
      try Configuration.shipped(knownRules: []).extended(by: bytes, path: "x.yml")
    }
    #expect(
      error?.description
        == "x.yml:2:11: error: the file is not UTF-8\nwidgets: [\u{FFFD}\u{FFFD}\n          ^")
  }

  @Test func utf16IsRefused() throws {
    let bytes: [UInt8] = [0xFF, 0xFE] + "version: 1".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let error = #expect(throws: RulesFileError.self) {
      try Configuration.shipped(knownRules: []).extended(by: bytes, path: "x.yml")
    }
    #expect(error?.fault == .notUTF8)
  }

  @Test func aFileOverOneMebibyteIsRefused() throws {
    let bytes = Array("version: 1\n#".utf8) + [UInt8](repeating: 0x20, count: 1 << 20)
    let error = #expect(throws: RulesFileError.self) {
      try Configuration.shipped(knownRules: []).extended(by: bytes, path: "x.yml")
    }
    #expect(error?.description == "x.yml: error: the file is larger than 1048576 bytes")
  }

  @Test func nestingIsBoundedBeforeItCosts() throws {
    let source = "version: 1\nwidgets: " + String(repeating: "[", count: 500_000)
    let error = #expect(throws: RulesFileError.self) {
      try Configuration.shipped(knownRules: []).extended(by: Array(source.utf8), path: "x.yml")
    }
    #expect(error?.fault == .nestedTooDeeply(limit: 32))
    #expect(error?.place?.column == 10 + 31)
  }

  @Test func aBombOfAliasesIsRefusedBeforeItGoesOff() throws {
    var source = "version: 1\na: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...20 {
      let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      source += "b\(level): &a\(level) [\(aliases)]\n"
    }
    let error = #expect(throws: RulesFileError.self) {
      try Configuration.shipped(knownRules: []).extended(by: Array(source.utf8), path: "x.yml")
    }
    #expect(error?.fault == .tooManyAliases(limit: 10_000))
  }

  @Test func aliasesStandForTheirValues() throws {
    let source = """
      version: 1
      legacy: {modules: &names [TeamKit], attributes: *names}
      widgets: *names
      """
    let configuration = try Configuration.shipped(knownRules: []).extended(
      by: Array(source.utf8), path: "x.yml")
    #expect(configuration.legacy.attributes == ["TeamKit"])
    #expect(configuration.widgets.last == "TeamKit")
  }

  @Test func everyPrefixOfTheShippedFileIsReadOrRefused() throws {
    let bytes = PackageResources.rules_yml
    let step = max(1, bytes.count / 60)
    for end in stride(from: 0, through: bytes.count, by: step) {
      _ = try? RulesFile.read(Array(bytes[..<end]), path: "x.yml", isShipped: true, knownRules: Self.rules)
    }
  }
}
