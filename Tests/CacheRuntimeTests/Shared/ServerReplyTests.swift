#if SharedStore
import Testing

@testable import CacheRuntime

/// What is made of whatever a server, or something else that listens there, may say.
@Suite struct ServerReplyTests {
  private static let get = [ServerCommand(["GET", "x"])]

  @Test("every kind of answer is read, in pieces too")
  func answers() throws {
    let text = "$3\r\nab\0\r\n+OK\r\n:-7\r\n$-1\r\n-ERR no\r\n*3\r\n$0\r\n\r\n*-1\r\n*1\r\n:1\r\n"
    let wanted: [ServerReply] = [
      .bytes([97, 98, 0]), .status("OK"), .integer(-7), .null, .error("ERR no"),
      .array([.bytes([]), .null, .array([.integer(1)])]),
    ]
    let commands = wanted.indices.map { ServerCommand(["ECHO", "\($0)"]) }
    for steps: [ScriptedServer.Step] in [
      [.hear, .say(text), .keepSilent], [.hear, .drip(text), .keepSilent],
    ] {
      let server = try ScriptedServer { _ in steps }
      #expect(try server.pool(commandTime: 20_000_000_000).send(commands) == wanted)
    }
  }

  enum Fault: Equatable { case garbage, closed, timedOut, refused }

  /// What comes instead of an answer to GET, and what it is taken for.
  static let noAnswers: [(String, [ScriptedServer.Step], Fault)] = [
    ("another protocol", [.say("HTTP/1.1 400 Bad Request\r\n\r\n")], .garbage),
    ("a kind that does not exist", [.say("?3\r\nabc\r\n")], .garbage),
    ("a kind of the newer protocol", [.say(",1.5\r\n")], .garbage),
    ("a length that is no number", [.say("$abc\r\n")], .garbage),
    ("a negative length", [.say("$-7\r\n")], .garbage),
    ("a length beyond every number", [.say("$99999999999999999999999\r\n")], .garbage),
    ("a number that is none", [.say(":one\r\n")], .garbage),
    ("an array of more elements than memory has", [.say("*2147483647\r\n")], .garbage),
    ("an array of more elements than are ever asked for", [.say("*100000\r\n:1\r\n")], .garbage),
    ("arrays in arrays in arrays", [.say(String(repeating: "*1\r\n", count: 40))], .garbage),
    (
      "many small arrays",
      [.say("*1000\r\n" + String(repeating: "*9\r\n" + String(repeating: ":1\r\n", count: 9), count: 1_000))],
      .garbage
    ),
    (
      "a value longer than may be", [.say("$8000000\r\n" + String(repeating: "x", count: 2_000_000))],
      .garbage
    ),
    ("a line that does not end", [.say("+" + String(repeating: "x", count: 2_000_000))], .garbage),
    ("two answers to one command", [.say("$1\r\na\r\n$1\r\nb\r\n")], .garbage),
    ("bytes behind the answer", [.say("$1\r\na\r\nx")], .garbage),
    ("nothing", [], .closed),
    ("half a value", [.say("$10\r\nabc")], .closed),
    ("half an array", [.say("*2\r\n:1\r\n")], .closed),
    ("half a line", [.say("+O")], .closed),
    ("a huge claim, then the end", [.say("$1000000000\r\n")], .closed),
    ("silence", [.keepSilent], .timedOut),
    ("a value without its end", [.say("$10\r\nabc"), .keepSilent], .timedOut),
    ("a byte now and then", [.drip("$100000\r\n" + String(repeating: "x", count: 100_000))], .timedOut),
    ("a refusal", [.say("-WRONGTYPE no string\r\n"), .keepSilent], .refused),
  ]

  @Test("nonsense is an error, never a trap", arguments: noAnswers.indices)
  func nonsense(_ index: Int) throws {
    let (name, steps, wanted) = Self.noAnswers[index]
    let server = try ScriptedServer { _ in [.hear] + steps }
    let pool = try server.pool()
    do throws(ServerError) {
      let reply = try pool.send(Self.get)
      _ = try reply.first?.expectBytes()
      Issue.record("\(name): \(reply)")
    } catch {
      let fault: Fault? =
        switch error {
        case .garbage: .garbage
        case .closed: .closed
        case .timedOut: .timedOut
        case .refused: .refused
        default: nil
        }
      #expect(fault == wanted, "\(name): \(error)")
      // Whoever answers so is left alone for a while; a plain refusal says nothing against the server.
      #expect(pool.isConnected == (wanted == .refused), "\(name)")
    }
  }

  @Test("an answer of another kind than was asked for is an error")
  func wrongKinds() {
    for reply: ServerReply in [.status("OK"), .integer(1), .array([]), .array([.null])] {
      #expect(throws: ServerError.self) { try reply.expectBytes() }
    }
    for reply: ServerReply in [.bytes([]), .null, .status("1")] {
      #expect(throws: ServerError.self) { try reply.expectInteger() }
    }
    for reply: ServerReply in [.bytes([79, 75]), .null, .status("QUEUED"), .integer(1), .array([])] {
      #expect(throws: ServerError.self) { try reply.expectOK() }
    }
    for reply: ServerReply in [.array([.null]), .array([.null, .integer(1)]), .null, .bytes([1, 2])] {
      #expect(throws: ServerError.self) { try reply.expectBytes(count: 2) }
    }
    #expect(throws: ServerError.refused("ERR x")) { try ServerReply.error("ERR x").expectBytes() }
  }

  @Test("what goes to the log is short and printable")
  func longRefusal() throws {
    let text = "-ERR \u{1B}[31m" + String(repeating: "x", count: 5_000) + "\r\n"
    let server = try ScriptedServer { _ in [.hear, .say(text), .keepSilent] }
    let reply = try server.pool().send(Self.get).first
    guard case .error(let message)? = reply else {
      Issue.record("\(String(describing: reply))")
      return
    }
    #expect(message.hasPrefix("ERR ?[31mxxx"))
    #expect(message.utf8.count == ReplyAssembly.maximumLine)
  }

  @Test("a connection that the server closed while it was idle is made anew")
  func staleConnection() throws {
    let server = try ScriptedServer { number in
      number == 0 ? [.hear, .say("$1\r\na\r\n")] : [.hear, .say("$1\r\nb\r\n"), .keepSilent]
    }
    let pool = try server.pool()
    #expect(try pool.send(Self.get) == [.bytes([97])])
    #expect(try pool.send(Self.get) == [.bytes([98])])
    #expect(server.connections.withLock { $0 } == 2)
  }

  @Test("a password is sent first, and never shown")
  func password() throws {
    let server = try ScriptedServer { _ in [.hear, .say("-WRONGPASS invalid\r\n"), .keepSilent] }
    let address = try ServerAddress.tcp("127.0.0.1", port: server.port, user: "anna", password: "hunter22")
    #expect(throws: ServerError.notAuthenticated("WRONGPASS invalid")) {
      try ServerPool(address).send(Self.get)
    }
    #expect(!"\(address) \(String(reflecting: address))".contains("hunter22"))
  }
}
#endif
