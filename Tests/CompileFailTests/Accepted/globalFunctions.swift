import CacheRuntime

struct AcceptedError: Error {}

@CacheData func plainSync(_ n: Int) -> Int { n }
@CacheData func noParameters() -> [String] { ["a"] }
@CacheData func withThrows(_ n: Int) throws -> Int { if n < 0 { throw AcceptedError() } else { return n } }
@CacheData func withTypedThrows(_ n: Int) throws(AcceptedError) -> Int {
  if n < 0 { throw AcceptedError() }
  return n
}
@CacheData func withAsync(_ n: Int) async -> Int {
  await Task.yield()
  return n
}
@CacheData func withAsyncThrows(_ n: Int) async throws -> Int {
  try await Task.sleep(for: .zero)
  return n
}
@CacheData func withAsyncTypedThrows(_ n: Int) async throws(AcceptedError) -> Int { n }
@CacheData func withDefaults(url: String, limit: Int = 5, exact: Bool = false) -> Int { url.count + limit }
@CacheData func withLabels(in region: String, _ limit: Int, for _: Int) -> String { region }
@CacheData func variadic(_ values: Int...) -> Int { values.reduce(0, +) }
@CacheData func optional(_ value: Int?, _ nested: [String: [Int]?]) -> Int? { value }
@CacheData func tuples(_ value: (Int, String)) throws -> (Int, String) { value }
@CacheData func excluded(_ _body: (Int) -> Int, n: Int) -> Int { _body(n) }
@CacheData public func isPublic(_ n: Int) -> Int { n }
@CacheData private func isPrivate(_ n: Int) -> Int { n }
@CacheData fileprivate func isFilePrivate(_ n: Int) -> Int { n }
@CacheData package func isPackage(_ n: Int) -> Int { n }
@CacheResource func resource() -> @Sendable (Double) -> Double { { $0 * $0 } }
@CacheData(ttl: "1h30m", maxEntries: 1_000, showSpinner: "Fetching…", version: "2")
func withOptions(_ n: Int) -> Int { n }
@CacheData(ttl: .hours(1)) func withDuration(_ n: Int) -> Int { n }
@CacheData(ttl: 3600) func withSeconds(_ n: Int) -> Int { n }
@CacheData(handle: false) func overloaded(_ n: Int) -> Int { n }
@CacheData func overloaded(_ n: String) -> Int { n.count }
@CacheData func `default`(_ `in`: Int) -> Int { `in` }
@CacheData func recursive(_ n: Int) -> Int { n < 2 ? n : recursive(n - 1) + recursive(n - 2) }
@discardableResult @CacheData func discardable(_ n: Int) -> Int { n }
@inlinable @CacheData public func alsoInlinable(_ n: Int) -> Int { n }
@available(macOS 15, *) @CacheData func available(_ n: Int) -> Int { n }
