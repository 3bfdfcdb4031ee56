#if SharedStore
import Foundation
import Testing

@testable import CacheRuntime

/// Several processes on one server, as the machines of a team are.
@Suite(.needsServer, .serialized) struct SharedProcessTests {
  private func address(_ server: RealServer) -> String { "redis://127.0.0.1:\(server.port)" }

  @Test("one of several processes computes a key, and the others find its result") func coordinated() throws {
    let server = try RealServer()
    let folder = try TemporaryFolder()
    let log = "\(folder.path)/runs"
    let workers = try (0..<4).map { _ in try CacheWorker("coordinate", address(server), log) }
    for worker in workers { #expect(try worker.end() == .init(status: 0, output: ["done"])) }
    let runs = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").compactMap { Int($0) }
    #expect(runs.sorted() == Array(0..<5) + Array(100..<105))
  }

  @Test("the lease of a process that is killed ends, and another computes") func ownerDies() throws {
    let server = try RealServer()
    let owner = try CacheWorker("hold", address(server))
    #expect(try owner.firstLine() == "held")
    let store = try server.store(namespace: "recache")
    let function = StoreFunction(
      digest: StoreDigest(of: "hammered".utf8), module: "CacheWorker", name: "hammered(_:)", kind: .data)
    let key = StoreKey(function: function, digest: StoreDigest(of: "hammered 1".utf8))
    guard case .taken = try store.claim(key) else {
      Issue.record("the lease of a living process was given away")
      return
    }
    owner.kill()
    var lease: (any StoreLease)?
    for _ in 0..<4_000 where lease == nil {
      if case .mine(let mine) = try store.claim(key) { lease = mine } else { usleep(5_000) }
    }
    #expect(lease != nil, "the lease outlived its owner")
    lease?.release()
  }

  @Test("processes killed in the middle of writes leave whole entries or none") func killed() throws {
    let server = try RealServer()
    let isLong = ProcessInfo.processInfo.environment["CACHE_LONG_TESTS"] == "1"
    for round in 0..<(isLong ? 70 : 4) {
      let workers = try (0..<3).map { try CacheWorker("hammer", address(server), "\(round * 3 + $0)") }
      for worker in workers { #expect(try worker.firstLine() == "ready") }
      // They are at it before they are killed.
      let before = try commands(server)
      for _ in 0..<4_000 where try commands(server) < before + 200 { usleep(1_000) }
      for status in CacheWorker.kill(workers) {
        #expect(status == nil, "it ended by itself, at a torn value or an error")
      }
    }
    let run = try CacheWorker("check", address(server)).end()
    #expect(run.status == 0)
    #expect(run.output.last?.hasPrefix("whole ") == true && run.output.last?.hasPrefix("whole 0 ") == false)
  }

  /// How many commands the server has run.
  private func commands(_ server: RealServer) throws -> Int {
    guard case .bytes(let bytes) = try server.say("INFO", "stats") else { return 0 }
    let line = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first {
      $0.hasPrefix("total_commands_processed:")
    }
    return line.flatMap { Int($0.dropFirst("total_commands_processed:".count)) } ?? 0
  }

  @Test("one process finds what another has computed, and a clear reaches it") func shares() throws {
    let server = try RealServer()
    #expect(try CacheWorker("call", address(server), "1", "2", "1").end().output == ["2"])
    #expect(try CacheWorker("call", address(server), "1", "2", "3").end().output == ["1"])
    try server.store(namespace: "recache").remove(.everything)
    #expect(try CacheWorker("call", address(server), "1", "2").end().output == ["2"])
    // Without a server it computes.
    server.stop()
    #expect(try CacheWorker("call", address(server), "1", "2").end() == .init(status: 0, output: ["2"]))
  }
}
#endif
