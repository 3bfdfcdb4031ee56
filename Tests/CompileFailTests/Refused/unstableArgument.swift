import CacheRuntime

struct OnlyHashable: Hashable { var code = 1 }
actor Station: Hashable {
  static func == (lhs: Station, rhs: Station) -> Bool { lhs === rhs }
  nonisolated func hash(into hasher: inout Hasher) {}
}

@CacheData(persist: .disk) func unstableArgument(_ a: OnlyHashable, n: Int) -> Int { n }  // error: 'storedPart' is unavailable: an argument of a function with 'persist:' must be 'Codable' or 'CacheHashable', since 'Hashable' differs from process to process; conform its type, give a hash function in 'hashFuncs', or exclude it with an underscore before its internal name

@CacheData(persist: .disk) func unstableElement(_ a: [OnlyHashable]) -> Int { 1 }  // error: 'storedPart' is unavailable: an argument of a function with 'persist:' must be 'Codable' or 'CacheHashable', since 'Hashable' differs from process to process; conform its type, give a hash function in 'hashFuncs', or exclude it with an underscore before its internal name

@CacheData(persist: .shared) func unstableOptional(_ a: OnlyHashable?) throws -> Int { 1 }  // error: 'storedPart' is unavailable: an argument of a function with 'persist:' must be 'Codable' or 'CacheHashable', since 'Hashable' differs from process to process; conform its type, give a hash function in 'hashFuncs', or exclude it with an underscore before its internal name

@CacheData(persist: .disk) func unstableActor(_ a: Station) -> Int { 1 }  // error: 'storedPart' is unavailable: an argument of a function with 'persist:' must be 'Codable' or 'CacheHashable', since 'Hashable' differs from process to process; conform its type, give a hash function in 'hashFuncs', or exclude it with an underscore before its internal name
