import Testing

@testable import CacheRuntime

/// A kind of store that the conformance suite runs over.
enum StoreBackend: String, CaseIterable, CustomTestStringConvertible {
  case none, memory, disk
  #if SharedStore
  case shared
  #endif

  var testDescription: String { rawValue }

  /// Whether it keeps what is written.
  var keeps: Bool { self != .none }

  /// The backends that can run here.
  static var all: [StoreBackend] {
    #if SharedStore
    allCases.filter { $0 != .shared || RealServer.isInstalled }
    #else
    allCases
    #endif
  }

  /// The ones of them that keep what is written.
  static var keeping: [StoreBackend] { all.filter(\.keeps) }

  /// An empty store of this kind.
  func make(_ clock: ManualCacheClock = ManualCacheClock()) throws -> any CacheStore {
    switch self {
    case .none: NoStore()
    case .memory: MemoryStore(clock: clock)
    case .disk: try TemporaryDiskStore(clock: clock)
    #if SharedStore
    case .shared: try RealServer.shared.get().store { $0.clock = clock }
    #endif
    }
  }
}

/// A store on disk whose folder goes with it.
final class TemporaryDiskStore: CacheStore {
  let folder: TemporaryFolder
  let store: DiskStore

  init(maxBytes: Int? = nil, clock: any CacheClock = WallClock()) throws {
    folder = try TemporaryFolder()
    store = DiskStore(path: "\(folder.path)/store", maxBytes: maxBytes, clock: clock)
  }

  var now: Int64 { store.now }
  func read(_ key: StoreKey) throws -> StoredEntry? { try store.read(key) }
  func write(_ entry: StoredEntry, for key: StoreKey) throws { try store.write(entry, for: key) }
  func contains(_ key: StoreKey) throws -> Bool { try store.contains(key) }
  func remove(_ selection: StoreSelection) throws { try store.remove(selection) }
  func claim(_ key: StoreKey) throws -> StoreClaim { try store.claim(key) }
  func functions() throws -> [StoredFunction] { try store.functions() }
}

extension StoreFunction {
  /// A function for tests of stores.
  static func example(
    _ name: String = "rides(in:)", kind: CacheKind = .data, maxEntries: Int? = nil, maxBytes: Int? = nil,
    tags: [String] = []
  ) -> StoreFunction {
    StoreFunction(
      digest: StoreDigest(of: "\(kind) \(name)".utf8), module: "App", name: name, kind: kind,
      maxEntries: maxEntries, maxBytes: maxBytes, tags: tags)
  }

  /// The key of the call with this argument.
  func call(_ argument: Int) -> StoreKey {
    StoreKey(function: self, digest: StoreDigest(of: "\(name) \(argument)".utf8))
  }
}

extension StoredEntry {
  /// An entry for tests of stores.
  static func example(
    _ value: [UInt8], elements: [UInt8]? = nil, created: Int64 = 0, expires: Int64? = nil
  ) -> StoredEntry {
    StoredEntry(
      value: StoredBytes(value), elements: elements, shape: StoreDigest(of: "[UInt8]".utf8), created: created,
      expires: expires)
  }

  /// What a test compares.
  var seen: Seen {
    get throws {
      Seen(
        value: try value.bytes(), elements: elements, shape: shape, created: created, expires: expires)
    }
  }

  struct Seen: Equatable {
    var value: [UInt8]
    var elements: [UInt8]?
    var shape: StoreDigest
    var created: Int64
    var expires: Int64?
  }
}
