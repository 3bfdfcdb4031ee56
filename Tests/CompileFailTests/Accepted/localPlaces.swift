import CacheRuntime

struct LocalInStructure {
  var stored: Int {
    @CacheData func local(_ n: Int) -> Int { n }
    return local(1)
  }
  var both: Int {
    get {
      @CacheData func local(_ n: Int) throws -> Int { n }
      return (try? local(1)) ?? 0
    }
    set {
      @CacheData func local(_ n: Int) -> Int { n }
      _ = local(1)
    }
  }
  static var st: Int {
    @CacheData func local(_ n: Int) -> Int { n }
    return local(1)
  }
  init() {
    @CacheData func local(_ n: Int, m: String) -> Int { n }
    _ = local(1, m: "")
  }
  subscript(x: String) -> Int {
    @CacheData(persist: .disk) func local(_ n: Int) -> Int { n }
    return local(1)
  }
  var closure: (Int) -> Int = { n in
    @CacheData func local(_ n: Int) -> Int { n }
    return local(n)
  }
  lazy var lz: Int = {
    @CacheData func local(_ n: Int) -> Int { n }
    return local(1)
  }()
}
class LocalInClass {
  var w: Int = 0 {
    didSet {
      @CacheData func local(_ n: Int) -> Int { n }
      _ = local(1)
    }
  }
  deinit {
    @CacheData func local(_ n: Int) -> Int { n }
    _ = local(1)
  }
  var g: Int {
    @CacheData func local(_ n: Int) -> Int { n }
    return local(1)
  }
}
actor LocalInActor {
  var g: Int {
    get async {
      @CacheData func local(_ n: Int) async -> Int { n }
      return await local(1)
    }
  }
  init() {
    @CacheData func local(_ n: Int) -> Int { n }
    _ = local(1)
  }
}
struct LocalInGeneric<T: Hashable> {
  var v: T
  var g: Int {
    @CacheData func local(_ n: T) -> Int { 1 }
    @CacheData func plain(_ n: Int) -> Int { 1 }
    return local(v) + plain(1)
  }
  func m() -> Int {
    @CacheData func local(_ n: T) throws -> Int { 1 }
    @CacheData func plain(_ n: Int) throws -> Int { 1 }
    return (try? local(v)) ?? 1
  }
}
extension LocalInGeneric where T == Int {
  var h: Int {
    @CacheData func local(_ n: Int) -> Int { 1 }
    return local(v)
  }
}
let localInVariable: Int = {
  @CacheData func local(_ n: Int) -> Int { n }
  @CacheData func nested(_ n: Int) -> Int {
    @CacheResource func inner(_ n: Int) -> Int { n }
    return inner(n)
  }
  return local(1) + nested(1)
}()
func localInBlocks() async throws -> Int {
  let xs = [1, 2].map { x in
    @CacheData func local(in: Int) -> Int { `in` }
    return local(in: x)
  }
  let t = Task {
    @CacheData func local(_ n: Int) async throws -> Int { n }
    return try await local(1)
  }
  do {
    @CacheData func scoped(_ n: Int) -> Int { n }
    _ = scoped(1)
  }
  if xs.isEmpty {
    @CacheResource func scoped(_ n: Int) -> Int { n }
    _ = scoped(1)
  }
  return try await t.value + xs[0]
}
