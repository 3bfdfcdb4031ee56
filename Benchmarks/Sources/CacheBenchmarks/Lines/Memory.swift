import CAllocator
import CacheRuntime

/// What an entry of an Int by an Int takes, from what the allocator has given out before and after.
enum Memory {
  static func table() -> Table {
    var lines: [Line] = []
    let dictionary = MutexDictionary<Int, Int>()
    lines.append(line("Dictionary under Mutex", 1_000_000) { _ = dictionary($0) { 0 } })
    lines.append(line("recache", 1_000_000) { _ = unbounded($0 + 2_000_000_000) })
    let cached = cacheData { (number: Int) in number }
    lines.append(line("recache, closure form", 1_000_000) { _ = cached($0) })
    let objects = ObjectCache<Int, Int>()
    lines.append(line("NSCache", 100_000) { _ = objects($0) { 0 } })
    withExtendedLifetime((dictionary, cached, objects)) {}
    return Table(id: "memory", title: "memory an entry, Int by Int", unit: "bytes", lines: lines)
  }

  private static func line(_ name: String, _ entries: Int, _ add: (Int) -> Void) -> Line {
    let before = Int(allocator_bytes_in_use())
    for number in 0..<entries { add(number) }
    let bytes = Double(Int(allocator_bytes_in_use()) - before) / Double(entries)
    return Line(name: name, median: bytes, least: bytes)
  }
}
