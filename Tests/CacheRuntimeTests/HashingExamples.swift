#if Macros
import CacheRuntime
import Foundation
import Synchronization
import Testing

/// The guide's examples of hashing, in its order; they stand in the article on hash functions too.
@Suite("The guide's hashing examples") struct HashingExamples {
  // Rows E01, H27 and Z07: a class has no hash, and the error says what to do.
  @Test func customClassIsRefused() throws {
    let error = #expect(throws: UnhashableParamError.self) {
      try HashingDemo.multiplyScore(HashingDemo.MyCustomClass(score: 15), multiplier: 2)
    }
    #expect(
      error?.description == """
        Cannot hash argument 'obj' (of type CacheRuntimeTests.HashingDemo.MyCustomClass) in 'multiplyScore(_:multiplier:)'.

        To address this, do one of these:
        - leave the argument out of the key with an underscore before its internal name: '_obj: MyCustomClass'
        - say what identifies it with a hash function: 'hashFuncs: [.hash(MyCustomClass.self) { $0.id }]'
        - conform 'MyCustomClass' to 'Hashable'
        """)
  }

  // Row C08: the hash function decides which calls are the same.
  @Test func customClassByItsScore() throws {
    let calls = HashingDemo.calls
    #expect(try HashingDemo.multipliedScore(HashingDemo.MyCustomClass(score: 15), multiplier: 2) == 30)
    #expect(try HashingDemo.multipliedScore(HashingDemo.MyCustomClass(score: 15), multiplier: 2) == 30)
    #expect(calls["multipliedScore"] == 1)
    #expect(try HashingDemo.multipliedScore(HashingDemo.MyCustomClass(score: 16), multiplier: 2) == 32)
    #expect(try HashingDemo.multipliedScore(HashingDemo.MyCustomClass(score: 15), multiplier: 3) == 45)
    #expect(calls["multipliedScore"] == 3)
  }

  // Row C07: self is an argument.
  @Test func methodOfACustomClassIsRefused() throws {
    let error = #expect(throws: UnhashableParamError.self) {
      try HashingDemo.MyCustomClass(score: 15).multiplyScore(by: 2)
    }
    #expect(
      error?.description == """
        Cannot hash argument 'self' (of type CacheRuntimeTests.HashingDemo.MyCustomClass) in 'multiplyScore(by:)'.

        To address this, do one of these:
        - make it a static or global function of what it reads from 'self'
        - say what identifies it with a hash function: 'hashFuncs: [.hash(MyCustomClass.self) { $0.id }]'
        - conform 'MyCustomClass' to 'Hashable'
        """)
  }

  // Rows C07 and C08.
  @Test func methodOfACustomClassByItsScore() throws {
    #expect(try HashingDemo.Player(score: 15).multiplied(by: 2) == 30)
    #expect(try HashingDemo.Player(score: 15).multiplied(by: 2) == 30)
    #expect(HashingDemo.calls["Player.multiplied"] == 1)
    #expect(try HashingDemo.Player(score: 4).multiplied(by: 2) == 8)
    #expect(HashingDemo.calls["Player.multiplied"] == 2)
  }

  // Rows H32 and Z08: another instance is another call, even with the same score.
  @Test func identityIsADifferentCallForEachInstance() throws {
    let first = HashingDemo.Pawn(score: 15)
    let second = HashingDemo.Pawn(score: 15)
    #expect(try first.multiplied(by: 2) == 30)
    #expect(try first.multiplied(by: 2) == 30)
    #expect(HashingDemo.calls["Pawn.multiplied"] == 1)
    #expect(try second.multiplied(by: 2) == 30)
    #expect(HashingDemo.calls["Pawn.multiplied"] == 2)
    withExtendedLifetime((first, second)) {}
  }

  // Row H25: a Codable model without a hash.
  @Test func codableModel() throws {
    let error = #expect(throws: UnhashableParamError.self) {
      try HashingDemo.unhashedIdentity(HashingDemo.Person(name: "Lee"))
    }
    let first = error.map { String($0.description.prefix { $0 != "\n" }) }
    #expect(
      first
        == "Cannot hash argument 'person' (of type CacheRuntimeTests.HashingDemo.Person) in 'unhashedIdentity(_:)'."
    )
    #expect(try HashingDemo.identity(HashingDemo.Person(name: "Lee")).name == "Lee")
    #expect(try HashingDemo.identity(HashingDemo.Person(name: "Lee")).name == "Lee")
    #expect(HashingDemo.calls["identity"] == 1)
    #expect(try HashingDemo.identity(HashingDemo.Person(name: "Kim")).name == "Kim")
    #expect(HashingDemo.calls["identity"] == 2)
  }

  // Row Z06: the model excluded gives the layers of whichever came first; its name or its identity cures it.
  @Test func machineLearningModel() throws {
    let large = HashingDemo.baseModel(1)
    let small = HashingDemo.baseModel(2)
    #expect(large === HashingDemo.baseModel(1))
    #expect(throws: UnhashableParamError.self) { try HashingDemo.unhashedLayers(of: large) }

    #expect(HashingDemo.layersOfWhicheverCameFirst(large) == ["conv", "pool"])
    #expect(HashingDemo.layersOfWhicheverCameFirst(small) == ["conv", "pool"])

    #expect(try HashingDemo.layers(of: large) == ["conv", "pool"])
    #expect(try HashingDemo.layers(of: small) == ["conv"])
    #expect(
      try HashingDemo.layers(of: HashingDemo.ImageModel(name: "resnet", layers: [])) == ["conv", "pool"])

    #expect(try HashingDemo.layersByIdentity(of: large) == ["conv", "pool"])
    #expect(try HashingDemo.layersByIdentity(of: small) == ["conv"])
    #expect(try HashingDemo.layersByIdentity(of: HashingDemo.baseModel(2)) == ["conv"])
    #expect(HashingDemo.calls["layersByIdentity"] == 2)
  }

  // Row H06: hours, minutes and the time zone count, seconds do not.
  @Test func dateWithATimeZone() throws {
    func time(_ hour: Int, _ minute: Int, _ second: Int, _ zone: Int) -> DateComponents {
      DateComponents(timeZone: TimeZone(secondsFromGMT: zone), hour: hour, minute: minute, second: second)
    }
    #expect(try HashingDemo.clock(at: time(9, 30, 1, 0)) == "9:30")
    #expect(try HashingDemo.clock(at: time(9, 30, 59, 0)) == "9:30")
    #expect(HashingDemo.calls["clock"] == 1)
    #expect(try HashingDemo.clock(at: time(9, 31, 1, 0)) == "9:31")
    #expect(try HashingDemo.clock(at: time(9, 30, 1, 3_600)) == "9:30")
    #expect(HashingDemo.calls["clock"] == 3)
  }

  // Rows H30 and H33: a hash function overrides the hash that a type has.
  @Test func arrayOverride() throws {
    #expect(try HashingDemo.vocabulary(of: ["be", "a", "be", "c"]) == ["a", "be", "c"])
    #expect(try HashingDemo.vocabulary(of: ["c", "a", "be"]) == ["a", "be", "c"])
    #expect(HashingDemo.calls["vocabulary"] == 1)
    #expect(try HashingDemo.vocabulary(of: ["c", "a"]) == ["a", "c"])
    #expect(HashingDemo.calls["vocabulary"] == 2)
    #expect(HashingDemo.orderedVocabulary(of: ["be", "a"]) == ["a", "be"])
    #expect(HashingDemo.orderedVocabulary(of: ["a", "be"]) == ["a", "be"])
    #expect(HashingDemo.calls["orderedVocabulary"] == 2)
  }
}

/// The functions of the examples, each called by one test only.
enum HashingDemo {
  /// How often each body ran.
  static let calls = CallCounter()

  final class CallCounter: Sendable {
    private let counts = Mutex<[String: Int]>([:])
    subscript(name: String) -> Int { counts.withLock { $0[name, default: 0] } }
    func add(_ name: String) { counts.withLock { $0[name, default: 0] += 1 } }
  }

  final class MyCustomClass {
    let score: Int
    init(score: Int) { self.score = score }

    @CacheData func multiplyScore(by multiplier: Int) throws -> Int { score * multiplier }
  }

  @CacheData static func multiplyScore(_ obj: MyCustomClass, multiplier: Int) throws -> Int {
    obj.score * multiplier
  }

  @CacheData(hashFuncs: [.hash(MyCustomClass.self) { $0.score }])
  static func multipliedScore(_ obj: MyCustomClass, multiplier: Int) throws -> Int {
    calls.add("multipliedScore")
    return obj.score * multiplier
  }

  final class Player {
    let score: Int
    init(score: Int) { self.score = score }

    @CacheData(hashFuncs: [.hash(Player.self) { $0.score }])
    func multiplied(by multiplier: Int) throws -> Int {
      calls.add("Player.multiplied")
      return score * multiplier
    }
  }

  final class Pawn {
    let score: Int
    init(score: Int) { self.score = score }

    @CacheData(hashFuncs: [.hash(Pawn.self) { ObjectIdentifier($0) }])
    func multiplied(by multiplier: Int) throws -> Int {
      calls.add("Pawn.multiplied")
      return score * multiplier
    }
  }

  struct Person: Codable {
    var name: String
  }

  @CacheData static func unhashedIdentity(_ person: Person) throws -> Person { person }

  @CacheData(hashFuncs: [.hash(Person.self) { $0.name }])
  static func identity(_ person: Person) throws -> Person {
    calls.add("identity")
    return person
  }

  final class ImageModel: Sendable {
    let name: String
    let layers: [String]
    init(name: String, layers: [String]) {
      self.name = name
      self.layers = layers
    }
  }

  @CacheResource static func baseModel(_ option: Int) -> ImageModel {
    option == 1
      ? ImageModel(name: "resnet", layers: ["conv", "pool"]) : ImageModel(name: "mobilenet", layers: ["conv"])
  }

  @CacheData static func unhashedLayers(of model: ImageModel) throws -> [String] { model.layers }

  @CacheData static func layersOfWhicheverCameFirst(_ _model: ImageModel) -> [String] { _model.layers }

  @CacheData(hashFuncs: [.hash(ImageModel.self) { $0.name }])
  static func layers(of model: ImageModel) throws -> [String] { model.layers }

  @CacheData(hashFuncs: [.hash(ImageModel.self) { ObjectIdentifier($0) }])
  static func layersByIdentity(of model: ImageModel) throws -> [String] {
    calls.add("layersByIdentity")
    return model.layers
  }

  @CacheData(hashFuncs: [.hash(DateComponents.self) { [$0.hour, $0.minute, $0.timeZone?.secondsFromGMT()] }])
  static func clock(at time: DateComponents) throws -> String {
    calls.add("clock")
    return "\(time.hour ?? 0):\(time.minute ?? 0)"
  }

  @CacheData(hashFuncs: [.hash([String].self) { Set($0) }])
  static func vocabulary(of words: [String]) throws -> [String] {
    calls.add("vocabulary")
    return Set(words).sorted()
  }

  @CacheData static func orderedVocabulary(of words: [String]) -> [String] {
    calls.add("orderedVocabulary")
    return Set(words).sorted()
  }
}
#endif
