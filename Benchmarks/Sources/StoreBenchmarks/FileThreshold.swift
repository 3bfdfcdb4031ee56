@_spi(Measuring) import CacheRuntime
import Foundation

// From which size on do contents belong in files of their own? Each size is written and read both ways, in turn, in one
// folder that is warm; every entry has a key of its own, as results of calls do.

private struct Times {
  var write: [Double] = []
  var read: [Double] = []
}

private func middle(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

/// Microseconds an entry of 4 KB to 4 MB, in the database and in files.
func compareFilesWithDatabase(in folder: String) throws {
  print(
    "size, microseconds an entry: written to the database, to a file; read from the database, from a file")
  let shape = StoreDigest(of: "bytes".utf8)
  for exponent in 12...22 {
    let size = 1 << exponent
    let count = max(8, min(400, (16 << 20) / size))
    var times = (database: Times(), file: Times())
    for round in 0..<5 {
      for isFile in [round % 2 == 0, round % 2 != 0] {
        let path = "\(folder)/threshold-\(size)-\(isFile)-\(round)"
        let store = DiskStore(path: path, filesFrom: isFile ? 0 : .max)
        defer { try? FileManager.default.removeItem(atPath: path) }
        let function = StoreFunction(
          digest: shape, module: "Benchmarks", name: "threshold()", kind: .data)
        let keys = (0..<count).map { StoreKey(function: function, digest: StoreDigest(of: "\($0)".utf8)) }
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try store.write(
          StoredEntry(value: StoredBytes([1]), shape: shape, created: 0),
          for: StoreKey(function: function, digest: StoreDigest(of: "open".utf8)))
        let entry = StoredEntry(value: StoredBytes(bytes), shape: shape, created: 0)
        let write = try seconds { for key in keys { try store.write(entry, for: key) } }
        let read = try seconds {
          for key in keys {
            // The bytes are what a caller waits for; those of a file are read and verified only now.
            guard let found = try store.read(key)?.value.bytes() else { preconditionFailure("no entry") }
            precondition(found.count == size)
          }
        }
        let perEntry = (write: write / Double(count) * 1e6, read: read / Double(count) * 1e6)
        if isFile {
          times.file.write.append(perEntry.write)
          times.file.read.append(perEntry.read)
        } else {
          times.database.write.append(perEntry.write)
          times.database.read.append(perEntry.read)
        }
      }
    }
    let columns = [times.database.write, times.file.write, times.database.read, times.file.read].map {
      String(format: "%10.1f", middle($0))
    }
    print(String(format: "%8d", size), columns.joined(separator: " "))
  }
}
