/// Which function a cache belongs to: where it stands, its signature, and a fingerprint of its source.
public struct FunctionIdentity: Hashable, Sendable {
  /// `Module/File.swift` as the compiler's `#fileID` gives it.
  public let fileID: String
  /// The enclosing types and functions and the full signature.
  public let path: String
  /// The function with its labels, as messages name it.
  public let name: String
  /// A digest of the function's tokens, comments and white space aside.
  public let fingerprint: String

  /// An identity as the macros and the function forms make it.
  public init(fileID: String, path: String, name: String, fingerprint: String) {
    self.fileID = fileID
    self.path = path
    self.name = name
    self.fingerprint = fingerprint
  }

  /// The identity of a closure, by the place of the call that caches it; of its source nothing is known.
  init(closureIn fileID: String, line: Int, column: Int, form: String) {
    self.init(
      fileID: fileID, path: "line \(line), column \(column)", name: "\(form) at \(fileID):\(line):\(column)",
      fingerprint: "")
  }

  /// Whether the fingerprint says what the function does.
  var knowsSource: Bool { !fingerprint.isEmpty }

  /// What the function is called in stores, for what depends on it: all its builds and specializations.
  var storeTag: String {
    "function " + StoreDigest(of: [fileID, path].joined(separator: "\0").utf8).description
  }

  /// The module, from the file's id.
  public var module: String { String(fileID.prefix { $0 != "/" }) }
}

/// What a cache holds: data, resources, or what the deprecated `cache` held.
public enum CacheKind: String, Hashable, Sendable {
  /// Values of which every caller gets its own.
  case data
  /// Objects that all callers share.
  case resource
  /// Objects that all callers share and must not change.
  case legacy
}
