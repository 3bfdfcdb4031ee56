import CacheRuntime

/// The identity of an object as its hash: every new object is another call, even with the same score.
final class Pawn {
  let score: Int

  init(score: Int) { self.score = score }

  @CacheData(hashFuncs: [.hash(Pawn.self) { ObjectIdentifier($0) }])
  func multipliedScore(by multiplier: Int) throws -> Int { score * multiplier }
}
