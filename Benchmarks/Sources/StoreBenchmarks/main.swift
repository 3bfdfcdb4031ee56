import CacheRuntime
import Foundation

// Small and middling values in a store on disk; `LargeValues` has tables beside plain files.
//
//   small    calls of functions whose results of 1 KB are on disk and not in memory
//   files    entries of 4 KB to 4 MB in the database and in files of their own

let folder = CommandLine.arguments.dropFirst().first ?? "\(NSTemporaryDirectory())store-benchmark-\(getpid())"
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

try compareFilesWithDatabase(in: folder)
