import CacheRuntime

final class OptionPool: Sendable {
  let isOpen = true
  func close() {}
}

@CacheData(
  ttl: .minutes(5), idle: "90s", maxEntries: 10, maxBytes: 1 << 20,
  weigher: { (bytes: [UInt8]) in bytes.count },
  eviction: .lru, persist: .none, showSpinner: false, hashFuncs: [.hash(OptionPool.self) { $0.isOpen }],
  validate: { (bytes: [UInt8]) in !bytes.isEmpty }, onRelease: { (_: [UInt8]) in }, scope: .session,
  version: "3",
  storeIf: { (bytes: [UInt8]) in bytes.count < 100 }, handle: true)
func everyOption(_ pool: OptionPool, _ n: Int) throws -> [UInt8] { [] }

@CacheResource(
  ttl: 60, idle: 30, maxEntries: 2, eviction: .s3FIFO, showSpinner: "Connecting…",
  validate: { (pool: OptionPool) in pool.isOpen }, onRelease: { (pool: OptionPool) in pool.close() },
  version: "1")
func optionPool(_ host: String) -> OptionPool { OptionPool() }

// An attribute is checked before handles exist, so it names one through a declaration of its own.
var poolDependency: any CacheDependency { $optionPool }
@CacheData(dependsOn: [poolDependency]) func dependent(_ n: Int) -> Int { n }
