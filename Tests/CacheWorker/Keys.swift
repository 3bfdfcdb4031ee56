import CacheRuntime
import Foundation

/// A store that remembers the keys it is asked for.
final class RecordingStore: CacheStore, @unchecked Sendable {
  // Used by one thread.
  private(set) var last: StoreKey?
  var mayBlock: Bool { false }
  func read(_ key: StoreKey) throws -> StoredEntry? {
    last = key
    return nil
  }
  func write(_ entry: StoredEntry, for key: StoreKey) throws {}
  func remove(_ selection: StoreSelection) throws {}
}

struct Query: Codable, Hashable {
  enum Kind: Codable, Hashable { case all, some([String: Int]) }
  var name = "rides"
  var tags: Set<String> = ["a", "b", "c", "d", "e", "f", "g"]
  var limits: [String: Int] = ["x": 1, "y": 2, "z": 3, "u": 4, "v": 5]
  var kind = Kind.some(["p": 1, "q": 2, "r": 3])
  var maybe: Int?? = .some(nil)
  var when = Date(timeIntervalSince1970: 1.25)
  var region = Region(code: "N")
  var regions: Set<Region> = [Region(code: "N"), Region(code: "S"), Region(code: "W")]
}

struct Region: Codable, Hashable, CacheHashable {
  var code: String
  func cacheHash(into hasher: inout CacheHasher) { hasher.combine(code) }
}

/// Prints the digest of the key that an argument makes, `none` where it makes none.
func show(_ name: String, _ value: some Hashable) {
  let store = RecordingStore()
  let function = cacheData(persist: .store(store), showSpinner: false, version: "1") {
    (value: AnyHashable) in value.hashValue
  }
  _ = function(AnyHashable(value))
  say("\(name) \(store.last?.digest.description ?? "none")")
}

/// The same of a value that may turn out not to be made after all.
func show<Value: Hashable>(_ name: String, _ type: Value.Type, _ make: () -> Value?) {
  if let value = make() { show(name, value) } else { say("\(name) nil") }
}

/// Prints the digest of the key that each of many arguments makes.
func printKeys() {
  var calendar = Calendar(identifier: .gregorian)
  calendar.locale = Locale(identifier: "en_GB")
  calendar.timeZone = TimeZone(identifier: "Europe/Paris") ?? .gmt
  show("int", 1)
  show("double", 1.0)
  show("text", "é")
  show("set", Set((0..<100).map(String.init)))
  show("dictionary", Dictionary(uniqueKeysWithValues: (0..<100).map { ("\($0)", $0) }))
  show("nested", [["a": Set([1, 2, 3])], ["b": Set([4, 5])]])
  show("optional", Int??.some(nil))
  show("date", Date(timeIntervalSince1970: 1_700_000_000.5))
  show("uuid", UUID(uuidString: "6B29FC40-CA47-1067-B31D-00DD010662DA") ?? UUID())
  show("url", URL(string: "https://example.org/a?b=c") ?? URL(filePath: "/"))
  show("data", Data([0, 1, 255]))
  show("decimal", Decimal(string: "12.50") ?? 0)
  show("zone", TimeZone(identifier: "Europe/Paris") ?? .gmt)
  show("locale", Locale(identifier: "de_DE"))
  show("calendar", calendar)
  show("components", DateComponents(year: 2024, month: 2, day: 29))
  show("path", IndexPath(indexes: [1, 2, 3]))
  show("characters", CharacterSet(charactersIn: "abc"))
  show("measurement", Measurement(value: 2, unit: UnitLength.kilometers))
  show("range", 1..<5)
  show("codable", Query())
  show("codables", Set((0..<20).map { Query(name: "\($0)") }))
  show("floats", [1.5, -0.0, .nan])
}
