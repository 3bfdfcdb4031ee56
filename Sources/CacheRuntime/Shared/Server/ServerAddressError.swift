#if SharedStore

/// What can be wrong with the address of a server; no text repeats a password.
public enum ServerAddressError: Error, Hashable, Sendable {
  /// Neither `redis://` nor `unix://`.
  case unknownScheme(String)
  /// `rediss://`: the libhiredis that this is built on has no TLS.
  case noTLS
  /// The name of the host is missing.
  case noHost
  /// Characters that no host's name has.
  case badHost
  /// Not a number from 1 to 65535.
  case badPort(String)
  /// Not a number from 0 on.
  case badDatabase(String)
  /// Not an absolute path of less than 104 bytes.
  case badSocketPath(String)
  /// A user without a password.
  case userWithoutPassword
  /// A percent sign without two hexadecimal digits behind it, or what is no UTF-8.
  case badEncoding
}

extension ServerAddressError {
  /// The same fault without what stood there.
  var withoutText: ServerAddressError {
    switch self {
    case .unknownScheme: .unknownScheme("…")
    case .badPort: .badPort("…")
    case .badDatabase: .badDatabase("…")
    case .badSocketPath: .badSocketPath("…")
    case .noTLS, .noHost, .badHost, .userWithoutPassword, .badEncoding: self
    }
  }
}

extension ServerAddressError: CustomStringConvertible {
  /// The fault in words, and the remedy.
  public var description: String {
    switch self {
    case .unknownScheme(let scheme):
      "'\(scheme.prefix(20))' is no server address; write redis://host:6379 or unix:///path/to/socket"
    case .noTLS:
      "libhiredis is used without TLS; use a Unix socket, or a tunnel that ends beside the server"
    case .noHost: "the server address names no host; write redis://host:6379"
    case .badHost:
      "the server address's host has characters that no host's name has; write redis://user:password@host:6379/database"
    case .badPort(let port): "'\(port.prefix(20))' is no port; it is a number from 1 to 65535"
    case .badDatabase(let text): "'\(text.prefix(20))' is no database; it is a number from 0 on"
    case .badSocketPath(let path):
      "'\(path.prefix(120))' cannot be the path of a socket; it is absolute and has less than 104 bytes"
    case .userWithoutPassword: "the server address has a user and no password; write user:password@host"
    case .badEncoding: "the server address has a '%' that is not followed by two hexadecimal digits"
    }
  }
}

#endif
