#if SharedStore

/// Where a server listens, and as whom to speak to it.
public struct ServerAddress: Hashable, Sendable {
  /// How it is reached.
  public enum Place: Hashable, Sendable {
    /// Over TCP.
    case tcp(host: String, port: Int)
    /// Over a socket in the file system.
    case unix(path: String)
  }

  /// How it is reached.
  public let place: Place
  /// The user of the server's access list; nil for its default user.
  public let user: String?
  /// The password; nil where the server asks for none.
  public let password: String?
  /// The number of the database.
  public let database: Int

  /// A server that listens on a port.
  ///
  /// - Throws: `ServerAddressError` where the host is empty, or a number is out of range.
  public static func tcp(
    _ host: String, port: Int = 6379, user: String? = nil, password: String? = nil, database: Int = 0
  ) throws(ServerAddressError) -> ServerAddress {
    try ServerAddress(.tcp(host: host, port: port), user: user, password: password, database: database)
  }

  /// A server that listens on a socket in the file system.
  ///
  /// - Throws: `ServerAddressError` where the path is longer than the system takes, or a number is out of range.
  public static func unix(
    _ path: String, user: String? = nil, password: String? = nil, database: Int = 0
  ) throws(ServerAddressError) -> ServerAddress {
    try ServerAddress(.unix(path: path), user: user, password: password, database: database)
  }

  private init(
    _ place: Place, user: String?, password: String?, database: Int
  ) throws(ServerAddressError) {
    switch place {
    case .tcp(let host, let port):
      guard !host.isEmpty else { throw .noHost }
      // What stands behind these is meant for something else, such as a password, and a host's name goes into logs.
      guard host.utf8.allSatisfy({ $0 > 32 && $0 != 127 && !"?#@/\\&=".utf8.contains($0) }) else {
        throw .badHost
      }
      guard (1...65_535).contains(port) else { throw .badPort("\(port)") }
    case .unix(let path):
      // What is longer would be cut off and name another file; Apple's systems take the least.
      guard path.hasPrefix("/"), !path.utf8.contains(0), path.utf8.count < 104 else {
        throw .badSocketPath(path)
      }
    }
    guard (0...1_000_000).contains(database) else { throw .badDatabase("\(database)") }
    guard user == nil || password != nil else { throw .userWithoutPassword }
    self.place = place
    self.user = user
    self.password = password
    self.database = database
  }
}

extension ServerAddress {
  /// Reads `redis://[user:password@]host[:port][/database]` or `unix://[user:password@]/path/to/socket[?db=number]`;
  /// `valkey://` is `redis://`, and a part that holds one of `:/@?%` is percent-encoded.
  ///
  /// - Throws: `ServerAddressError`; nothing in the text is passed over, and no error repeats a text that may hold a password.
  public init(url: String) throws(ServerAddressError) {
    do {
      try self.init(reading: url)
    } catch {
      // Where the marks between the parts are wrong, the password may stand in any of them.
      throw url.contains("@") || url.contains("%40") ? error.withoutText : error
    }
  }

  private init(reading url: String) throws(ServerAddressError) {
    guard let mark = url.firstRange(of: "://") else { throw .unknownScheme(url) }
    let scheme = url[..<mark.lowerBound].lowercased()
    var rest = url[mark.upperBound...]
    var user: String?
    var password: String?
    if let at = rest.prefix(while: { $0 != "/" }).lastIndex(of: "@") {
      let parts = rest[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      rest = rest[rest.index(after: at)...]
      guard parts.count == 2 else { throw .userWithoutPassword }
      user = parts[0].isEmpty ? nil : try Self.decoded(parts[0])
      password = try Self.decoded(parts[1])
    }
    switch scheme {
    case "redis", "valkey":
      let (place, database) = try Self.tcp(rest)
      try self.init(place, user: user, password: password, database: database)
    case "unix", "redis+unix", "valkey+unix":
      let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
      var database = 0
      if parts.count == 2 {
        guard parts[1].hasPrefix("db="), let number = Int(parts[1].dropFirst(3)) else {
          throw .badDatabase(String(parts[1]))
        }
        database = number
      }
      let path = try Self.decoded(parts[0])
      try self.init(.unix(path: path), user: user, password: password, database: database)
    case "rediss", "valkeys": throw .noTLS
    default: throw .unknownScheme(scheme)
    }
  }

  private static func tcp(_ text: Substring) throws(ServerAddressError) -> (Place, database: Int) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    var database = 0
    if parts.count == 2, !parts[1].isEmpty {
      guard let number = Int(parts[1]) else { throw .badDatabase(String(parts[1])) }
      database = number
    }
    var host = parts[0]
    var port = 6379
    // The colons of a version 6 address stand in brackets.
    let end = host.lastIndex(of: "]") ?? host.startIndex
    if let colon = host[end...].lastIndex(of: ":") {
      let text = host[host.index(after: colon)...]
      guard let number = Int(text) else {
        // Without a host behind it, a user and a password look like a host and a port.
        throw .badPort(text.isEmpty ? "" : "…")
      }
      port = number
      host = host[..<colon]
    }
    if host.hasPrefix("["), host.hasSuffix("]") { host = host.dropFirst().dropLast() }
    return (.tcp(host: try decoded(host), port: port), database)
  }

  private static func decoded(_ text: Substring) throws(ServerAddressError) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let decoded = UInt8(String(rest.prefix(2)) ?? "", radix: 16), rest.count >= 2 else {
        throw .badEncoding
      }
      bytes.append(decoded)
      rest = rest.dropFirst(2)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .badEncoding }
    return text
  }
}

extension ServerAddress: CustomStringConvertible, CustomDebugStringConvertible {
  /// The place alone: neither user nor password gets into a log.
  public var description: String {
    switch place {
    case .tcp(let host, let port): "\(host):\(port)"
    case .unix(let path): path
    }
  }

  /// The place alone.
  public var debugDescription: String { description }
}

#endif
