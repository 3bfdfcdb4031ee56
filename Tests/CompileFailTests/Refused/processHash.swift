import CacheRuntime

struct HashedRegion { var code = "A" }

@CacheData(persist: .disk, hashFuncs: [.hash(HashedRegion.self) { $0.code.hashValue }])  // error: 'hashValue' is another in every process, so no result with 'persist:' would be found by it again; return what it is made from
func processHash(_ a: HashedRegion) -> Int { 1 }
