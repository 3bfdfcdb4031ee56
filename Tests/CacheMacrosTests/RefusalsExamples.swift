@testable import CacheMacros

/// One row or more for every `Refusal.Kind`.
let refusalExamples: [RefusalExample] =
  declarationExamples + resultExamples + captureExamples + optionExamples

private let declarationExamples: [RefusalExample] = [
  RefusalExample(
    .notAFunction, source: "1️⃣@CacheData struct Ride {}",
    said: "error: '@CacheData' caches functions, not types; put it on a function with a body"),
  RefusalExample(
    .notAFunction, source: "1️⃣@CacheResource extension Ride {}",
    said: "error: '@CacheResource' caches functions, not extensions; put it on a function with a body"),
  RefusalExample(
    .property, source: "struct App {\n  1️⃣@CacheData var total: Int { 1 }\n}",
    said:
      "error: '@CacheData' cannot be on property 'total'; make it a function, or cache a function that it calls"
  ),
  RefusalExample(
    .property, source: "1️⃣@CacheResource(ttl: 5) let pool = Pool()",
    said:
      "error: '@CacheResource' cannot be on property 'pool'; make it a function, or cache a function that it calls"
  ),
  RefusalExample(
    .accessor, source: "struct App {\n  var total: Int {\n    1️⃣@CacheData get { 1 }\n  }\n}",
    said: "error: '@CacheData' cannot be on accessor 'get'; cache a function that it calls"),
  RefusalExample(
    .subscripting, source: "struct App {\n  1️⃣@CacheData subscript(index: Int) -> Int { index }\n}",
    said: "error: '@CacheData' cannot be on a subscript; cache a function that it calls"),
  RefusalExample(
    .initializer, source: "struct App {\n  1️⃣@CacheData init() {}\n}",
    said: "error: '@CacheData' cannot be on an initializer; cache a function that returns the new value"),
  RefusalExample(
    .deinitializer, source: "class App {\n  1️⃣@cache deinit {}\n}",
    said: "error: '@cache' cannot be on a deinitializer; release what is cached with 'onRelease'"),
  RefusalExample(
    .protocolRequirement, source: "protocol Source {\n  @CacheData func 1️⃣load(url: String) -> Int\n}",
    said:
      "error: protocol requirement 'load(url:)' has no body to cache; put '@CacheData' on the functions that implement it"
  ),
  RefusalExample(
    .missingBody, source: "@_silgen_name(\"load\") @CacheData func 1️⃣load() -> Int",
    said: "error: 'load()' has no body to cache; write one, or remove '@CacheData'"),
  RefusalExample(
    .rethrowing, source: "@CacheData func apply(_ _body: () throws -> Int) 1️⃣rethrows -> Int { try _body() }",
    said: "error: 'apply(_:)' rethrows what its argument throws and cannot be cached; declare it 'throws'",
    fixIt: "replace 'rethrows' with 'throws'",
    fixed: "@CacheData func apply(_ _body: () throws -> Int) throws -> Int { try _body() }"),
  RefusalExample(
    .inoutParameter, source: "@CacheData func next(_ seed: 1️⃣inout Int) -> Int { seed }",
    said:
      "error: a hit would not write 'inout' parameter 'seed' of 'next(_:)' back; take a value and return the new one"
  ),
  RefusalExample(
    .inoutParameter, source: "@CacheData func next(_ _seed: 1️⃣inout Int) -> Int { _seed }",
    said:
      "error: a hit would not write 'inout' parameter '_seed' of 'next(_:)' back; take a value and return the new one"
  ),
  RefusalExample(
    .nestedInItself,
    source:
      "@CacheData func outer(_ n: Int) -> Int {\n  1️⃣@CacheData func inner(_ n: Int) -> Int { n }\n  return inner(n)\n}",
    said:
      "error: the compiler does not expand '@CacheData' on 'inner(_:)' inside of 'outer(_:)', which is under it too; move 'inner(_:)' out"
  ),
  RefusalExample(
    .mutating, source: "struct Counter {\n  @CacheData 1️⃣mutating func next() -> Int { 1 }\n}",
    said:
      "error: a hit would not change 'self' as mutating method 'next()' does; return the new value from a method that does not mutate"
  ),
  RefusalExample(
    .consumingMethod, source: "struct Counter {\n  @CacheData 1️⃣consuming func next() -> Int { 1 }\n}",
    said: "error: 'next()' consumes 'self', which the key needs; remove 'consuming'"),
  RefusalExample(
    .noResult, source: "@CacheData func 1️⃣log(line: String) { print(line) }",
    said:
      "error: 'log(line:)' returns nothing, so there is nothing to cache; return a value, or remove '@CacheData'",
    fixIt: "remove '@CacheData'", fixed: "func log(line: String) { print(line) }"),
  RefusalExample(
    .noResult, source: "@CacheResource(ttl: 5)\nfunc log() async throws -> 1️⃣Void {}",
    said:
      "error: 'log()' returns 'Void', so there is nothing to cache; return a value, or remove '@CacheResource'",
    fixIt: "remove '@CacheResource'", fixed: "\nfunc log() async throws -> Void {}"),
  RefusalExample(
    .noResult, source: "@cache func log() -> 1️⃣() {}",
    said: "error: 'log()' returns '()', so there is nothing to cache; return a value, or remove '@cache'",
    fixIt: "remove '@cache'", fixed: "func log() -> () {}"),
  RefusalExample(
    .noResult, source: "@CacheData func stop() -> 1️⃣Never { fatalError() }",
    said:
      "error: 'stop()' returns 'Never', so there is nothing to cache; return a value, or remove '@CacheData'",
    fixIt: "remove '@CacheData'", fixed: "func stop() -> Never { fatalError() }"),
  RefusalExample(
    .suppressedConformance, source: "@CacheData func size<T: 1️⃣~Copyable>(_ _value: T.Type) -> Int { 1 }",
    said:
      "error: 'size(_:)' takes or returns a '~Copyable' value, which a cache cannot hold; require 'Copyable'"),
  RefusalExample(
    .suppressedConformance,
    source: "@CacheData func size<T>(of n: Int, _: T.Type) -> Int where T: 1️⃣~Escapable { n }",
    said:
      "error: 'size(of:_:)' takes or returns a '~Escapable' value, which a cache cannot hold; require 'Escapable'"
  ),
  RefusalExample(
    .ownership, source: "@CacheData func size(of file: 1️⃣borrowing File) -> Int { 1 }",
    said: "error: 'borrowing' parameter 'file' of 'size(of:)' cannot be part of the key; remove 'borrowing'",
    fixIt: "remove 'borrowing'", fixed: "@CacheData func size(of file: File) -> Int { 1 }"),
  RefusalExample(
    .ownership, source: "@CacheData func size(of file: 1️⃣consuming File) -> Int { 1 }",
    said: "error: 'consuming' parameter 'file' of 'size(of:)' cannot be part of the key; remove 'consuming'",
    fixIt: "remove 'consuming'", fixed: "@CacheData func size(of file: File) -> Int { 1 }"),
  RefusalExample(
    .nonCopyableSelf, source: "struct Handle: ~Copyable {\n  @CacheData func 1️⃣size() -> Int { 1 }\n}",
    said:
      "error: 'self' of non-copyable type 'Handle' cannot be part of the key of 'size()'; make it a static or global function of what it reads"
  ),
  RefusalExample(
    .resultBuilder, source: "1️⃣@ListBuilder @CacheData func numbers(_ n: Int) -> [Int] { n }",
    said:
      "error: '@ListBuilder' cannot build the body of cached 'numbers(_:)'; cache a function that calls it"),
  RefusalExample(
    .alreadyCached, source: "@CacheData 1️⃣@CacheResource func load() -> Int { 1 }",
    said: "error: 'load()' is already cached by '@CacheData'; remove '@CacheResource'",
    fixIt: "remove '@CacheResource'", fixed: "@CacheData func load() -> Int { 1 }"),
  RefusalExample(
    .alreadyCached, source: "@CacheRuntime.cache\n1️⃣@CacheData\nfunc load() -> Int { 1 }",
    said: "error: 'load()' is already cached by '@cache'; remove '@CacheData'",
    fixIt: "remove '@CacheData'", fixed: "@CacheRuntime.cache\n\nfunc load() -> Int { 1 }"),
  RefusalExample(
    .noResult, .inoutParameter, source: "@CacheData func 1️⃣next(_ seed: 2️⃣inout Int) {}",
    said:
      "error: 'next(_:)' returns nothing, so there is nothing to cache; return a value, or remove '@CacheData'",
    "error: a hit would not write 'inout' parameter 'seed' of 'next(_:)' back; take a value and return the new one",
    fixIt: "remove '@CacheData'", fixed: "func next(_ seed: inout Int) {}"),
]

private let resultExamples: [RefusalExample] = [
  RefusalExample(
    .closureParameter,
    source: "@CacheData func apply(_ 1️⃣body: (Int) -> Int, to value: Int) -> Int { body(value) }",
    said:
      "error: cannot hash closure argument 'body' of 'apply(_:to:)'; exclude it with an underscore before its internal name ('_body'), or take a value that says which closure is meant"
  ),
  RefusalExample(
    .closureParameter,
    source:
      "@CacheData func apply(body 1️⃣run: (@Sendable (Int) -> Int)?, to value: Int) throws -> Int { value }",
    said:
      "error: cannot hash closure argument 'run' of 'apply(body:to:)'; exclude it with an underscore before its internal name ('_run'), or take a value that says which closure is meant"
  ),
  RefusalExample(
    .closureResult, source: "@CacheData(ttl: 5) func area() -> 1️⃣(Double) -> Double { { $0 * $0 } }",
    said:
      "error: 'area()' returns a closure, which cannot be copied and stored as data; use '@CacheResource'",
    fixIt: "use '@CacheResource'",
    fixed: "@CacheResource(ttl: 5) func area() -> (Double) -> Double { { $0 * $0 } }"),
  RefusalExample(
    .closureResult, source: "@CacheData func area() -> [String: 1️⃣(@Sendable (Double) -> Double)?] { [:] }",
    said:
      "error: 'area()' returns a closure, which cannot be copied and stored as data; use '@CacheResource'",
    fixIt: "use '@CacheResource'",
    fixed: "@CacheResource func area() -> [String: (@Sendable (Double) -> Double)?] { [:] }"),
  RefusalExample(
    .taskResult, source: "@CacheData func load() -> 1️⃣Task<Int, any Error> { Task { 1 } }",
    said:
      "error: 'load()' returns 'Task<Int, any Error>', which is the work and not its value; make the function 'async' and return the value"
  ),
  RefusalExample(
    .taskResult, source: "@CacheResource func load() -> 1️⃣Task<Int, Never>? { nil }",
    said:
      "warning: 'load()' returns 'Task<Int, Never>', which is the work and not its value; make the function 'async' and return the value"
  ),
  RefusalExample(
    .streamResult, source: "@CacheData func lines() -> 1️⃣AsyncStream<String> { .init { nil } }",
    said:
      "error: 'lines()' returns 'AsyncStream<String>', which its first reader uses up; collect the elements and return an array"
  ),
  RefusalExample(
    .streamResult, source: "@cache func lines() -> 1️⃣any AsyncSequence<String, Never> & Sendable { x }",
    said:
      "warning: 'lines()' returns 'any AsyncSequence<String, Never> & Sendable', which its first reader uses up; collect the elements and return an array"
  ),
  RefusalExample(
    .lazyResult,
    source: "@CacheData func squares() -> 1️⃣LazyMapSequence<[Int], Int> { [1].lazy.map { $0 * $0 } }",
    said:
      "error: 'squares()' returns lazy 'LazyMapSequence<[Int], Int>', which does its work at each reading; return an array"
  ),
  RefusalExample(
    .lazyResult, source: "@CacheResource func squares() -> 1️⃣some LazySequenceProtocol { [1].lazy }",
    said:
      "warning: 'squares()' returns lazy 'some LazySequenceProtocol', which does its work at each reading; return an array"
  ),
]

private let captureExamples: [RefusalExample] = [
  RefusalExample(
    .capturedParameter,
    source: """
      func page(url: String) -> Int {
        @CacheData func load(limit: Int) -> Int { limit + 1️⃣url.count + url.count }
        return load(limit: 1)
      }
      """,
    said:
      "error: local function 'load(limit:)' uses 'url' of the function around it, which its key would miss; pass it as a parameter"
  ),
  RefusalExample(
    .capturedParameter, .capturedParameter,
    source: """
      func page(at url: String?) -> Int {
        let run = { (count: Int) -> Int in
          @CacheData func load() -> Int {
            if let 1️⃣url { return url.count }
            return "\\(2️⃣count)".count
          }
          return load()
        }
        return run(1)
      }
      """,
    said:
      "error: local function 'load()' uses 'url' of the function around it, which its key would miss; pass it as a parameter",
    "error: local function 'load()' uses 'count' of the function around it, which its key would miss; pass it as a parameter"
  ),
  RefusalExample(
    .capturedSelf,
    source: """
      struct App {
        var base: Int
        func total() -> Int {
          @CacheData func sum(limit: Int) -> Int { 1️⃣self.base + limit + self.base }
          return sum(limit: 1)
        }
      }
      """,
    said:
      "error: local function 'sum(limit:)' uses the 'self' around it, which its key would miss; make it a method, or pass what it needs as a parameter"
  ),
]
