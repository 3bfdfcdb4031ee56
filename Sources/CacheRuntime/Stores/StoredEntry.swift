/// One result as a store keeps it.
public struct StoredEntry: Sendable {
  /// The value, as the binary coder wrote it.
  public var value: StoredBytes
  /// What the call showed while it ran, to be shown again; nil for nothing.
  public var elements: [UInt8]?
  /// A digest of the value's type and of its shape: bytes of another shape are not this value.
  public var shape: StoreDigest
  /// When it was stored, in nanoseconds since 1970.
  public var created: Int64
  /// When it stops being valid; nil for never.
  public var expires: Int64?

  /// An entry of these parts.
  public init(
    value: StoredBytes, elements: [UInt8]? = nil, shape: StoreDigest, created: Int64, expires: Int64? = nil
  ) {
    self.value = value
    self.elements = elements
    self.shape = shape
    self.created = created
    self.expires = expires
  }

  /// How many bytes of content it has.
  public var count: Int { value.count + (elements?.count ?? 0) }

  /// Whether it is over at this time.
  public func isExpired(at now: Int64) -> Bool { expires.map { now >= $0 } ?? false }
}
