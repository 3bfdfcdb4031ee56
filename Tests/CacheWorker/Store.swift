import CacheRuntime
import Foundation

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

let hammered = StoreFunction(
  digest: StoreDigest(of: "hammered".utf8), module: "CacheWorker", name: "hammered(_:)", kind: .data)
let hammeredCount = 24

func hammeredKey(_ index: Int) -> StoreKey {
  StoreKey(function: hammered, digest: StoreDigest(of: "hammered \(index)".utf8))
}

/// What belongs under a key: every byte says which key and which writing it is of, so that a torn value shows.
func hammeredValue(_ index: Int, writing: UInt8) -> [UInt8] {
  // Some lie in the database, some in files.
  let count = index.isMultiple(of: 3) ? 200_000 + index : 40 + index * 700
  return [UInt8](repeating: UInt8(index) ^ writing, count: count)
}

func isWhole(_ bytes: [UInt8], _ index: Int) -> Bool {
  guard let first = bytes.first else { return false }
  return bytes == hammeredValue(index, writing: first ^ UInt8(index))
}

/// Writes, reads and takes out for ever; ends with status 3 at a value that nobody wrote.
func hammer(_ store: any CacheStore, seed: UInt64) throws {
  var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  func random(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }
  say("ready")
  while true {
    let index = random(hammeredCount)
    let key = hammeredKey(index)
    switch random(10) {
    case 0: try store.remove(.call(key))
    case 1...3:
      guard let entry = try store.read(key) else { continue }
      guard isWhole(try entry.value.bytes(), index) else {
        say("torn \(index)")
        exit(3)
      }
    default:
      let value = hammeredValue(index, writing: UInt8(random(256)))
      let entry = StoredEntry(
        value: StoredBytes(value), shape: StoreDigest(of: "bytes".utf8), created: store.now)
      try store.write(entry, for: key)
    }
  }
}

/// Reads all that `hammer` may have written, and says what it found.
func check(_ store: any CacheStore) {
  var (whole, missing) = (0, 0)
  do {
    for index in 0..<hammeredCount {
      guard let entry = try store.read(hammeredKey(index)) else {
        missing += 1
        continue
      }
      guard isWhole(try entry.value.bytes(), index) else {
        say("torn \(index)")
        exit(3)
      }
      whole += 1
    }
    say("whole \(whole) missing \(missing)")
  } catch {
    say("failed \(error)")
    exit(4)
  }
}

/// Calls a cached function; says how often it ran.
func callOnce(_ store: any CacheStore, _ numbers: [Int]) -> Int {
  var runs = 0
  let square = cacheData(persist: .store(store), showSpinner: false) { (number: Int) -> [Int] in
    runs += 1
    return [number * number]
  }
  for number in numbers where square(number) != [number * number] { exit(3) }
  return runs
}

/// Calls a coordinated function with the same arguments as other processes, and appends a line to a file at each run.
func coordinate(_ store: any CacheStore, log: String) async {
  let file = open(log, O_WRONLY | O_APPEND | O_CREAT, 0o600)
  let once = cacheData(persist: .store(store, coordinated: true), showSpinner: false) {
    (number: Int) -> Int in
    let line = Array("\(number)\n".utf8)
    _ = write(file, line, line.count)
    usleep(20_000)
    return number * 7
  }
  let later = cacheData(persist: .store(store, coordinated: true), showSpinner: false) {
    (number: Int) async -> Int in
    let line = Array("\(number)\n".utf8)
    _ = write(file, line, line.count)
    try? await Task.sleep(nanoseconds: 20_000_000)
    return number * 7
  }
  for number in 0..<5 where once(number) != number * 7 { exit(3) }
  for number in 100..<105 where await later(number) != number * 7 { exit(3) }
  say("done")
}

/// Has one claim until it is killed.
func hold(_ store: any CacheStore) throws {
  guard case .mine(let lease) = try store.claim(hammeredKey(1)) else { exit(5) }
  say("held")
  while true { sleep(60) }
  lease.release()
}

/// Writes until nothing goes any more, on a disk that is full or under a limit of the size of files.
func fill(_ path: String) {
  signal(SIGXFSZ, SIG_IGN)
  var limit = rlimit(rlim_cur: 3_000_000, rlim_max: 3_000_000)
  #if canImport(Darwin)
  setrlimit(RLIMIT_FSIZE, &limit)
  #else
  setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
  #endif
  let store = DiskStore(path: path)
  var (wrong, runs) = (0, 0)
  let large = cacheData(persist: .store(store), showSpinner: false) { (number: Int) -> [Double] in
    runs += 1
    return [Double](repeating: Double(number), count: number.isMultiple(of: 2) ? 600_000 : 4_000)
  }
  for number in 0..<40 where large(number).first != Double(number) { wrong += 1 }
  say("runs \(runs) wrong \(wrong) failures \(large.statistics.storeFailures > 0)")
}

/// Reads from a folder that cannot be written, as a user who may not.
func readOnly(_ path: String) {
  if geteuid() == 0 { setuid(65534) }
  say("\(callOnce(DiskStore(path: path), [1, 2, 3]))")
}
