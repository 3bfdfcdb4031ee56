import CacheRuntime

@CacheData func withGuard(_ n: Int?) -> Int {
  guard let n else { return 0 }
  return n
}

@CacheData func withDefer(_ n: Int) -> Int {
  var count = n
  defer { count = 0 }
  count += 1
  return count
}

@CacheData func withSwitch(_ n: Int) -> String {
  switch n {
  case 0: "zero"
  case ..<0: "negative"
  default: "many"
  }
}

@CacheData func withIfExpression(_ n: Int) -> String {
  if n > 0 { "more" } else { "less" }
}

final class Captured: Sendable { let value = 1 }

@CacheData func withCaptureList(_ n: Int) -> Int {
  let captured = Captured()
  let closure = { [captured, weak other = captured] in (other ?? captured).value + n }
  return closure()
}

@CacheData func withCatch(_ n: Int) -> Int {
  do {
    throw AcceptedError()
  } catch let error as AcceptedError {
    _ = error
    return n
  } catch {
    return 0
  }
}

@CacheData func withShadowing(_ n: Int) -> Int {
  let n = n + 1
  return n
}

@CacheData func withNested(_ n: Int) -> Int {
  func inner(_ n: Int) -> Int { n + 1 }
  struct Inner { var n: Int }
  return inner(Inner(n: n).n)
}

@CacheData func withLoop(_ n: Int) -> [Int] {
  var values: [Int] = []
  for index in 0..<n where index % 2 == 0 { values.append(index) }
  return values
}

@CacheData func withFunctionName(_ n: Int) -> String { #function }
