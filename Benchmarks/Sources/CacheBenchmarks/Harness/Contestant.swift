/// Something that is measured beside its like.
struct Contestant {
  let name: String
  /// Does the work so many times and returns a sum over the results, which keeps the work from being optimized away.
  let run: (_ times: Int) async -> Int

  init(_ name: String, _ run: @escaping (_ times: Int) async -> Int) {
    self.name = name
    self.run = run
  }
}

/// Contestants that do the same work; all give the same sum.
struct Group {
  let id: String
  let title: String
  /// The bytes that one operation reads, for a rate; zero for none.
  var bytes = 0
  /// The number of different keys, one after the other.
  var keys = 1
  let contestants: [Contestant]
}

/// A column of the report, in the group's unit.
struct Line: Codable {
  let name: String
  let median: Double
  let least: Double
  /// Times the floor.
  var ratio: Double?
}

/// A finished group.
struct Table: Codable {
  let id: String
  let title: String
  let unit: String
  var lines: [Line]
  var notes: [String] = []
}
