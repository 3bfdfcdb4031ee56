/// How a result is kept: as it is, or as bytes of which every caller gets a value of its own.
@usableFromInline enum Held<Value> {
  case value(Value)
  case bytes([UInt8])
  /// One of the others, from a function that has shown elements too.
  case shown(ShownResult<Value>)
}

/// A result, and what its function has shown.
@usableFromInline final class ShownResult<Value>: @unchecked Sendable {
  // Both are set once; `Held` hands values out as its `Copying` allows.
  let held: Held<Value>
  let recording: ElementRecording

  init(_ held: Held<Value>, _ recording: ElementRecording) {
    self.held = held
    self.recording = recording
  }
}

/// One result under one key.
@usableFromInline struct CacheEntry<Key: Hashable, Value> {
  @usableFromInline let key: Key
  @usableFromInline let hash: Int
  @usableFromInline var held: Held<Value>
  /// When it stops being valid; `Int64.max` for never.
  @usableFromInline var expires: Int64
  /// When it was stored.
  var stored: Int64
  /// When it was last used, where `idle` counts.
  var used: Int64
  var weight: Int
  /// Tells this entry from a later one in the same slot.
  var sequence: UInt64
}

/// Why an entry went.
public enum RemovalCause: String, Hashable, Sendable, CaseIterable {
  /// Its time to live was over.
  case expired
  /// It was not used for as long as `idle` says.
  case idle
  /// There were more than `maxEntries`.
  case maxEntries
  /// There were more than `maxBytes`.
  case maxBytes
  /// All caches together held more than the process may.
  case budget
  /// `clear` was called.
  case cleared
  /// `validate` refused it.
  case invalid
  /// A newer result took its place.
  case replaced
  /// The function read a widget that was not part of the key yet.
  case newWidget
}
