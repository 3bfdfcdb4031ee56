/// Why a store on disk cannot do its work; the caller's function runs all the same.
public enum DiskStoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A folder that is no folder, or a link to one.
  case notAFolder(String)
  /// A folder that belongs to another user, or that others can write.
  case unsafeFolder(String)
  /// A call of the system failed.
  case system(call: String, path: String, code: Int32)
  /// There is no store in the folder.
  case noStore(String)
  /// Opening failed a moment ago and is not tried again yet.
  case unavailable(String)

  /// What is wrong, and the remedy where there is one.
  public var description: String {
    switch self {
    case .notAFolder(let path): "'\(path)' is no folder of its own; a store needs one, and follows no links"
    case .unsafeFolder(let path):
      "'\(path)' belongs to another user or can be written by others; a store needs a folder of its own, of mode 0700"
    case .system(let call, let path, let code): "\(call) '\(path)': \(systemMessage(code))"
    case .noStore(let path): "there is no store in '\(path)'"
    case .unavailable(let reason): reason
    }
  }
}
