import Testing

@testable import CacheRuntime

@Suite struct RecordingCodingTests {
  private func recording() throws -> ElementRecording {
    let core = KeyedCore<EmptyKey, Int>(
      identity: FunctionIdentity(fileID: "Demo/F.swift", path: "", name: "f()", fingerprint: ""), kind: .data,
      options: CacheOptions(experimentalAllowWidgets: true))
    return try #require(
      Self.traced(core) {
        Elements.emit(.header, "a")
        let column = Elements.container("column", ["width": 2])
        column.emit(.image, .bytes([1, 2, 3]))
        Elements.sidebar.emit(.text, 1.5)
        _ = Widgets.radio("Model", ["small", "large"])
      })
  }

  /// What a computation records of `body`.
  private static func traced(_ core: KeyedCore<EmptyKey, Int>, _ body: () -> Void) -> ElementRecording? {
    let computation = Computation(Flight(), of: core.rules)
    computation.run(body)
    return computation.end().recording
  }

  @Test("a recording comes back from its bytes, and shows the same") func roundTrip() throws {
    let recording = try recording()
    #expect(recording.steps.count == 5)
    let bytes = try recording.encoded()
    let read = try ElementRecording(encoded: bytes)
    #expect(read == recording)
    #expect(shown { read.replay() } == shown { recording.replay() })
    #expect(shown { read.replay() }.count == 5)
  }

  @Test("no damaged byte makes a crash or a recording that cannot be shown") func damaged() throws {
    let bytes = try recording().encoded()
    var refused = 0
    for index in bytes.indices {
      for bit in [index % 8, (index + 3) % 8] {
        var damaged = bytes
        damaged[index] ^= 1 << bit
        guard let read = try? ElementRecording(encoded: damaged) else {
          refused += 1
          continue
        }
        #expect(read.isSound)
        _ = shown { read.replay() }
      }
    }
    #expect(refused > bytes.count / 4)
    for count in bytes.indices {
      #expect(throws: (any Error).self) { try ElementRecording(encoded: Array(bytes.prefix(count))) }
    }
  }

  @Test("a recording that shows into a container that it never makes is refused") func unsound() throws {
    let unsound = ElementRecording(steps: [
      .init(target: .made(0), content: .element(.text, "a")),
      .init(target: .caller, content: .container("b", nil)),
    ])
    let bytes = try BinaryEncoder().encode(unsound)
    #expect(throws: ElementRecordingError.self) { try ElementRecording(encoded: bytes) }
  }

  @Test("a payload nested too deep for a store is refused there, and shown from memory") func deep() throws {
    var payload: ElementPayload = 1
    for _ in 0..<1_000 { payload = .array([payload]) }
    let deep = ElementRecording(steps: [.init(target: .caller, content: .element(.text, payload))])
    #expect(throws: (any Error).self) { try deep.encoded() }
    let stage = RecordingStage()
    Elements.run(on: stage) { deep.replay() }
    #expect(stage.elements.count == 1)
    #expect(deep.weight > 48_000)
  }
}
