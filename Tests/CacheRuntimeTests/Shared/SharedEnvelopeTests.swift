#if SharedStore
import Testing

@testable import CacheRuntime

@Suite struct SharedEnvelopeTests {
  private let name = Array("recache:e:1".utf8)
  private let entry = [UInt8](0..<200)
  private let generations = [Generation.new(), Generation.new(), Generation.new()]

  private func secret(_ text: String = "0123456789abcdef") throws -> SharedStoreSecret {
    try SharedStoreSecret(text)
  }

  @Test("what is sealed opens again, with a secret and without")
  func roundTrip() throws {
    for secret in [nil, try secret()] {
      for title in ["", "data\0App\0f()", String(repeating: "x", count: 5_000)] {
        let sealed = SharedEnvelope.seal(entry, generations, title: Array(title.utf8), name: name, secret)
        let opened = try SharedEnvelope.open(sealed, name: name, secret)
        #expect(opened.entry == entry)
        #expect(opened.generations == generations)
        #expect(try SharedEnvelope.header(sealed[...]).title == Array(title.utf8.prefix(1_024)))
      }
    }
  }

  @Test("no flipped bit and no cut goes unnoticed under a secret")
  func everyBit() throws {
    let secret = try secret()
    let sealed = SharedEnvelope.seal(entry, generations, title: [1, 2, 3], name: name, secret)
    for index in sealed.indices {
      for bit in 0..<8 {
        var changed = sealed
        changed[index] ^= 1 << bit
        #expect(throws: SharedEnvelopeFault.self) { try SharedEnvelope.open(changed, name: name, secret) }
      }
      #expect(throws: SharedEnvelopeFault.self) {
        try SharedEnvelope.open(Array(sealed[..<index]), name: name, secret)
      }
    }
    #expect(throws: SharedEnvelopeFault.wrongSeal) {
      try SharedEnvelope.open(sealed + [0], name: name, secret)
    }
  }

  @Test("an entry holds under its own name and its own secret alone")
  func bound() throws {
    let sealed = SharedEnvelope.seal(entry, generations, name: name, try secret())
    let unsealed = SharedEnvelope.seal(entry, generations, name: name, nil)
    let other = try secret("another secret of 16")
    #expect(throws: SharedEnvelopeFault.wrongSeal) {
      try SharedEnvelope.open(sealed, name: Array("recache:e:2".utf8), secret())
    }
    #expect(throws: SharedEnvelopeFault.wrongSeal) { try SharedEnvelope.open(sealed, name: name, other) }
    #expect(throws: SharedEnvelopeFault.sealed) { try SharedEnvelope.open(sealed, name: name, nil) }
    #expect(throws: SharedEnvelopeFault.notSealed) { try SharedEnvelope.open(unsealed, name: name, other) }
  }

  @Test("the secret is nowhere to be read")
  func hidden() throws {
    let secret = try secret("do not show me to anybody")
    var dumped = ""
    dump(secret, to: &dumped)
    var options = SharedStoreOptions()
    options.secret = secret
    dump(options, to: &dumped)
    #expect(!"\(secret) \(String(reflecting: secret)) \(dumped) \(options)".contains("show me"))
    #expect(throws: SharedStoreOptionsError.shortSecret(15)) { try SharedStoreSecret("0123456789abcde") }
  }
}
#endif
