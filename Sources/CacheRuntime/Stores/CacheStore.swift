// What lies below memory. A call that finds nothing in memory goes through these steps, under the one flight of its key:
//
//   read       a whole and valid entry → memory, and the function does not run
//   claim      where asked: one computation a key over all processes
//   compute
//   write
//
// A store knows bytes and deadlines; of values, types and functions it knows names only. Whatever it throws is a miss or
// a write left out: the core logs and counts it, and the caller sees the function's own result.

/// A place beside memory where results live on after the process.
///
/// Calls come from any thread, several at once, and return when the work is done. The core makes them for asynchronous
/// functions on threads of its own where `mayBlock` says so. An entry that is damaged, foreign or of another format is none:
/// a store removes it and returns nil.
public protocol CacheStore: AnyObject, Sendable {
  /// Whether a call may take longer than a task may hold a thread of the cooperative pool.
  var mayBlock: Bool { get }

  /// The time by which entries are stored and expire, in nanoseconds since 1970.
  var now: Int64 { get }

  /// Refuses a function whose options the store cannot serve; asked once a function and process.
  ///
  /// - Throws: what the store has against it; the function then lives in memory only.
  func check(_ function: StoreFunction) throws

  /// The entry under this key, whole and verified; an expired one is none.
  ///
  /// - Throws: `StoreDamage` for an entry that was there and was no good, by now removed; else why there is no answer.
  func read(_ key: StoreKey) throws -> StoredEntry?

  /// Keeps an entry whole or not at all, in place of the one under this key, within the bounds of its function.
  ///
  /// - Throws: why it is not kept.
  func write(_ entry: StoredEntry, for key: StoreKey) throws

  /// Whether there is an entry that has not expired; its bytes need not be looked at.
  ///
  /// - Throws: why there is no answer.
  func contains(_ key: StoreKey) throws -> Bool

  /// Takes out what is selected; that there is nothing is no error.
  ///
  /// - Throws: why something may be left.
  func remove(_ selection: StoreSelection) throws

  /// Asks to be the one that computes this key, without waiting.
  ///
  /// - Throws: why there is no answer; the caller then computes.
  func claim(_ key: StoreKey) throws -> StoreClaim

  /// What is in the store, a line a function.
  ///
  /// - Throws: why there is no answer.
  func functions() throws -> [StoredFunction]
}

extension CacheStore {
  /// Yes: anything but memory may.
  public var mayBlock: Bool { true }

  /// The time of the machine.
  public var now: Int64 { WallClock().now() }

  /// Takes every function.
  public func check(_ function: StoreFunction) throws {}

  /// Whether `read` returns an entry.
  public func contains(_ key: StoreKey) throws -> Bool { try read(key) != nil }

  /// Knows nothing of other processes.
  public func claim(_ key: StoreKey) throws -> StoreClaim { .unsupported }

  /// Nothing to be seen.
  public func functions() throws -> [StoredFunction] { [] }
}

/// What to take out of a store.
public enum StoreSelection: Hashable, Sendable {
  /// One call.
  case call(StoreKey)
  /// Every call of a function, of whatever build or version.
  case function(StoreFunction)
  /// Every call of the functions that depend on one of the tags of these names.
  case tags([String])
  /// Every call of all functions of a kind.
  case kind(CacheKind)
  /// All that the store has put there.
  case everything

  /// Every call of the functions that depend on the tag of this name.
  public static func tag(_ name: String) -> Self { .tags([name]) }
}

/// An entry that could not be used and was taken out.
public struct StoreDamage: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was wrong with it.
  public let description: String

  /// Damage of this description.
  public init(_ description: String) { self.description = description }
}
