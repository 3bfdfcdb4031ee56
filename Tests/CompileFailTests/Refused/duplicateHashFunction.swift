import CacheRuntime

final class HashedTwice: Sendable { let name = "" }

@CacheData(hashFuncs: [.hash(HashedTwice.self) { $0.name }, .hash(HashedTwice.self) { _ in 1 }])  // error: there are two hash functions for 'HashedTwice'; remove one
func hashedTwice(_ value: HashedTwice) -> Int { 1 }
