/// Why the last entries went, for `explain`: a few hundred hashes.
struct RemovalMemory {
  private static let limit = 256
  private var causes: [Int: RemovalCause] = [:]

  mutating func note(_ hash: Int, _ cause: RemovalCause) {
    if causes.count >= Self.limit { causes.removeAll(keepingCapacity: true) }
    causes[hash] = cause
  }

  /// Why the entry of this hash went, if it was there lately.
  func cause(of hash: Int) -> RemovalCause? { causes[hash] }
}
