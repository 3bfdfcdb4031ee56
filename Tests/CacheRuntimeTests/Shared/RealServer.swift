#if SharedStore
import Foundation
import Testing

@testable import CacheRuntime

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A redis-server, or valkey-server, of the tests' own: on a free loopback port and a socket, with a folder that goes with it.
final class RealServer: @unchecked Sendable {
  // Set while a test starts and stops it, one after the other.
  private var running: (shell: Process, input: Pipe, output: Pipe)?
  private var server: pid_t = 0
  private static let starting = Guarded(())
  private let folder: URL
  private let arguments: [String]
  let port: Int

  /// Where the program is; nil where none is installed.
  static let program: String? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
    for name in ["redis-server", "valkey-server"] {
      for folder in path.split(separator: ":") {
        let file = "\(folder)/\(name)"
        if FileManager.default.isExecutableFile(atPath: file) { return file }
      }
    }
    return nil
  }()

  static let isInstalled = program != nil

  /// Continuous integration installs it; only there is its absence a failure.
  static var mustBeInstalled: Bool { ProcessInfo.processInfo.environment["CI"] != nil }

  /// One server for all tests that do not stop it; each has a namespace of its own there.
  static let shared = Result { try RealServer() }

  /// - Parameter arguments: More for its command line, such as `["--maxmemory", "4mb"]`.
  init(_ arguments: [String] = []) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "recache-server-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    self.arguments = arguments
    // A port that was free a moment ago; if another takes it first, the server says so by ending.
    port = try ScriptedServer.freePort()
    try start()
  }

  deinit {
    stop()
    try? FileManager.default.removeItem(at: folder)
  }

  var socket: String { folder.appendingPathComponent("s").path }

  func start() throws {
    let shell = Process()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    // The shell ends the server when its input ends: with `stop`, or with the test process, however that ends.
    shell.arguments =
      ["-c", "exec 3<&0; \"$0\" \"$@\" < /dev/null 4>&1 > /dev/null 2>&1 & echo $!; read x <&3; kill -9 $!"]
      + [
        try #require(Self.program), "--port", "\(port)", "--bind", "127.0.0.1", "--dir", folder.path,
        "--unixsocket", socket, "--save", "", "--appendonly", "no", "--loglevel", "warning", "--daemonize",
        "no",
      ] + arguments
    shell.standardError = FileHandle.nullDevice
    let (input, output) = try Self.starting.withLock { _ in
      let (input, output) = (Pipe(), Pipe())
      // What another server's shell inherits would keep this one's input open.
      for handle in [input.fileHandleForWriting, output.fileHandleForReading] {
        _ = fcntl(handle.fileDescriptor, F_SETFD, FD_CLOEXEC)
      }
      shell.standardInput = input
      shell.standardOutput = output
      try shell.run()
      return (input, output)
    }
    running = (shell, input, output)
    var line: [UInt8] = []
    while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first, byte != 10 {
      line.append(byte)
    }
    server = pid_t(String(decoding: line, as: UTF8.self)) ?? 0
    try #require(server > 0)
    // It answers PING when it is ready.
    for _ in 0..<4_000 {
      if (try? pool().probe()) != nil { return }
      usleep(5_000)
    }
    Issue.record("the server does not answer")
  }

  /// Kills it, as a power cut would.
  func stop() {
    guard let (shell, input, output) = running else { return }
    try? input.fileHandleForWriting.write(contentsOf: [10])
    try? input.fileHandleForWriting.close()
    // It ends when the last who could write to it has: the server itself.
    _ = try? output.fileHandleForReading.readToEnd()
    shell.waitUntilExit()
    running = nil
  }

  /// Stops it in its tracks, so that it takes connections and answers nothing; or lets it go on.
  func freeze(_ isFrozen: Bool) { kill(server, isFrozen ? SIGSTOP : SIGCONT) }

  var address: ServerAddress { get throws { try .tcp("127.0.0.1", port: port) } }

  func pool() throws -> ServerPool { ServerPool(try address) }

  /// What the server answers to one command, said past all stores.
  @discardableResult func say(_ words: String...) throws -> ServerReply { try say(words) }

  @discardableResult func say(_ words: [String]) throws -> ServerReply {
    try #require(try pool().send([ServerCommand(words)]).first)
  }

  /// A store of its own namespace.
  func store(
    namespace: String = "test-\(UUID().uuidString.prefix(8))",
    _ change: (inout SharedStoreOptions) throws -> Void = { _ in }
  ) throws -> SharedStore {
    var options = SharedStoreOptions()
    options.namespace = namespace
    options.commandTimeout = .seconds(10)
    options.connectTimeout = .seconds(10)
    try change(&options)
    return try SharedStore(address, options)
  }
}

extension Trait where Self == ConditionTrait {
  /// Only where a server is installed; continuous integration must have one.
  static var needsServer: Self {
    .enabled(
      if: RealServer.isInstalled, "install redis-server or valkey-server to run the tests of the shared store"
    )
  }
}

@Suite struct RealServerTests {
  @Test("where tests run unattended, the server is there to run them against")
  func isInstalled() {
    if RealServer.mustBeInstalled { #expect(RealServer.isInstalled, "redis-server is not installed") }
  }
}
#endif
