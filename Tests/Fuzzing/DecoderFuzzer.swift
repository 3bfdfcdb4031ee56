// What libFuzzer calls; `Scripts/fuzz-decoder` compiles it together with the decoder's own sources.

import Foundation

private indirect enum Tree: Codable, Hashable {
  case leaf(Int)
  case branch([Tree])
  case named(String, Tree?)
}

private struct Everything: Codable {
  var flag: Bool
  var small: Int8
  var wide: UInt64
  var text: String
  var maybe: Int??
  var set: Set<String>
  var map: [String: [Int]]
  var numbered: [Int: String]
  var when: Date
  var id: UUID?
  var data: Data
  var place: URL?
  var amount: Decimal
  var nested: [Everything]
  var floats: [Float]
  var range: ClosedRange<Int>
  var tree: Tree
}

private func read<Value: Decodable>(_ type: Value.Type, _ bytes: UnsafeRawBufferPointer) {
  _ = try? BinaryDecoder().decode(type, from: bytes)
}

/// The first byte chooses the type.
@_cdecl("LLVMFuzzerTestOneInput") public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let bytes = UnsafeRawBufferPointer(start: start + 1, count: count - 1)
  switch start[0] % 16 {
  case 0: read(Int.self, bytes)
  case 1: read([Double].self, bytes)
  case 2: read([String: Int].self, bytes)
  case 3: read(Set<String>.self, bytes)
  case 4: read([Int??].self, bytes)
  case 5: read(Tree.self, bytes)
  case 6: read([Tree: Int].self, bytes)
  case 7: read(Date.self, bytes)
  case 8: read(Decimal.self, bytes)
  case 9: read(DateComponents.self, bytes)
  case 10: read(URL.self, bytes)
  case 11: read(IndexSet.self, bytes)
  case 12: read(Locale.self, bytes)
  case 13: read(CharacterSet.self, bytes)
  case 14: read([[UInt16]].self, bytes)
  default: read(Everything.self, bytes)
  }
  return 0
}
