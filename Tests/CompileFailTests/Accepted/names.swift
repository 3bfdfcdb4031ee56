import CacheRuntime

@CacheData func keyword1(in: Int, default: Int) -> Int { `in` + `default` }
@CacheData func keyword2(`class`: Int, for: String, where w: Int) -> Int { `class` }
@CacheData func keyword3(_ `in`: Int) throws -> Int { `in` }
@CacheData func keyword4(in: Int, default: Int) throws -> Int { 1 }
@CacheData func keyword5(`self`: Int, `Self`: Int, `init`: Int) -> Int { `self` }
@CacheData func keyword6(`repeat`: Int, `switch`: Int, `is`: Int, `as`: Int, `try`: Int, `nil`: Int, `true`: Int) -> Int { `nil` }
@CacheData func `func`(_ n: Int) -> Int { n }
@CacheData func `init`(_ n: Int) -> Int { n }
@CacheData func `some function with spaces`(_ n: Int) -> Int { n }
@CacheData(hashFuncs: [.hash(Int.self) { $0 }]) func keyword7(in: Int, default: String) -> Int { 1 }
@CacheData(persist: .disk) func keyword8(in: Int, default: String) -> Int { 1 }
struct KeywordPlace: Hashable {
  @CacheData func keyword1(in: Int, default: Int) -> Int { 1 }
  @CacheData func `default`(in: Int) -> Int { 1 }
  @CacheData func gen<T: Hashable>(in: T, default: Int) throws -> Int { 1 }
}
class SelfPlace: Hashable, Codable {
  static func == (left: SelfPlace, right: SelfPlace) -> Bool { left === right }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
  required init() {}
  @CacheData func made() -> Self { Self() }
  @CacheData func madeThrows() throws -> Self { Self() }
  @CacheData func res(_ n: Int) -> SelfPlace { self }
  @CacheData static func smade() -> Self? { Self() }
  @CacheData class func cmade() -> Int { 1 }
}
final class SentObject {}
@CacheData func sent1(_ n: sending [Int]) -> Int { 1 }
@CacheData func sent2(_ _n: sending SentObject) -> Int { 1 }
@CacheData func sent3(_ n: Int) -> sending [Int] { [1] }
@CacheData func sent4(_ n: Int) async -> sending [Int] { [1] }
@CacheData func sent5(_ n: sending [Int]) async throws -> Int { 1 }
@CacheData func sent10(_ n: [Int] = [1], _ m: Int...) -> Int { 1 }
@CacheData func sent11(_: Int, _: Int) -> Int { 1 }
@CacheData func sent12(a _: Int, b: Int) -> Int { 1 }
// What an expansion calls is found whatever is called as the module is.
struct ModulePlace: Hashable, Codable {
  enum CacheRuntime {}
  var Swift = 1
  @CacheData func module1(_ n: Int) throws -> Int { n }
  @CacheData(persist: .disk) static func module2(_ n: Int) async -> Int { n }
}
class ModuleClass: Hashable {
  static func == (left: ModuleClass, right: ModuleClass) -> Bool { left === right }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
  func CacheRuntime() {}
  @CacheResource func module3(Swift: Int, type: String) -> Int { Swift }
}
@CacheData func module4(CacheRuntime: Int, Swift: String) throws -> Int { CacheRuntime }
@CacheData func module5<CacheRuntime: Hashable>(_ n: CacheRuntime) -> Int { 1 }
@CacheData(hashFuncs: [.hash(SentObject.self) { _ in 1 }]) func module6(CacheRuntime: SentObject) throws -> Int { 1 }
func module7() -> Int {
  let CacheRuntime = 1
  @CacheData func local(_ n: Int) -> Int { n }
  return local(CacheRuntime)
}
