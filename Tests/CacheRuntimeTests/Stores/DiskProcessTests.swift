import Foundation
import SeededRandom
import Testing

@testable import CacheRuntime

/// Several processes on one folder, and what is left when they are killed.
@Suite(.serialized) struct DiskProcessTests {
  @Test("D04: what one process has computed, the next one finds") func twoProcesses() throws {
    let folder = try TemporaryFolder()
    #expect(try CacheWorker("call", folder.path, "1", "2", "3").end() == .init(status: 0, output: ["3"]))
    #expect(try CacheWorker("call", folder.path, "1", "2", "4").end() == .init(status: 0, output: ["1"]))
  }

  @Test("processes killed in the middle of writes leave whole values and a store that opens")
  func killed() throws {
    // 200 rounds and more in the long run.
    let isLong = ProcessInfo.processInfo.environment["CACHE_LONG_TESTS"] == "1"
    let folder = try TemporaryFolder()
    let seed = UInt64.random(in: 1...1_000_000)
    var generator = SeededGenerator(seed: seed)
    var whole = 0
    for round in 0..<(isLong ? 220 : 8) {
      let workers = try (0..<4).map {
        try CacheWorker("hammer", folder.path, "\(seed + UInt64(round * 4 + $0))")
      }
      for worker in workers { #expect(try worker.firstLine() == "ready", "seed \(seed), round \(round)") }
      usleep(UInt32.random(in: 0...60_000, using: &generator))
      for status in CacheWorker.kill(workers) {
        #expect(status == nil, "a worker ended by itself; seed \(seed), round \(round)")
      }
      let check = try CacheWorker("check", folder.path).end()
      #expect(check.status == 0, "\(check.output), seed \(seed), round \(round)")
      whole += check.output.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    }
    #expect(whole > 0)
    // Whoever opens the store takes away what the killed have left.
    let store = DiskStore(path: folder.path)
    try store.remove(.everything)
    #expect(folder.files.filter { $0.hasSuffix(".value") } == [])
  }

  @Test("one of several processes computes a key, and the others find its result") func coordinated() throws {
    let folder = try TemporaryFolder()
    let log = "\(folder.path)/runs"
    let workers = try (0..<4).map { _ in try CacheWorker("coordinate", "\(folder.path)/store", log) }
    for worker in workers { #expect(try worker.end() == .init(status: 0, output: ["done"])) }
    let runs = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").compactMap { Int($0) }
    #expect(runs.sorted() == Array(0..<5) + Array(100..<105))
  }

  @Test("the claim of a process that is killed is free at once") func ownerDies() throws {
    let folder = try TemporaryFolder()
    let owner = try CacheWorker("hold", folder.path)
    #expect(try owner.firstLine() == "held")
    let store = DiskStore(path: folder.path)
    let function = StoreFunction(
      digest: StoreDigest(of: "hammered".utf8), module: "CacheWorker", name: "hammered(_:)", kind: .data)
    let key = StoreKey(function: function, digest: StoreDigest(of: "hammered 1".utf8))
    guard case .taken = try store.claim(key) else {
      Issue.record("the claim of a living process was given away")
      return
    }
    owner.kill()
    guard case .mine = try store.claim(key) else {
      Issue.record("the claim outlived its owner")
      return
    }
  }

  @Test("a disk that takes no more is a write left out") func full() throws {
    let folder = try TemporaryFolder()
    let run = try CacheWorker("fill", "\(folder.path)/store").end()
    #expect(run == .init(status: 0, output: ["runs 40 wrong 0 failures true"]))
    // What did fit is whole.
    #expect(try CacheWorker("call", "\(folder.path)/store", "1").end().status == 0)
    #expect(folder.files.filter { $0.hasSuffix(".value") }.count < 40)
  }

  @Test("a folder that cannot be written is a store that takes nothing") func readOnly() throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/store"
    #expect(try CacheWorker("call", path, "1", "2").end().status == 0)
    let manager = FileManager.default
    if geteuid() == 0 {
      // The worker becomes another user, who has to own the folder for it to be looked at.
      for name in ["", "/values"] + folder.files.map({ "/" + $0.dropFirst("store/".count) }) {
        try manager.setAttributes(
          [.ownerAccountID: 65534, .groupOwnerAccountID: 65534], ofItemAtPath: path + name)
      }
      try manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
    }
    for name in folder.files.filter({ $0.hasPrefix("store/") }) {
      try manager.setAttributes([.posixPermissions: 0o400], ofItemAtPath: "\(folder.path)/\(name)")
    }
    for name in ["/values", ""] {
      try manager.setAttributes([.posixPermissions: 0o500], ofItemAtPath: path + name)
    }
    defer { try? manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path) }
    let run = try CacheWorker("readOnly", path).end()
    #expect(run.status == 0 && run.output == ["3"])
  }
}
