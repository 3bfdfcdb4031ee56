import CacheRuntime

@CacheData func clashing(_ n: Int) -> Int { n }
@CacheData func clashing(_ n: String) -> Int { n.count }  // error: invalid redeclaration of '$clashing'
