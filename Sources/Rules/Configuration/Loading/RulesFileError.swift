/// Why a rules file cannot be used: what is wrong, where, and the line that says so.
package struct RulesFileError: Error, Hashable, Sendable {
  package var path: String
  package var place: Place?
  package var fault: RulesFileFault

  package init(path: String, place: Place? = nil, fault: RulesFileFault) {
    self.path = path
    self.place = place
    self.fault = fault
  }

  /// Where in the file: line and column count from 1, columns in UTF-8 bytes.
  package struct Place: Hashable, Sendable {
    package var line: Int
    package var column: Int
    /// The number of bytes of the line that the fault is about; 0 where it is about a point.
    package var length: Int
    /// The whole line, without its end.
    package var text: String
    /// The line on which the first of two stands, for what is there twice.
    package var firstLine: Int?
  }
}

/// What can be wrong with a rules file.
package enum RulesFileFault: Hashable, Sendable {
  // The file itself.
  case missing, isDirectory, notAFile
  case unreadable(code: Int32)
  case tooLarge(limit: Int)
  case notUTF8

  // YAML.
  case empty, emptyBaseline, severalDocuments
  case syntax(String)
  case nestedTooDeeply(limit: Int)
  case tooManyAliases(limit: Int)
  case aliasWithinItself(String)
  case unknownAlias(String)
  case tag(String)
  case keyIsNoString
  case duplicateKey(String)

  // Its meaning.
  case wrongType(expected: String, found: String)
  case missingKey(String)
  case unknownKey(String, near: String?)
  case unknownRule(String, near: String?)
  case unknownValue(String, allowed: [String], near: String?)
  case unsupportedVersion(Int, supported: Int)
  case emptyText, emptyList
  case duplicateValue(String)
  case badIdentifier(String)
  case badType(String)
  case typeWithoutModule(String)
  case badPathPattern(String)
  case badArgument(String)
  case needsOneOf([String])
  case conflict(String, String)
  case needsKey(String, other: String)
}

/// A fault at a place of the text in hand, before anybody asked for line and column.
struct LocatedFault: Error {
  var fault: RulesFileFault
  /// Counted in Unicode scalars.
  var range: Range<Int>?
  var byteOffset: Int?
  /// Where the first of two stands.
  var first: Range<Int>?

  init(_ fault: RulesFileFault, at range: Range<Int>?, first: Range<Int>? = nil) {
    self.fault = fault
    self.range = range
    self.first = first
  }

  init(_ fault: RulesFileFault, atByte offset: Int) {
    self.fault = fault
    self.byteOffset = offset
  }
}
