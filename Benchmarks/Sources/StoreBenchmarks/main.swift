import CacheRuntime
import Foundation

// A store on disk beside plain `write` and `read` of the same bytes to the same folder, in one run.
//
//   small    calls of functions whose results of 1 KB are on disk and not in memory
//   large    a table of four columns of numbers: first call with the write, first call of another process with the read
//   files    entries of 4 KB to 4 MB in the database and in files of their own

let folder = CommandLine.arguments.dropFirst().first ?? "\(NSTemporaryDirectory())store-benchmark-\(getpid())"
let rows = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 10_000_000
mkdir(folder, 0o700)
defer { try? FileManager.default.removeItem(atPath: folder) }

func seconds(_ body: () throws -> Void) rethrows -> Double {
  let start = DispatchTime.now().uptimeNanoseconds
  try body()
  return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
}

func show(_ name: String, _ value: Double, _ unit: String) {
  let number = String(format: "%.3f", value)
  print(name.padding(toLength: 44, withPad: " ", startingAt: 0), number, unit)
}

func median(_ count: Int, _ body: () throws -> Double) rethrows -> Double {
  let all = try (0..<count).map { _ in try body() }.sorted()
  return all[count / 2]
}

struct Small: Codable, Equatable { var name: String, numbers: [Double] }

let smallStore = DiskStore(path: "\(folder)/small")
func small() -> CachedClosure<Small, Never, Int> {
  cacheData(persist: .store(smallStore), showSpinner: false, version: "1") { (index: Int) -> Small in
    Small(name: "entry \(index)", numbers: (0..<125).map { Double($0 + index) })
  }
}
let writer = small()
let count = 2_000
show(
  "small: computed and written",
  seconds { for index in 0..<count { _ = writer(index) } } / Double(count) * 1e6, "µs")
for round in 1...3 {
  let reader = small()
  let time = seconds { for index in 0..<count { _ = reader(index) } } / Double(count) * 1e6
  precondition(reader.statistics.storeHits == count)
  show("small: from the warm store, round \(round)", time, "µs")
}

let bytes = rows * 4 * 8
let columns = (0..<4).map { column in (0..<rows).map { Double($0 &* (column + 1)) } }
let megabytes = Double(bytes) / 1e6
show("large: size", megabytes, "MB")

let plain = "\(folder)/plain"
let plainWrite = median(3) {
  unlink(plain)
  return seconds {
    let file = open(plain, O_WRONLY | O_CREAT, 0o600)
    for column in columns {
      column.withUnsafeBytes { buffer in
        guard let start = buffer.baseAddress else { return }
        var done = 0
        while done < buffer.count {
          let written = write(file, start + done, buffer.count - done)
          precondition(written > 0, "the plain file cannot be written: errno \(errno)")
          done += written
        }
      }
    }
    close(file)
  }
}
let plainRead = median(3) {
  seconds {
    let file = open(plain, O_RDONLY)
    var copies: [[Double]] = []
    for _ in 0..<4 {
      copies.append(
        [Double](unsafeUninitializedCapacity: rows) { buffer, initialized in
          guard let start = UnsafeMutableRawBufferPointer(buffer).baseAddress else { return }
          var done = 0
          while done < rows * 8 {
            let taken = read(file, start + done, rows * 8 - done)
            precondition(taken > 0, "the plain file cannot be read: errno \(errno)")
            done += taken
          }
          initialized = rows
        })
    }
    precondition(copies[3].last == columns[3].last)
    close(file)
  }
}
unlink(plain)
let digest = median(3) {
  seconds { for column in columns { _ = column.withUnsafeBytes { StoreDigest(of: $0) } } }
}
show("large: plain write", plainWrite, "s")
show("large: plain read into arrays", plainRead, "s")
show("large: SHA-256 of the same bytes alone", digest, "s")

let store = DiskStore(path: "\(folder)/large")
func table(_ store: DiskStore) -> CachedClosure<[[Double]], Never, Int> {
  cacheData(persist: .store(store), showSpinner: false, version: "1") { (_: Int) -> [[Double]] in columns }
}
let diskWrite = median(3) {
  try? store.remove(.everything)
  let function = table(store)
  return seconds { _ = function(1) }
}
let diskRead = median(3) {
  let function = table(DiskStore(path: "\(folder)/large"))
  let time = seconds { precondition(function(1)[3].last == columns[3].last) }
  precondition(function.statistics.storeHits == 1)
  return time
}
let kept = table(store)
_ = kept(1)
show("large: data first, with the write", diskWrite, "s")
show("large: data first of another process, the read", diskRead, "s")
show("large: data next", median(5) { seconds { _ = kept(1) } } * 1e3, "ms")
show("large: write, plain over ours", plainWrite / diskWrite, "")
show("large: write, plain with digest over ours", (plainWrite + digest) / diskWrite, "")
show("large: read, plain over ours", plainRead / diskRead, "")
show("large: read, plain with digest over ours", (plainRead + digest) / diskRead, "")
try compareFilesWithDatabase(in: folder)
