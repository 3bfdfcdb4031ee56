import CacheRuntime

@CacheData func generic<T: Hashable & Codable & Sendable>(_ value: T) -> T { value }
@CacheData func constrained<C: Collection>(_ values: C) -> Int where C: Hashable, C.Element: Hashable {
  values.count
}
@CacheData func opaqueParameter(_ value: some Hashable) -> Int { value.hashValue }
@CacheData func opaqueResult(_ n: Int) -> some Collection<Int> & Codable & Sendable { [n] }
@CacheData func pack<each P: Hashable>(_ values: repeat each P) -> Int { 1 }
@CacheData func metatype<T>(_ type: T.Type) -> String { "\(type)" }
@CacheData func existential(_ value: any Hashable) -> Int { value.hashValue }

struct Box<Element: Hashable>: Hashable {
  var element: Element
  @CacheData func described(_ n: Int) -> String { "\(element)\(n)" }
  @CacheData static func make(_ n: Int) -> Int { n }
  struct Inner<Other: Hashable>: Hashable {
    var other: Other
    @CacheData func both(_ element: Element) -> String { "\(element)\(other)" }
  }
}
