import Testing

@testable import Linter

@Suite struct ResultStoreTests {
  #if SharedStore
  @Test("an address and a secret that can be make a store, before anybody answers there")
  func opens() throws {
    _ = try ResultStore.shared(at: "redis://127.0.0.1:1", secret: "0123456789abcdef")
    _ = try ResultStore.shared(at: "unix:///nowhere/socket")
  }

  @Test("an address or a secret that cannot be is refused, with the reason")
  func refuses() {
    let table = [
      ("cache.example.org", nil, "'cache.example.org' is no server address"),
      ("rediss://cache.example.org", nil, "libhiredis is used without TLS"),
      ("redis://h", "short", "a secret must have at least 16 bytes"),
    ]
    for (address, secret, reason) in table {
      do {
        _ = try ResultStore.shared(at: address, secret: secret)
        Issue.record("\(address) was taken")
      } catch {
        #expect("\(error)".hasPrefix(reason), "\(error)")
      }
    }
  }
  #else
  @Test("without the trait the remedy is said")
  func notBuiltIn() {
    #expect(throws: ResultStoreError.notBuiltIn) { try ResultStore.shared(at: "redis://h") }
  }
  #endif
}
