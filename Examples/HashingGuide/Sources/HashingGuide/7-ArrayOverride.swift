import CacheRuntime

/// An array whose order does not count.
@CacheData
func vocabulary(of words: [String]) -> [String] { Set(words).sorted() }

@CacheData(hashFuncs: [.hash([String].self) { Set($0) }])
func vocabularyInAnyOrder(of words: [String]) throws -> [String] { Set(words).sorted() }
