import Synchronization

/// Counts how often the body of each cached function ran, so that the report can show what the cache saved.
public enum Tally {
  private static let counts = Mutex<[String: Int]>([:])

  /// Notes one run of a body.
  public static func ran(_ name: String) {
    counts.withLock { $0[name, default: 0] += 1 }
  }

  /// All counts, by name.
  public static var all: [(name: String, runs: Int)] {
    counts.withLock { $0 }.map { (name: $0.key, runs: $0.value) }.sorted { $0.name < $1.name }
  }
}
