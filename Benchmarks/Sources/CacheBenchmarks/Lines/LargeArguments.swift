import CacheRuntime
import Foundation

/// Hits on arguments of which every byte counts.
enum LargeArguments {
  static func groups() -> [Group] { [data(), doubles()] }

  private static func data() -> Group {
    let data = Data(count: 100_000_000)
    let floor = MutexDictionary<Data, Int>()
    // The same bytes in another place, for which no shortcut by identity holds.
    let other = Data(count: 100_000_000)
    let hashed = MutexDictionary<Int, Int>()
    return Group(
      id: "hit-data-100m", title: "a hit, 100 MB of Data (Foundation hashes its first 80 bytes)",
      bytes: data.count,
      contestants: [
        Contestant("Dictionary under Mutex") { times in
          (0..<times).reduce(0) { sum, _ in sum + floor(data) { data.count } }
        },
        Contestant("recache") { times in
          (0..<times).reduce(0) { sum, _ in sum + size(of: data) }
        },
        Contestant("Dictionary under Mutex, equal Data elsewhere") { times in
          (0..<times).reduce(0) { sum, _ in sum + floor(other) { data.count } }
        },
        Contestant("recache, equal Data elsewhere") { times in
          (0..<times).reduce(0) { sum, _ in sum + size(of: other) }
        },
        Contestant("Hasher over every byte") { times in
          (0..<times).reduce(0) { sum, _ in
            var hasher = Hasher()
            data.withUnsafeBytes { hasher.combine(bytes: $0) }
            return sum + hashed(hasher.finalize()) { data.count }
          }
        },
      ])
  }

  private static func doubles() -> Group {
    let values = (0..<10_000_000).map(Double.init)
    // The same numbers in another place, for which no shortcut by identity holds.
    let others = values.map { $0 + 0 }
    let floor = MutexDictionary<[Double], Int>()
    return Group(
      id: "hit-doubles-10m", title: "a hit, 10 M Doubles as the argument (80 MB)", bytes: 80_000_000,
      contestants: [
        Contestant("Dictionary under Mutex") { times in
          (0..<times).reduce(0) { sum, _ in sum + floor(values) { values.count } }
        },
        Contestant("recache") { times in
          (0..<times).reduce(0) { sum, _ in sum + count(of: values) }
        },
        Contestant("recache, equal array elsewhere") { times in
          (0..<times).reduce(0) { sum, _ in sum + count(of: others) }
        },
      ])
  }

  /// Edits single elements of a large array: every call after an edit has to compute.
  static func edits() -> Table {
    var values = (0..<10_000_000).map(Double.init)
    var state: UInt64 = 1
    var wrong = 0
    _ = total(of: values)
    for _ in 0..<50 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let place = Int(state >> 33) % values.count
      values[place] += 1_000_000
      if total(of: values) != values.reduce(0, +) { wrong += 1 }
      values[place] -= 1_000_000
    }
    return Table(
      id: "edits", title: "wrong results after 50 single-element edits of 10 M Doubles", unit: "wrong",
      lines: [Line(name: "recache", median: Double(wrong), least: Double(wrong))])
  }
}
