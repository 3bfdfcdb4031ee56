import CacheRuntime

@CacheData func outer(_ n: Int) -> Int {
  @CacheData func inner(_ n: Int) -> Int { n }  // error: the compiler does not expand '@CacheData' on 'inner(_:)' inside of 'outer(_:)', which is under it too; move 'inner(_:)' out
  return inner(n)
}
