/// How a result is kept: as it is, or as bytes of which every caller gets a value of its own.
@usableFromInline enum Held<Value> {
  case value(Value)
  case bytes([UInt8])
  /// One of the others, of which more is known: what its function has shown, or what it looked like.
  case shown(ShownResult<Value>)
}

/// A result, and what is known beside it.
@usableFromInline final class ShownResult<Value>: @unchecked Sendable {
  // All are set once; `Held` hands values out as its `Copying` allows.
  let held: Held<Value>
  /// What its function has shown.
  let recording: ElementRecording
  /// What a shared result of `cache` looked like when it was stored; nil where nobody can change it.
  let digest: Int?

  init(_ held: Held<Value>, _ recording: ElementRecording = ElementRecording(), digest: Int? = nil) {
    self.held = held
    self.recording = recording
    self.digest = digest
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

/// What has left a cache under its lock and is let go after it: the user's `deinit` may call anything, the cache included.
struct Removed<Key, Value> {
  let key: Key
  let held: Held<Value>
}

extension Removed where Key: Hashable {
  init(_ entry: CacheEntry<Key, Value>) { self.init(key: entry.key, held: entry.held) }
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
