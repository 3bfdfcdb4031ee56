// Made from Functions/CachedFunctions.swift by the macros; a test of the root package keeps it current.
// swift-format-ignore-file

// The functions that the benchmarks call. Their expansion is what is compiled; see the README.
// Without handles, since nobody but the compiler may declare a name that begins with `$`.

import CacheRuntime
import Foundation

/// An argument of a type of one's own.
struct RideQuery: Hashable, Sendable {
  var region: String
  var limit: Int
  var isOpen: Bool
}

/// An object that all callers share.
final class SharedDoubles: Sendable {
  let values: [Double]
  init(_ values: [Double]) { self.values = values }
}
func square(_ number: Int) -> Int {
enum __Cache { static let core = __CacheRuntime.core(__CacheRuntime.Identity(fileID: #fileID, path: "square( _ number : Int ) -> Int", name: "square(_:)", fingerprint: "e3ed3c185de72bf168f48c7e59e82814"), .data, value: (Int).self, options: { __CacheRuntime.Options<Int>() }, key: { (number: Int) in __CacheRuntime.part(number, "number", "square(_:)") }) 
}
func __original()  -> Int { number &* number }
let __result = __CacheRuntime.data((Int).self)
__CacheRuntime.require(__result)
let __key = __CacheRuntime.part(number, "number", "square(_:)")
return __Cache.core.call(__key, __original)
}
func rides(in region: String, limit: Int) -> Int {
enum __Cache { static let core = __CacheRuntime.core(__CacheRuntime.Identity(fileID: #fileID, path: "rides( in region : String , limit : Int ) -> Int", name: "rides(in:limit:)", fingerprint: "3bae81313d7bb151581722965eb59d4f"), .data, value: (Int).self, options: { __CacheRuntime.Options<Int>(ttl: .hours(1)) }, key: { (region: String, limit: Int) in 
let __part0 = __CacheRuntime.part(region, "region", "rides(in:limit:)")
let __part1 = __CacheRuntime.part(limit, "limit", "rides(in:limit:)")
return __CacheRuntime.key(__part0, __part1)
 }) 
}
func __original()  -> Int { limit }
let __result = __CacheRuntime.data((Int).self)
__CacheRuntime.require(__result)
let __part0 = __CacheRuntime.part(region, "region", "rides(in:limit:)")
let __part1 = __CacheRuntime.part(limit, "limit", "rides(in:limit:)")
let __key = __CacheRuntime.key(__part0, __part1)
return __Cache.core.call(__key, __original)
}
func rides(matching query: RideQuery) -> Int {
enum __Cache { static let core = __CacheRuntime.core(__CacheRuntime.Identity(fileID: #fileID, path: "rides( matching query : RideQuery ) -> Int", name: "rides(matching:)", fingerprint: "57e8d0c64a362a1ccdde56c55104a29d"), .data, value: (Int).self, options: { __CacheRuntime.Options<Int>() }, key: { (query: RideQuery) in __CacheRuntime.part(query, "query", "rides(matching:)") }) 
}
func __original()  -> Int { query.limit }
let __result = __CacheRuntime.data((Int).self)
__CacheRuntime.require(__result)
let __key = __CacheRuntime.part(query, "query", "rides(matching:)")
return __Cache.core.call(__key, __original)
}
func size(of data: Data) -> Int {
enum __Cache { static let core = __CacheRuntime.core(__CacheRuntime.Identity(fileID: #fileID, path: "size( of data : Data ) -> Int", name: "size(of:)", fingerprint: "70861590340e111a79d379ec2ca4a5d1"), .data, value: (Int).self, options: { __CacheRuntime.Options<Int>() }, key: { (data: Data) in __CacheRuntime.part(data, "data", "size(of:)") }) 
}
func __original()  -> Int { data.count }
let __result = __CacheRuntime.data((Int).self)
__CacheRuntime.require(__result)
let __key = __CacheRuntime.part(data, "data", "size(of:)")
return __Cache.core.call(__key, __original)
}
func count(of values: [Double]) -> Int {
enum __Cache { static let core = __CacheRuntime.core(__CacheRuntime.Identity(fileID: #fileID, path: "count( of values : [ Double ] ) -> Int", name: "count(of:)", fingerprint: "2d66ef7c419d8489b6e2704f22b60ea4"), .data, value: (Int).self, options: { __CacheRuntime.Options<Int>() }, key: { (values: [Double]) in __CacheRuntime.part(values, "values", "count(of:)") }) 
}
func __original()  -> Int { values.count }
let __result = __CacheRuntime.data((Int).self)
__CacheRuntime.require(__result)
let __key = __CacheRuntime.part(values, "values", "count(of:)")
return __Cache.core.call(__key, __original)
}
func total(of values: [Double]) -> Double {
enum __Cache { static let core = __CacheRuntime.core(__CacheRuntime.Identity(fileID: #fileID, path: "total( of values : [ Double ] ) -> Double", name: "total(of:)", fingerprint: "75b03e8aaf0971a082f2dc47079d73fb"), .data, value: (Double).self, options: { __CacheRuntime.Options<Double>(maxEntries: 4) }, key: { (values: [Double]) in __CacheRuntime.part(values, "values", "total(of:)") }) 
}
func __original()  -> Double { values.reduce(0, +) }
let __result = __CacheRuntime.data((Double).self)
__CacheRuntime.require(__result)
let __key = __CacheRuntime.part(values, "values", "total(of:)")
return __Cache.core.call(__key, __original)
}
func squareLater(_ number: Int) async -> Int {
enum __Cache { static let core = __CacheRuntime.core(__CacheRuntime.Identity(fileID: #fileID, path: "squareLater( _ number : Int ) async -> Int", name: "squareLater(_:)", fingerprint: "2485f664f25cd150dd247e8b4962fa6c"), .data, value: (Int).self, options: { __CacheRuntime.Options<Int>() }, key: { (number: Int) in __CacheRuntime.part(number, "number", "squareLater(_:)") }) 
}
func __original() async -> Int { number &* number }
let __result = __CacheRuntime.data((Int).self)
__CacheRuntime.require(__result)
let __key = __CacheRuntime.part(number, "number", "squareLater(_:)")
return await __Cache.core.call(__key, __original)
}
func doubles(_ count: Int) -> [Double] {
enum __Cache { static let core = __CacheRuntime.core(__CacheRuntime.Identity(fileID: #fileID, path: "doubles( _ count : Int ) -> [ Double ]", name: "doubles(_:)", fingerprint: "52cf83157fa79787ffb2b4b713895cfa"), .data, value: ([Double]).self, options: { __CacheRuntime.Options<[Double]>() }, key: { (count: Int) in __CacheRuntime.part(count, "count", "doubles(_:)") }) 
}
func __original()  -> [Double] { (0..<count).map(Double.init) }
let __result = __CacheRuntime.data(([Double]).self)
__CacheRuntime.require(__result)
let __key = __CacheRuntime.part(count, "count", "doubles(_:)")
return __Cache.core.call(__key, __original)
}
func sharedDoubles(_ count: Int) -> SharedDoubles {
enum __Cache { static let core = __CacheRuntime.core(__CacheRuntime.Identity(fileID: #fileID, path: "sharedDoubles( _ count : Int ) -> SharedDoubles", name: "sharedDoubles(_:)", fingerprint: "c064c73d0c22fcafb32d813efa4a2471"), .resource, value: (SharedDoubles).self, options: { __CacheRuntime.Options<SharedDoubles>() }, key: { (count: Int) in __CacheRuntime.part(count, "count", "sharedDoubles(_:)") }) 
}
func __original()  -> SharedDoubles { SharedDoubles((0..<count).map(Double.init)) }
let __result = __CacheRuntime.resource((SharedDoubles).self)
__CacheRuntime.require(__result)
let __key = __CacheRuntime.part(count, "count", "sharedDoubles(_:)")
return __Cache.core.call(__key, __original)
}
func bounded(_ number: Int) -> Int {
enum __Cache { static let core = __CacheRuntime.core(__CacheRuntime.Identity(fileID: #fileID, path: "bounded( _ number : Int ) -> Int", name: "bounded(_:)", fingerprint: "028d8ed751c25ea68e421f57457d2aff"), .data, value: (Int).self, options: { __CacheRuntime.Options<Int>(maxEntries: 100_000) }, key: { (number: Int) in __CacheRuntime.part(number, "number", "bounded(_:)") }) 
}
func __original()  -> Int { number }
let __result = __CacheRuntime.data((Int).self)
__CacheRuntime.require(__result)
let __key = __CacheRuntime.part(number, "number", "bounded(_:)")
return __Cache.core.call(__key, __original)
}
func boundedLRU(_ number: Int) -> Int {
enum __Cache { static let core = __CacheRuntime.core(__CacheRuntime.Identity(fileID: #fileID, path: "boundedLRU( _ number : Int ) -> Int", name: "boundedLRU(_:)", fingerprint: "bb3c8e13c3971dc972274bc86c245869"), .data, value: (Int).self, options: { __CacheRuntime.Options<Int>(maxEntries: 100_000, eviction: .lru) }, key: { (number: Int) in __CacheRuntime.part(number, "number", "boundedLRU(_:)") }) 
}
func __original()  -> Int { number }
let __result = __CacheRuntime.data((Int).self)
__CacheRuntime.require(__result)
let __key = __CacheRuntime.part(number, "number", "boundedLRU(_:)")
return __Cache.core.call(__key, __original)
}
func boundedS3FIFO(_ number: Int) -> Int {
enum __Cache { static let core = __CacheRuntime.core(__CacheRuntime.Identity(fileID: #fileID, path: "boundedS3FIFO( _ number : Int ) -> Int", name: "boundedS3FIFO(_:)", fingerprint: "82d4906bb1aea392d88d781988e60a55"), .data, value: (Int).self, options: { __CacheRuntime.Options<Int>(maxEntries: 100_000, eviction: .s3FIFO) }, key: { (number: Int) in __CacheRuntime.part(number, "number", "boundedS3FIFO(_:)") }) 
}
func __original()  -> Int { number }
let __result = __CacheRuntime.data((Int).self)
__CacheRuntime.require(__result)
let __key = __CacheRuntime.part(number, "number", "boundedS3FIFO(_:)")
return __Cache.core.call(__key, __original)
}

/// A generic function, whose cache is found at every call.
func same<T: Hashable>(_ value: T) -> T {
func __original()  -> T { value }
let __result = __CacheRuntime.data((T).self)
__CacheRuntime.require(__result)
let __key = __CacheRuntime.genericPart(value, "value", "same(_:)")
return __CacheRuntime.call(__CacheRuntime.Identity(fileID: #fileID, path: "same< T : Hashable >( _ value : T ) -> T", name: "same(_:)", fingerprint: "470a5c682d9ee572d501bbf6f6e88b30"), .data, types: [T.self], options: { __CacheRuntime.Options<T>() }, key: __key, __original)
}
func unbounded(_ number: Int) -> Int {
enum __Cache { static let core = __CacheRuntime.core(__CacheRuntime.Identity(fileID: #fileID, path: "unbounded( _ number : Int ) -> Int", name: "unbounded(_:)", fingerprint: "a69022defdd2dfcbd132e0e5cb23cd82"), .data, value: (Int).self, options: { __CacheRuntime.Options<Int>() }, key: { (number: Int) in __CacheRuntime.part(number, "number", "unbounded(_:)") }) 
}
func __original()  -> Int { number }
let __result = __CacheRuntime.data((Int).self)
__CacheRuntime.require(__result)
let __key = __CacheRuntime.part(number, "number", "unbounded(_:)")
return __Cache.core.call(__key, __original)
}

struct Shop: Hashable, Sendable {
  var name: String
  func sell(_ count: Int) -> Int {
  enum __Cache { static let core = __CacheRuntime.core(__CacheRuntime.Identity(fileID: #fileID, path: "Shop.sell( _ count : Int ) -> Int", name: "sell(_:)", fingerprint: "872463f71489a79de54b9680fde7b56b"), .data, value: (Int).self, options: { __CacheRuntime.Options<Int>() }, key: { (__self: Shop, count: Int) in 
  let __part0 = __CacheRuntime.part(__self, "self", "sell(_:)")
  let __part1 = __CacheRuntime.part(count, "count", "sell(_:)")
  return __CacheRuntime.key(__part0, __part1)
   }) 
}
  func __original()  -> Int { count }
  let __result = __CacheRuntime.data((Int).self)
  __CacheRuntime.require(__result)
  let __part0 = __CacheRuntime.part(self, "self", "sell(_:)")
  let __part1 = __CacheRuntime.part(count, "count", "sell(_:)")
  let __key = __CacheRuntime.key(__part0, __part1)
  return __Cache.core.call(__key, __original)
  }
}
