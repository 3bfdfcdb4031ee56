import HashProbe
import Rules

/// What the raw bytes of a source say of it.
struct SourceScan: Sendable {
  /// In bytes.
  var size: Int
  /// A name of the API occurs.
  var hasName: Bool
  /// A module of the API is named.
  var hasModule: Bool
  /// `_exported` occurs: the file may pass a module on.
  var mayExport: Bool
  /// What is said to the linter in a comment occurs.
  var hasDirective: Bool
  /// Brackets are nested so deeply that the parser may give up, which is said of any file.
  var isDeep: Bool
  /// Not UTF-8.
  var isInvalid: Bool
  /// Of its bytes, where it was asked for.
  var digest: String?

  /// Whether a rule may have something to say about it.
  var isCandidate: Bool { hasName || hasDirective }
}

/// What to look for in raw bytes.
struct SourceScanner: Sendable {
  /// The word by which the linter is spoken to in comments.
  private static let directive = String(DirectiveWord.text.dropLast())

  private let api: WordSearch
  private let words: WordSearch
  private let modules: WordSearch
  private let exports = WordSearch(["_exported"])
  /// Bodies in which nothing of interest stands are not parsed.
  private let skipsBodies: Bool
  /// Looking for the names finds every file.
  let isBlind: Bool

  /// - Parameter isPrefiltered: Whether anything may be left out.
  init(_ configuration: Configuration, isPrefiltered: Bool = true) {
    let names = APINames(configuration).all
    api = WordSearch(names)
    words = WordSearch(names.union([Self.directive]))
    modules = WordSearch(configuration.legacy.modules)
    isBlind = api.isEverywhere
    skipsBodies = isPrefiltered && !isBlind
  }

  /// - Parameter isKept: Whether the digest of a file with a name will be wanted.
  func scan(_ bytes: UnsafeRawBufferPointer, digesting isKept: Bool = false) -> SourceScan {
    let shape = ByteShape(bytes, depth: SourceReader.nestingLimit / 2)
    // Nearly always there is no word, and nothing more to ask.
    let hasWord = words.occurs(in: bytes)
    let mayExport = exports.occurs(in: bytes)
    let hasName = hasWord && api.occurs(in: bytes)
    return SourceScan(
      size: bytes.count, hasName: hasName,
      hasModule: (hasWord || mayExport) && modules.occurs(in: bytes), mayExport: mayExport,
      hasDirective: hasWord && ByteSearch.offset(of: Array((Self.directive + ":").utf8), in: bytes) != nil,
      isDeep: shape.isDeep,
      isInvalid: !shape.isASCII && !bytes.isUTF8,
      digest: isKept && hasName ? ContentDigest.text(of: bytes) : nil)
  }

  /// What of a file nobody looks into.
  /// - Parameters:
  ///   - offsets: Where what matters occurs in it.
  ///   - isWhole: Whether its functions are wanted.
  func bodies(in bytes: [UInt8], _ offsets: [Int], isWhole: Bool) -> FunctionBodies? {
    guard skipsBodies else { return nil }
    return bytes.withUnsafeBytes { FunctionBodies(in: $0, without: offsets, isWhole: isWhole) }
  }

  /// Where what matters occurs.
  func offsets(in bytes: UnsafeRawBufferPointer) -> [Int] { words.offsets(in: bytes) }
}
