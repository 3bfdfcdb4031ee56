import CacheRuntime

struct PlainResult { var a = 1 }

@CacheData(persist: .disk) func unstoredResult() -> PlainResult { PlainResult() }  // error: 'require' is unavailable: the result of a function with 'persist:' must be 'Codable'; conform its type, or leave 'persist' out

@CacheData(persist: .disk) func unstoredTuple() -> (Int, Int) { (1, 2) }  // error: 'require' is unavailable: the result of a function with 'persist:' must be 'Codable'; conform its type, or leave 'persist' out

@CacheData(persist: .disk) func unstoredForm0(_ n: Int) throws -> PlainResult? { nil }  // error: 'require' is unavailable: the result of a function with 'persist:' must be 'Codable'; conform its type, or leave 'persist' out

@CacheData(persist: .disk) func unstoredForm1(_ n: Int) throws -> [PlainResult] { [] }  // error: 'require' is unavailable: the result of a function with 'persist:' must be 'Codable'; conform its type, or leave 'persist' out

@CacheData(persist: .disk) func unstoredForm2(_ n: Int) throws -> [String: PlainResult] { [:] }  // error: 'require' is unavailable: the result of a function with 'persist:' must be 'Codable'; conform its type, or leave 'persist' out

@CacheData(persist: .disk) func unstoredForm3(_ n: Int) throws -> any Codable { 1 }  // error: 'require' is unavailable: the result of a function with 'persist:' must be 'Codable'; conform its type, or leave 'persist' out

@CacheData(persist: .disk) func unstoredForm4(_ n: Int) throws -> any Hashable { 1 }  // error: 'require' is unavailable: the result of a function with 'persist:' must be 'Codable'; conform its type, or leave 'persist' out

@CacheData(persist: .disk) func unstoredForm5(_ n: Int) throws -> Result<Int, any Error> { .success(1) }  // error: 'require' is unavailable: the result of a function with 'persist:' must be 'Codable'; conform its type, or leave 'persist' out

@CacheData(persist: .disk) func unstoredForm6(_ n: Int) throws -> Int.Type { Int.self }  // error: 'require' is unavailable: the result of a function with 'persist:' must be 'Codable'; conform its type, or leave 'persist' out

@CacheData(persist: .disk) func unstoredForm7(_ n: Int) throws -> AnyHashable { 1 }  // error: 'require' is unavailable: the result of a function with 'persist:' must be 'Codable'; conform its type, or leave 'persist' out

@CacheData(persist: .disk) func unstoredForm8(_ n: Int) throws -> Substring { "" }  // error: 'require' is unavailable: the result of a function with 'persist:' must be 'Codable'; conform its type, or leave 'persist' out

@CacheData(persist: .disk) func unstoredForm9(_ n: Int) throws -> some Hashable { 1 }  // error: 'require' is unavailable: the result of a function with 'persist:' must be 'Codable'; conform its type, or leave 'persist' out

@CacheData(persist: .disk) func unstoredForm10(_ n: Int) throws -> [some Hashable & Encodable] { [1] }  // error: 'require' is unavailable: the result of a function with 'persist:' must be 'Codable'; conform its type, or leave 'persist' out

@CacheData(persist: .disk) func unstoredGeneric<T: Hashable & Codable, R: Encodable>(_ t: T, _ _r: R) -> R { _r }  // error: 'require' is unavailable: the result of a function with 'persist:' must be 'Codable'; conform its type, or leave 'persist' out
