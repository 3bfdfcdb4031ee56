#if os(Linux)
import Foundation
import Testing

@testable import CacheRuntime

/// What happens where the disk is full: on a file system of one megabyte in memory.
@Suite struct FullDiskTests {
  /// A file system that is full after so many kilobytes; it goes with the object.
  private final class SmallDisk {
    private let folder: TemporaryFolder
    var path: String { folder.path }

    init(kilobytes: Int) throws {
      folder = try TemporaryFolder()
      try Self.run("mount", ["-t", "tmpfs", "-o", "size=\(kilobytes)k,mode=0700", "tmpfs", folder.path])
    }

    deinit { try? Self.run("umount", ["-l", folder.path]) }

    struct Refused: Error { let command: String }

    private static func run(_ command: String, _ arguments: [String]) throws {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = [command] + arguments
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else { throw Refused(command: command) }
    }

    /// Whether this process may mount one.
    static let isPermitted = (try? SmallDisk(kilobytes: 64)) != nil

    /// Takes all room but so many bytes.
    func fill(leaving room: Int = 0) throws {
      let file = try Descriptor("\(path)/filler", O_WRONLY | O_CREAT)
      let block = [UInt8](repeating: 1, count: 4_096)
      var size = 0
      while write(file.number, block, block.count) == block.count { size += block.count }
      ftruncate(file.number, off_t(max(0, size - room)))
    }

    func empty() throws { try FileManager.default.removeItem(atPath: "\(path)/filler") }
  }

  private static let remark: Comment = "mounting a small file system is not permitted here; root may"

  /// Small ones lie in the database, large ones in files.
  private func value(_ number: Int) -> [UInt8] {
    [UInt8](repeating: UInt8(truncatingIfNeeded: number), count: number % 3 == 0 ? 100_000 : 3_000)
  }

  private func cache(_ disk: SmallDisk, _ clock: ManualCacheClock) -> CachedClosure<[UInt8], Never, Int> {
    let store = DiskStore(path: "\(disk.path)/store", clock: clock)
    return cacheData(persist: .store(store), showSpinner: false, version: "1") { value($0) }
  }

  @Test(
    "D09: when a disk fills up, every call returns its own result, and nothing is torn",
    .enabled(if: SmallDisk.isPermitted, remark))
  func fillsUp() throws {
    let disk = try SmallDisk(kilobytes: 1_024)
    let clock = ManualCacheClock()
    let writer = cache(disk, clock)
    for number in 0..<60 { #expect(writer(number) == value(number), "\(number)") }
    #expect(writer.statistics.storeFailures > 0)
    // Another process finds some, and takes none that is not whole.
    let reader = cache(disk, clock)
    for number in 0..<60 { #expect(reader(number) == value(number), "\(number)") }
    #expect(reader.statistics.storeHits > 0 && reader.statistics.damaged == 0)
    let verified = try DiskInventory(path: "\(disk.path)/store").verify()
    #expect(verified.entries > 0 && verified.damaged.isEmpty && verified.orphans.isEmpty)
  }

  @Test(
    "D09: a store on a disk that is full from the beginning, or becomes so, works again when there is room",
    .enabled(if: SmallDisk.isPermitted, remark), arguments: [true, false])
  func heals(fromTheBeginning: Bool) throws {
    let disk = try SmallDisk(kilobytes: 2_048)
    let clock = ManualCacheClock()
    let writer = cache(disk, clock)
    if !fromTheBeginning { _ = writer(0) }
    try disk.fill()
    for number in 1..<10 { #expect(writer(number) == value(number), "\(number)") }
    #expect(writer.statistics.storeFailures > 0)
    // Nor does it harm to clear.
    writer.clear()
    #expect(writer(1) == value(1))
    try disk.empty()
    // A folder in which no store could be opened is left alone for a while.
    clock.advance(by: .minutes(10))
    for number in 20..<26 { #expect(writer(number) == value(number)) }
    let reader = cache(disk, clock)
    for number in 20..<26 { #expect(reader(number) == value(number)) }
    #expect(reader.statistics.storeHits == 6 && reader.statistics.damaged == 0)
  }
}
#endif
