import CacheRuntime

/// A method: `self` is an argument like any other.
final class Player {
  let score: Int

  init(score: Int) { self.score = score }

  @CacheData
  func multiplyScore(by multiplier: Int) throws -> Int { score * multiplier }

  @CacheData(hashFuncs: [.hash(Player.self) { $0.score }])
  func multipliedScore(by multiplier: Int) throws -> Int { score * multiplier }
}
