import CacheRuntime

struct Point: Hashable {
  var x = 1
  @CacheData func scaled(by n: Int) -> Int { x * n }
  @CacheData static func origin(_ n: Int) -> Int { n }
  @CacheData func throwing(by n: Int) throws -> Int { x * n }
  @CacheData func waiting(by n: Int) async -> Int { x * n }
  @CacheData func implicitAndExplicit() -> Int { self.x + x }
}

extension Point {
  @CacheData func moved(by n: Int) -> [Int] { [x + n] }
  @CacheData static func pair() -> (Int, Int) { (1, 2) }
}

enum Shape: Hashable {
  case square(Int)
  @CacheData func area() -> Int {
    switch self {
    case .square(let side): side * side
    }
  }
}

class Base: Hashable {
  static func == (left: Base, right: Base) -> Bool { left === right }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
  @CacheData func name(_ n: Int) -> String { "base\(n)" }
  @CacheData class func kind(_ n: Int) -> Int { n }
}

final class Sub: Base {
  @CacheData override func name(_ n: Int) -> String { super.name(n) + "sub" }
  @CacheData override class func kind(_ n: Int) -> Int { super.kind(n) + 1 }
}

protocol Source: Hashable {
  var id: Int { get }
}

extension Source {
  @CacheData func loaded(_ n: Int) -> Int { id + n }
  @CacheData static func count(_ n: Int) -> Int { n }
}

extension Source where Self: Codable {
  @CacheData func encoded() -> Int { id }
}

final class Unhashed {
  @CacheData func score(_ n: Int) throws -> Int { n }
}
