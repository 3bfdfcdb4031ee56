#if SharedStore
import Foundation
import Testing

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#endif

/// A redis-server, or valkey-server, on a free loopback port, which ends with its last reference.
final class LintServer {
  let port: Int
  private let process = Process()
  private let folder: TemporaryDirectory

  /// Where the program is; nil where none is installed.
  static let program: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    return ["redis-server", "valkey-server"].flatMap { name in folders.map { "\($0)/\(name)" } }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  init() throws {
    folder = try TemporaryDirectory([:])
    // Free a moment ago; if another takes it first, the server ends and says nothing of connections.
    port = try Self.freePort()
    process.executableURL = URL(fileURLWithPath: try #require(Self.program))
    process.arguments = [
      "--port", "\(port)", "--bind", "127.0.0.1", "--dir", folder.path, "--save", "", "--appendonly", "no",
    ]
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    try process.run()
    var log = ""
    while !log.contains("eady to accept connections") {
      let data = output.fileHandleForReading.availableData
      try #require(!data.isEmpty, "the server ended: \(log)")
      log += String(decoding: data, as: UTF8.self)
    }
  }

  deinit { stop() }

  func stop() {
    guard process.isRunning else { return }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// How often something was written, and how often what was asked for was there.
  func counts() throws -> (writes: Int, hits: Int) {
    let text = try ask("INFO commandstats\r\nINFO stats\r\nQUIT\r\n")
    func number(_ pattern: Regex<(Substring, Substring)>) -> Int {
      text.matches(of: pattern).reduce(0) { $0 + (Int($1.1) ?? 0) }
    }
    return (number(/cmdstat_(?:set|setex|psetex|hset):calls=(\d+)/), number(/keyspace_hits:(\d+)/))
  }

  private func ask(_ commands: String) throws -> String {
    let descriptor = socket(AF_INET, Self.streams, 0)
    defer { close(descriptor) }
    var address = Self.loopback(port)
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(connected == 0)
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    try handle.write(contentsOf: Data(commands.utf8))
    return String(decoding: try handle.readToEnd() ?? Data(), as: UTF8.self)
  }

  private static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, streams, 0)
    defer { close(descriptor) }
    var address = loopback(0)
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
      }
    }
    try #require(bound)
    return Int(UInt16(bigEndian: address.sin_port))
  }

  private static func loopback(_ port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  #if canImport(Darwin)
  private static let streams = SOCK_STREAM
  #else
  private static let streams = Int32(SOCK_STREAM.rawValue)
  #endif
}
#endif
