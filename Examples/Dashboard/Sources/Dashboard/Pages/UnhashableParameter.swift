import CacheRuntime

extension Page {
  static let unhashable = Page(
    "unhashable", "UnhashableParamError",
    "Every argument is part of the key, so every argument must be hashable. Where one is not, the error says which, where, "
      + "and what to do.",
    caches: [
      ShownCache("multiplyScore(_:by:)", .data, $multiplyScore, "cannot hash its argument"),
      ShownCache("multiplyScoreHashed(_:by:)", .data, $multiplyScoreHashed, "hashes the score"),
    ]
  ) { _, _ in
    let score = MyCustomClass(initialScore: Ask.slider("Initial score", in: 0...40, value: 15))
    Show.code(unhashableCode)
    do {
      Show.value("multiplyScore", try multiplyScore(score, by: 2))
    } catch {
      Show.error(error)
    }
    Show.header("With a hash function")
    Show.code(hashedCode)
    Show.value("multiplyScoreHashed", try multiplyScoreHashed(score, by: 2))
  }
}

final class MyCustomClass: Sendable {
  let myScore: Int

  init(initialScore: Int) { myScore = initialScore }
}

@CacheData
func multiplyScore(_ obj: MyCustomClass, by multiplier: Int) throws -> Int { obj.myScore * multiplier }

@CacheData(hashFuncs: [.hash(MyCustomClass.self) { $0.myScore }])
func multiplyScoreHashed(_ obj: MyCustomClass, by multiplier: Int) throws -> Int { obj.myScore * multiplier }

private let unhashableCode = """
  final class MyCustomClass: Sendable {
    let myScore: Int

    init(initialScore: Int) { myScore = initialScore }
  }

  @CacheData
  func multiplyScore(
    _ obj: MyCustomClass, by multiplier: Int
  ) throws -> Int { obj.myScore * multiplier }
  """

private let hashedCode = """
  @CacheData(hashFuncs: [.hash(MyCustomClass.self) { $0.myScore }])
  func multiplyScoreHashed(
    _ obj: MyCustomClass, by multiplier: Int
  ) throws -> Int { obj.myScore * multiplier }
  """
