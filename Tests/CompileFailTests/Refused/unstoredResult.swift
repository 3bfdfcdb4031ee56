import CacheRuntime

struct PlainResult { var a = 1 }

@CacheData(persist: .disk) func unstoredResult() -> PlainResult { PlainResult() }  // error: 'require' is unavailable: the result of a function with 'persist:' must be 'Codable'; conform its type, or leave 'persist' out

@CacheData(persist: .disk) func unstoredTuple() -> (Int, Int) { (1, 2) }  // error: 'require' is unavailable: the result of a function with 'persist:' must be 'Codable'; conform its type, or leave 'persist' out
