#if SharedStore

/// Why the server gave no answer that could be used.
enum ServerError: Error, Hashable, Sendable {
  /// No connection could be made.
  case unreachable(String)
  /// The answer, or the connection, did not come in time.
  case timedOut
  /// The connection ended before the answer did.
  case closed
  /// Something came that no server says, or more than was asked for.
  case garbage(String)
  /// The server wants another user or password.
  case notAuthenticated(String)
  /// The server said no to this command.
  case refused(String)
  /// Every connection was in use for as long as a call may wait.
  case busy
  /// The server is not asked, because it did not answer a moment ago.
  case circuitOpen

  /// Whether the connection, and the server behind it, cannot be relied on for the next command either.
  var isOfConnection: Bool {
    switch self {
    case .unreachable, .timedOut, .closed, .garbage, .notAuthenticated, .circuitOpen: true
    case .busy: false
    case .refused(let text): Self.unready.contains { text.hasPrefix($0) }
    }
  }

  /// What a server says while it starts, has lost its primary, or is stuck in a script.
  private static let unready = ["LOADING", "MASTERDOWN", "BUSY ", "CLUSTERDOWN", "NOAUTH"]

  /// How failures of this kind are counted and told apart in the log.
  var kind: String {
    switch self {
    case .unreachable: "unreachable"
    case .timedOut: "timed out"
    case .closed: "closed"
    case .garbage: "garbage"
    case .notAuthenticated: "not authenticated"
    case .refused: "refused"
    case .busy: "busy"
    case .circuitOpen: "not asked"
    }
  }
}

extension ServerError: CustomStringConvertible {
  var description: String {
    switch self {
    case .unreachable(let text): "it cannot be reached (\(text))"
    case .timedOut: "it did not answer in time"
    case .closed: "it closed the connection"
    case .garbage(let text): "its answer makes no sense (\(text))"
    case .notAuthenticated(let text): "it does not let us in (\(text))"
    case .refused(let text): "it refused (\(text))"
    case .busy: "all connections to it were in use; more of them, or a longer time-out, would help"
    case .circuitOpen: "it did not answer a moment ago and is left alone for a while"
    }
  }
}

#endif
