import CacheRuntime

/// A class of your own, which has no hash.
final class MyCustomClass {
  let score: Int

  init(score: Int) { self.score = score }
}

@CacheData
func multiplyScore(_ obj: MyCustomClass, multiplier: Int) throws -> Int {
  obj.score * multiplier
}

/// The score is what tells two objects apart.
@CacheData(hashFuncs: [.hash(MyCustomClass.self) { $0.score }])
func multipliedScore(_ obj: MyCustomClass, multiplier: Int) throws -> Int {
  obj.score * multiplier
}
