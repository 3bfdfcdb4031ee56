import CacheRuntime
import Foundation

func nanoseconds<R>(_ body: () throws -> R) rethrows -> (Double, R) {
  let start = DispatchTime.now().uptimeNanoseconds
  let result = try body()
  return (Double(DispatchTime.now().uptimeNanoseconds - start), result)
}

func show(_ name: String, _ nanoseconds: Double, _ remark: String = "") {
  let text =
    switch nanoseconds {
    case 1e9...: String(format: "%.2f s", nanoseconds / 1e9)
    case 1e6...: String(format: "%.2f ms", nanoseconds / 1e6)
    case 1e3...: String(format: "%.2f µs", nanoseconds / 1e3)
    default: String(format: "%.1f ns", nanoseconds)
    }
  print(
    "  " + name.padding(toLength: 34, withPad: " ", startingAt: 0)
      + String(repeating: " ", count: max(1, 12 - text.count)) + text + (remark.isEmpty ? "" : "   " + remark)
  )
  fflush(nil)
}

/// The median of a few hits.
private func next(_ body: () -> Double) -> Double {
  (0..<5).map { _ in nanoseconds(body).0 }.sorted()[2]
}

/// What `/proc/meminfo` calls available; nil where nobody tells.
private func availableMemory() -> Int? {
  guard let text = try? String(contentsOfFile: "/proc/meminfo", encoding: .utf8) else { return nil }
  for line in text.split(separator: "\n") where line.hasPrefix("MemAvailable:") {
    return line.split(separator: " ").dropFirst().first.flatMap { Int($0) }.map { $0 * 1_024 }
  }
  return nil
}

private func freeDisk(in folder: String) -> Int? {
  (try? FileManager.default.attributesOfFileSystem(forPath: folder))?[.systemFreeSize] as? Int
}

/// One size of the table.
func measure(_ millions: Double, in folder: String) throws {
  let rows = Int(millions * 1_000_000)
  let bytes = rows * 32
  print(String(format: "%g million rows of four doubles, %d MB", millions, bytes / 1_000_000))
  // The result, and one more while the other one is made.
  if let memory = availableMemory(), bytes * 2 > memory / 10 * 9 {
    print(
      "  memory ends here: two tables take \(bytes * 2 / 1_000_000) MB, and \(memory / 1_000_000) are free")
    return
  }

  do {
    let resource = cacheResource(showSpinner: false) { (rows: Int) in SharedFrame(rows: rows) }
    let first = nanoseconds { resource(rows).frame.ends }.0
    show("resource, first", first)
    show("resource, next", next { resource(rows).frame.ends })
    resource.clear()
    let data = cacheData(showSpinner: false) { (rows: Int) in Frame(rows: rows) }
    let dataFirst = nanoseconds { data(rows).ends }.0
    show("data, first", dataFirst, String(format: "x %.2f of the resource", dataFirst / first))
    show("data, next", next { data(rows).ends })
  }
  try measureDisk(rows, bytes, in: folder)
}

/// The table through a store on disk, beside the same bytes in a plain file of the same folder.
private func measureDisk(_ rows: Int, _ bytes: Int, in folder: String) throws {
  // The table, its encoded form, and what is read back.
  if let memory = availableMemory(), bytes * 3 > memory / 10 * 9 {
    print(
      "  disk: memory ends here, \(bytes * 3 / 1_000_000) MB would be needed and \(memory / 1_000_000) are free"
    )
    return
  }
  if let disk = freeDisk(in: folder), bytes * 3 > disk {
    print("  disk ends here: \(bytes * 3 / 1_000_000) MB would be needed and \(disk / 1_000_000) are free")
    return
  }
  let path = folder + "/plain"
  let frame = Frame(rows: rows)
  let write = try nanoseconds { try writePlainly(frame, to: path) }.0
  let read = try nanoseconds { try readPlainly(path, bytes) }.0
  unlink(path)
  let digest = nanoseconds {
    for column in [frame.a, frame.b, frame.c, frame.d] {
      _ = column.withUnsafeBytes { StoreDigest(of: $0) }
    }
  }.0
  show("plain write of the same bytes", write)
  show("plain read", read)
  show("SHA-256 of them alone, one core", digest)

  let store = DiskStore(path: folder + "/store")
  func cached() -> CachedClosure<Frame, Never, Int> {
    cacheData(persist: .store(store), showSpinner: false, version: "\(rows)") { (_: Int) in frame }
  }
  let writer = cached()
  let first = nanoseconds { writer(rows).ends }.0
  let reader = cached()
  let (second, _) = nanoseconds { reader(rows).ends }
  let isHit = reader.statistics.storeHits == 1
  show(
    "disk, first: write and digest", first,
    String(format: "%.0f %% of the plain write's speed", write / first * 100))
  show(
    "disk, next: read and digest", second,
    isHit
      ? String(format: "%.0f %% of the plain read's speed", read / second * 100) : "not read from the store")
  show("disk, next in memory", next { reader(rows).ends })
  reader.clear()
}

private func writePlainly(_ frame: Frame, to path: String) throws {
  let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
  guard file >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
  defer { close(file) }
  for column in [frame.a, frame.b, frame.c, frame.d] {
    try column.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let written = write(
          file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, min(rest.count, 1 << 30))
        guard written > 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
        rest = rest.dropFirst(written)
      }
    }
  }
}

private func readPlainly(_ path: String, _ bytes: Int) throws {
  let file = open(path, O_RDONLY)
  guard file >= 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
  defer { close(file) }
  let buffer = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 16)
  defer { buffer.deallocate() }
  var done = 0
  while done < bytes {
    let count = read(file, buffer + done, min(bytes - done, 1 << 30))
    guard count > 0 else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    done += count
  }
}
