import CacheRuntime

final class ExcludedDatabase: Sendable { let name = "" }

@CacheData(hashFuncs: [.hash(ExcludedDatabase.self) { $0.name }])  // error: parameter '_database' is excluded from the key, so the hash function for 'ExcludedDatabase' is never used; remove one of the two
func hashedExcluded(_ _database: ExcludedDatabase, n: Int) -> Int { n }
