#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The folder of a store, and which files in it are the store's own.
///
/// ```
/// FOLDER/                     0700, of this user, written by nobody else
///   entries-1.sqlite          heads, small values, names of functions; -wal and -shm beside it
///   claims                    locked a byte a key by those who compute
///   values/KEY-NUMBER.value   large values, each written whole before its head is
/// ```
/// What has any other name belongs to somebody else and stays.
struct DiskFolder: Sendable {
  let path: String

  var values: String { "\(path)/values" }
  var claims: String { "\(path)/claims" }
  var lock: String { "\(path)/lock" }

  /// Makes the folders where they are missing.
  ///
  /// - Throws: `DiskStoreError`.
  func prepare() throws {
    try Self.make(path)
    try Self.requireOwn(path)
    try Self.make(values)
    try Self.requireOwn(values)
  }

  private static func make(_ path: String) throws {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw DiskStoreError.system(call: "mkdir", path: path, code: errno)
    }
    try make(String(path[..<slash]))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw DiskStoreError.system(call: "mkdir", path: path, code: errno)
    }
  }

  private static func requireOwn(_ path: String) throws {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      throw DiskStoreError.system(call: "lstat", path: path, code: errno)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw DiskStoreError.notAFolder(path) }
    guard status.st_uid == geteuid(), status.st_mode & 0o022 == 0 else {
      throw DiskStoreError.unsafeFolder(path)
    }
  }

  // Databases: a damaged one is left for a new one of the next number, and no name is ever used twice, so that a process
  // that still has the old one open cannot harm the new one.

  func database(_ number: Int) -> String { "\(path)/entries-\(number).sqlite" }

  /// The numbers of the databases there are, least first.
  func databaseNumbers() throws -> [Int] {
    try Self.names(in: path).compactMap { name in
      guard name.hasPrefix("entries-"), name.hasSuffix(".sqlite") else { return nil }
      let digits = name.dropFirst("entries-".count).dropLast(".sqlite".count)
      guard let number = Int(digits), number > 0, String(number) == digits else { return nil }
      return number
    }
    .sorted()
  }

  func removeDatabase(_ number: Int) {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(database(number) + suffix) }
  }

  // Values

  static func valueName(_ key: StoreDigest) -> String {
    let digits = String(UInt64.random(in: 0...UInt64.max), radix: 16)
    return "\(key)-\(String(repeating: "0", count: 16 - digits.count))\(digits).value"
  }

  static func isValueName(_ name: String) -> Bool {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, StoreDigest(hexadecimal: parts[0]) != nil, parts[1].hasSuffix(".value") else {
      return false
    }
    let digits = parts[1].dropLast(".value".count)
    return digits.count == 16 && digits.allSatisfy { $0.isHexDigit }
  }

  /// The key whose value a file of this name holds.
  static func key(ofValue name: String) -> StoreDigest? {
    StoreDigest(hexadecimal: name.prefix(StoreDigest.size * 2))
  }

  func value(_ name: String) -> String { "\(values)/\(name)" }

  func valueNames() throws -> [String] { try Self.names(in: values).filter(Self.isValueName) }

  private static func names(in path: String) throws -> [String] {
    guard let folder = opendir(path) else {
      throw DiskStoreError.system(call: "opendir", path: path, code: errno)
    }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names
  }

  /// Runs `body` while no other process repairs the folder.
  func withLock<Result>(_ body: () throws -> Result) throws -> Result {
    let descriptor = try Descriptor(lock, O_RDWR | O_CREAT)
    while flock(descriptor.number, LOCK_EX) != 0 {
      guard errno == EINTR else { throw DiskStoreError.system(call: "flock", path: lock, code: errno) }
    }
    return try body()
  }
}

/// An open file, closed with its last reference.
final class Descriptor: Sendable {
  let number: Int32

  /// - Throws: `DiskStoreError`.
  init(_ path: String, _ flags: Int32, mode: mode_t = 0o600) throws {
    number = open(path, flags | O_CLOEXEC | O_NOFOLLOW, mode)
    guard number >= 0 else { throw DiskStoreError.system(call: "open", path: path, code: errno) }
  }

  deinit { close(number) }
}

func systemMessage(_ code: Int32) -> String { String(cString: strerror(code)) }
