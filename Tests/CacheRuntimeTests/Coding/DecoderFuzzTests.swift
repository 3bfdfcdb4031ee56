import Foundation
import SeededRandom
import Testing

@testable import CacheRuntime

/// The decoder, and the readers of both envelopes, before bytes that nobody wrote: an error or a value, never a trap, and
/// no more memory than the bytes account for.
///
/// `RECACHE_FUZZ_INPUTS` and `RECACHE_FUZZ_SEED` ask for more than the small run of every day; `make fuzz` does.
@Suite struct DecoderFuzzTests {
  static let environment = ProcessInfo.processInfo.environment
  static let inputs = environment["RECACHE_FUZZ_INPUTS"].flatMap(Int.init) ?? 30_000
  static let seed = environment["RECACHE_FUZZ_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: .min ... .max)

  /// What decodes one type: whether the bytes were a value of it, which then has to survive the way back.
  struct Subject: Sendable {
    let name: String
    let encoded: [[UInt8]]
    let decode: @Sendable ([UInt8]) throws -> Void

    init<Value: Codable & Sendable>(_ examples: Value...) {
      name = "\(Value.self)"
      encoded = examples.compactMap { try? BinaryEncoder().encode($0) }
      decode = { bytes in
        let value = try BinaryDecoder().decode(Value.self, from: bytes)
        // What was read can be written, and what is then written reads as the same bytes again.
        let again = try BinaryEncoder().encode(value)
        let back = try BinaryDecoder().decode(Value.self, from: again)
        let third = try BinaryEncoder().encode(back)
        if again != third {
          Issue.record("\(Value.self): \(bytes) reads as two values (seed \(DecoderFuzzTests.seed))")
        }
      }
    }
  }

  indirect enum Tree: Codable, Hashable, Sendable {
    case leaf(Int)
    case branch([Tree])
    case named(String, Tree?)
  }

  struct Everything: Codable, Hashable, Sendable {
    var flags: [Bool] = [true, false]
    var small: Int8 = -1
    var wide: UInt64 = .max
    var text = "héllo"
    var maybe: Int?? = .some(nil)
    var set: Set<String> = ["a", "b"]
    var map: [String: [Int]] = ["x": [1, 2], "y": []]
    var numbered: [Int: String] = [1: "a"]
    var when = Date(timeIntervalSince1970: 1)
    var id: UUID?
    var data = Data([1, 2, 3])
    var place = URL(string: "https://example.org/a")
    var amount = Decimal(3)
    var nested: [Everything] = []
    var floats: [Float] = [1, .nan]
    var range: ClosedRange<Int> = 1...3
    var tree = Tree.branch([.leaf(1), .named("x", nil)])
  }

  static let subjects: [Subject] = [
    Subject(1, -1, Int.max), Subject(UInt8(3)), Subject("", "text", "ä€😀"), Subject(true), Subject(1.5, .nan),
    Subject([1, 2, 3], []), Subject([1.5, 2.5]), Subject([UInt8](0..<200)),
    Subject(ContiguousArray<UInt16>([1, 2])),
    Subject([["a"], [], ["b", "c"]]), Subject(Int?.none, 7), Subject([Int??]([nil, .some(nil), 1])),
    Subject(Set([1, 2, 3])), Subject(["a": 1.5, "b": 2]), Subject([1: "a", 2: "b"]),
    Subject([Tree.leaf(1): 2]),
    Subject(Tree.branch([.leaf(1), .branch([]), .named("x", .leaf(2))])), Subject(Data([1, 2, 3])),
    Subject(Date(timeIntervalSince1970: 7)), Subject(UUID()), Subject(URL(string: "https://example.org")),
    Subject(Decimal(string: "12.5")),
    Subject(DateInterval(start: Date(timeIntervalSince1970: 1), duration: 2)),
    Subject(1..<5), Subject(1...5), Subject(Everything(), Everything(nested: [Everything(id: UUID())])),
    Subject([Everything]()), Subject(IndexSet([1, 2, 9])), Subject(DateComponents(year: 2_026, month: 2)),
    Subject(Locale(identifier: "de_DE")), Subject(CharacterSet(charactersIn: "abc")),
    Subject(Calendar(identifier: .gregorian)),
  ]

  @Test("mutated encodings and noise are errors or values, over many types")
  func decoder() {
    print("fuzzing the decoder: \(Self.inputs) inputs, RECACHE_FUZZ_SEED=\(Self.seed)")
    var generator = SeededGenerator(seed: Self.seed)
    var hostile = HostileBytes(seed: generator.next(), seeds: Self.subjects.flatMap(\.encoded))
    var own = Self.subjects.map { HostileBytes(seed: generator.next(), seeds: $0.encoded) }
    var values = 0
    for index in 0..<Self.inputs {
      let place = index % Self.subjects.count
      // Now its own encodings changed, now those of all other types.
      let bytes = index / Self.subjects.count % 4 == 0 ? hostile.next() : own[place].next()
      do {
        try Self.subjects[place].decode(bytes)
        values += 1
      } catch {}
    }
    // A run in which nothing could be read, or everything, would show nothing.
    #expect(values > Self.inputs / 1_000 && values < Self.inputs)
  }

  @Test("every example decodes")
  func examples() throws {
    for subject in Self.subjects {
      #expect(!subject.encoded.isEmpty, "\(subject.name)")
      for bytes in subject.encoded { try subject.decode(bytes) }
    }
  }

  @Test("changed envelopes of entries are never entries")
  func storedEntry() throws {
    let key = StoreFunction.example().call(1)
    let entry = StoredEntry.example([1, 2, 3], elements: [4], created: 5, expires: 6)
    let whole = try entry.envelope(for: key)
    var hostile = HostileBytes(seed: Self.seed, seeds: [whole])
    for _ in 0..<max(2_000, Self.inputs / 10) {
      let bytes = hostile.next()
      if let read = try? StoredEntry(envelope: bytes, for: key) {
        #expect(try bytes == whole && read.seen == entry.seen)
      }
      _ = try? bytes.withUnsafeBytes { try StoredEntryHeader.read($0).0 }
    }
  }

  #if SharedStore
  @Test("changed envelopes from a server are never entries")
  func sharedEnvelope() throws {
    let key = StoreFunction.example().call(1)
    let entry = try StoredEntry.example([1, 2, 3]).envelope(for: key)
    let generations = [Generation.new(), Generation.new()]
    for secret in [nil, try SharedStoreSecret("0123456789abcdef")] {
      let whole = SharedEnvelope.seal(
        entry, generations, title: Array("data\0App\0f()".utf8), name: [1], secret)
      var hostile = HostileBytes(seed: Self.seed, seeds: [whole])
      for _ in 0..<max(2_000, Self.inputs / 20) {
        let bytes = hostile.next()
        if let opened = try? SharedEnvelope.open(bytes, name: [1], secret), bytes != whole {
          #expect(secret == nil, "a changed envelope has the right seal")
          // Without a secret the entry's own digest speaks; generations and title are not the entry.
          if let read = try? StoredEntry(envelope: opened.entry, for: key) {
            #expect(try read.envelope(for: key) == entry)
          }
        }
        _ = StoreListing.Entry(bytes, size: bytes.count)
      }
    }
  }
  #endif

  @Test("nesting up to the bound fits on the smallest stack that threads have")
  func smallStack() throws {
    var tree = Tree.leaf(1)
    var deepest: [UInt8] = []
    while let bytes = try? BinaryEncoder().encode(tree) {
      deepest = bytes
      tree = .branch([tree])
    }
    let bytes = deepest
    let result = Guarded<Result<Tree, any Error>?>(nil)
    let thread = Thread {
      let tree = Result { try BinaryDecoder().decode(Tree.self, from: bytes) }
      result.withLock { $0 = tree }
    }
    thread.stackSize = 512 << 10
    thread.start()
    while !thread.isFinished { usleep(1_000) }
    let read = try #require(result.withLock { $0 }).get()
    #expect(try BinaryEncoder().encode(read) == bytes)
  }

  /// What Foundation writes, with other numbers in it.
  private struct Indexes: Codable {
    struct Range: Codable { var location, length: Int }
    var indexes: [Range]
  }

  @Test("sets of indexes that Foundation would trap at are errors")
  func indexSets() throws {
    for (location, length) in [
      (Int.max, 1), (1, Int.max), (0, -1), (-1, 2), (5, -7), (.min, .min), (.max - 1, 1),
    ] {
      let bytes = try BinaryEncoder().encode(Indexes(indexes: [.init(location: location, length: length)]))
      #expect(throws: DecodingError.self) { try BinaryDecoder().decode(IndexSet.self, from: bytes) }
    }
    for set in [IndexSet(), [1], IndexSet(0..<1_000).union([5_000]), IndexSet(integersIn: 0..<(Int.max - 1))]
    {
      #expect(try BinaryDecoder().decode(IndexSet.self, from: BinaryEncoder().encode(set)) == set)
    }
  }

  private struct Bitmap: Codable { var bitmap: Data }

  @Test("sets of characters that Foundation would trap at are errors")
  func characterSets() throws {
    let plane = [UInt8](repeating: 1, count: 8_192)
    func planes(_ others: UInt8...) -> [UInt8] { others.reduce(into: plane) { $0 += [$1] + plane } }
    let bad: [[UInt8]] = [
      [], [1], plane.dropLast(), plane + [1], planes(0), planes(17), planes(2, 1), planes(1, 1),
      planes(1).dropLast(),
    ]
    for bitmap in bad {
      let bytes = try BinaryEncoder().encode(Bitmap(bitmap: Data(bitmap)))
      #expect(throws: DecodingError.self) { try BinaryDecoder().decode(CharacterSet.self, from: bytes) }
    }
    let good: [CharacterSet] = [
      CharacterSet(), CharacterSet(charactersIn: "aé😀"), .alphanumerics, CharacterSet.whitespaces.inverted,
    ]
    for set in good {
      let back = try BinaryDecoder().decode(CharacterSet.self, from: BinaryEncoder().encode(set))
      for scalar in "a é😀9\u{10FFFD}".unicodeScalars {
        #expect(back.contains(scalar) == set.contains(scalar))
      }
    }
  }

  @Test("one large piece cannot be had a thousand times by naming it so often")
  func namedTooOften() throws {
    let array = [Double](repeating: 1.5, count: 20_000)
    let stored = try BinaryEncoder().encodeStored([array])
    #expect(stored.pieces.count == 2)
    #expect(try BinaryDecoder().decode([[Double]].self, from: stored) == [array])
    let first = try stored.pieces[0].withBytes { Array($0) }
    // The sequence of one array begins with tag, length, count; what follows names the piece.
    let name = Array(first[3...])
    for (times, isRead) in [(4, true), (1_000, false)] {
      var contents = BinaryWriter()
      for _ in 0..<times { contents.append(name) }
      var hostile = BinaryWriter()
      hostile.write(.sequence, count: times, contents: contents.bytes)
      let changed = StoredBytes(pieces: [HeldPiece(hostile.bytes), stored.pieces[1]])
      let read = try? BinaryDecoder().decode([[Double]].self, from: changed)
      #expect((read?.count == times) == isRead)
    }
  }

  @Test("what names pieces may be changed as it likes")
  func pieces() throws {
    let arrays = [[Double](repeating: 1.5, count: 9_000), [2], [Double](repeating: 3, count: 10_000)]
    let stored = try BinaryEncoder().encodeStored(arrays)
    let first = try stored.pieces[0].withBytes { Array($0) }
    var hostile = HostileBytes(seed: Self.seed, seeds: [first])
    for _ in 0..<max(2_000, Self.inputs / 20) {
      let changed = StoredBytes(pieces: [HeldPiece(hostile.next())] + stored.pieces.dropFirst())
      _ = try? BinaryDecoder().decode([[Double]].self, from: changed)
      _ = try? BinaryDecoder().decode([String: [Int]].self, from: changed)
    }
  }

  @Test("a claim of many elements allocates nothing before they have come")
  func claims() {
    // Each says that more follow than memory has; the longest of these inputs has some 20 bytes.
    let counts: [[UInt8]] = [
      [0x80, 0x94, 0xEB, 0xDC, 0x03], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F],
    ]
    for count in counts {
      for tag in UInt8(0)...22 {
        for bytes in [
          [tag] + count, [tag, 5] + count, [tag, 9, 1] + count, [tag, 13, 3] + count + [1, 2, 3],
        ] {
          // What can be read has no more elements than there were bytes.
          let numbers = try? BinaryDecoder().decode([Int].self, from: bytes)
          let doubles = try? BinaryDecoder().decode([Double].self, from: bytes)
          let map = try? BinaryDecoder().decode([String: Int].self, from: bytes)
          let set = try? BinaryDecoder().decode(Set<String>.self, from: bytes)
          let data = try? BinaryDecoder().decode(Data.self, from: bytes)
          let most = [numbers?.count, doubles?.count, map?.count, set?.count, data?.count].compactMap(\.self)
            .max()
          #expect(most ?? 0 <= bytes.count, "\(bytes)")
        }
      }
    }
  }
}
