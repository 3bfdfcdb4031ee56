/// The key of `superEncoder()` and `superDecoder()`, as other coders have it.
struct SuperKey: CodingKey {
  var stringValue: String { "super" }
  var intValue: Int? { 0 }
  init() {}
  init?(stringValue: String) { guard stringValue == "super" else { return nil } }
  init?(intValue: Int) { guard intValue == 0 else { return nil } }
}
