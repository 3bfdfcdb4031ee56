#if SharedStore
import Testing

@testable import CacheRuntime

@Suite struct ServerAddressTests {
  @Test("an address says where, as whom, and which database")
  func reads() throws {
    let table: [(String, ServerAddress)] = [
      ("redis://localhost", try .tcp("localhost")),
      ("valkey://10.0.0.1:7000", try .tcp("10.0.0.1", port: 7_000)),
      ("REDIS://cache.example.org:6380/3", try .tcp("cache.example.org", port: 6_380, database: 3)),
      ("redis://localhost/", try .tcp("localhost")),
      ("redis://:secret@localhost", try .tcp("localhost", password: "secret")),
      ("redis://anna:p%40ss%3Aw@h:1", try .tcp("h", port: 1, user: "anna", password: "p@ss:w")),
      ("redis://[::1]:6379/0", try .tcp("::1")),
      ("redis://[fe80::1]", try .tcp("fe80::1")),
      ("unix:///run/redis.sock", try .unix("/run/redis.sock")),
      ("redis+unix:///tmp/a%20b?db=2", try .unix("/tmp/a b", database: 2)),
      ("unix://anna:x@/run/redis.sock", try .unix("/run/redis.sock", user: "anna", password: "x")),
    ]
    for (text, address) in table { #expect(try ServerAddress(url: text) == address, "\(text)") }
  }

  @Test("what is no address is refused, and says why")
  func refuses() {
    let table: [(String, ServerAddressError)] = [
      ("", .unknownScheme("")), ("localhost:6379", .unknownScheme("localhost:6379")),
      ("http://localhost", .unknownScheme("http")), ("rediss://localhost", .noTLS),
      ("redis://", .noHost), ("redis://:6379", .noHost), ("redis://h:0", .badPort("0")),
      ("redis://h:65536", .badPort("65536")), ("redis://h:x", .badPort("…")), ("redis://h:", .badPort("")),
      ("redis://h/x", .badDatabase("x")), ("redis://h/-1", .badDatabase("-1")),
      ("redis://h/1/2", .badDatabase("1/2")), ("redis://anna@h", .userWithoutPassword),
      ("redis://:a%4@h", .badEncoding), ("redis://:a%zz@h", .badEncoding), ("redis://:%ff@h", .badEncoding),
      ("redis://%00", .badHost), ("redis://h?db=2", .badHost), ("redis://a%20b", .badHost),
      ("unix://", .badSocketPath("")), ("unix://run/x", .badSocketPath("run/x")),
      ("unix:///x?db=a", .badDatabase("db=a")), ("unix:///x?timeout=1", .badDatabase("timeout=1")),
      (
        "unix:///" + String(repeating: "x", count: 103),
        .badSocketPath("/" + String(repeating: "x", count: 103))
      ),
    ]
    for (text, error) in table {
      #expect(throws: error, "\(text)") { try ServerAddress(url: text) }
      #expect(!"\(error)".isEmpty)
    }
  }

  @Test(
    "no error repeats a password, wherever a mistake has put it",
    arguments: [
      "redis:/anna:secret@h", "redis:anna:secret@h", "anna:secret@h", "redis://anna:secret@h:x",
      "redis://anna:sec/secret@h", "redis://anna:secret/x@h", "redis://:secret@h/secret@x", "secret@",
      "unix://anna:x/secret@/run/x", "unix:///x?db=secret@", "redis://h:6379:secret@", "secret://a@b",
      "redis://h?password=secret", "redis://h#secret", "rediss://anna:secret@h", "redis://anna:secret%4@h",
      "redis://secret@h", "redis://anna:secret", "redis://secret%40h:x", "redis://anna:secret@",
      "redis://anna:@secret@:1",
    ])
  func hidesPasswords(_ url: String) {
    do {
      let address = try ServerAddress(url: url)
      #expect(!"\(address) \(String(reflecting: address))".contains("secret"))
    } catch {
      var text = "\(error) \(String(reflecting: error)) "
      dump(error, to: &text)
      #expect(!text.contains("secret"), "\(text)")
    }
  }
}
#endif
