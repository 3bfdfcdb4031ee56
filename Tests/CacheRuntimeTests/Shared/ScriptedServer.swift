#if SharedStore
import Foundation
import Testing

@testable import CacheRuntime

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

private func systemListen(_ socket: Int32, _ backlog: Int32) -> Int32 { listen(socket, backlog) }

/// A server on a loopback port that says to each connection what a test tells it to.
final class ScriptedServer: @unchecked Sendable {
  /// What it does with a connection after the client has said something, in order; then it closes it.
  enum Step: Sendable {
    /// Waits until the client has sent something.
    case hear
    case say(String)
    case sayBytes([UInt8])
    /// Says these bytes one at a time, a fresh one every few milliseconds, for as long as the client listens.
    case drip(String)
    /// Says nothing more until the client has gone.
    case keepSilent
  }

  let port: Int
  private let hasEnded = Guarded(false)
  /// How many connections were made.
  let connections = Guarded(0)

  /// - Parameter script: The steps for the connection of this number, from 0.
  init(_ script: @escaping @Sendable (Int) -> [Step]) throws {
    let made: Int32
    (made, port) = try Self.listen()
    let connections = connections
    let hasEnded = hasEnded
    ServerThread.start {
      while true {
        let client = accept(made, nil, nil)
        // Other tests start processes, whose ends interrupt whatever waits.
        if client < 0, errno == EINTR { continue }
        // Closed here and nowhere else: the number of a closed socket is soon another server's.
        guard client >= 0, !hasEnded.withLock({ $0 }) else {
          if client >= 0 { close(client) }
          close(made)
          return
        }
        let number = connections.withLock { count in
          defer { count += 1 }
          return count
        }
        ServerThread.start {
          Self.serve(client, script(number))
          close(client)
        }
      }
    }
  }

  /// A loopback port that nobody listens on.
  static func freePort() throws -> Int {
    let (made, port) = try listen()
    close(made)
    return port
  }

  private static func newSocket() -> Int32 {
    #if canImport(Darwin)
    socket(AF_INET, SOCK_STREAM, 0)
    #else
    socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
  }

  private static func loopback(port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
    return address
  }

  private static func listen() throws -> (socket: Int32, port: Int) {
    let made = newSocket()
    var address = loopback(port: 0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(made, $0, size) == 0 && systemListen(made, 16) == 0 && getsockname(made, $0, &size) == 0
      }
    }
    try #require(bound, "no loopback port is to be had")
    return (made, Int(UInt16(bigEndian: address.sin_port)))
  }

  /// Wakes who accepts, by a connection, so that the listener is closed by who uses it.
  deinit {
    hasEnded.withLock { $0 = true }
    let knock = Self.newSocket()
    var address = Self.loopback(port: port)
    _ = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(knock, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    close(knock)
  }

  private static func serve(_ client: Int32, _ steps: [Step]) {
    for step in steps {
      switch step {
      case .hear: guard hear(client) else { return }
      case .say(let text): guard say(client, Array(text.utf8)) else { return }
      case .sayBytes(let bytes): guard say(client, bytes) else { return }
      case .drip(let text):
        for byte in text.utf8 {
          guard say(client, [byte]) else { return }
          // The client may still be saying its commands; only one that has gone is readable and says nothing.
          var readable = pollfd(fd: client, events: Int16(POLLIN), revents: 0)
          if poll(&readable, 1, 5) > 0, !hear(client) { return }
        }
      case .keepSilent: while hear(client) {}
      }
    }
  }

  private static func hear(_ client: Int32) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(client, &buffer, buffer.count, 0)
      if count >= 0 || errno != EINTR { return count > 0 }
    }
  }

  private static func say(_ client: Int32, _ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        #if canImport(Darwin)
        send(client, $0.baseAddress, $0.count, 0)
        #else
        send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        #endif
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// A pool of connections to this server that gives up soon.
  func pool(commandTime: Int64 = 300_000_000, longestReply: Int = 1 << 20) throws -> ServerPool {
    var limits = ServerPool.Limits()
    limits.connections = 2
    limits.commandTime = commandTime
    limits.longestReply = longestReply
    return ServerPool(try ServerAddress.tcp("127.0.0.1", port: port), limits)
  }
}
#endif
