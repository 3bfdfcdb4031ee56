import SeededRandom

@testable import CacheRuntime

/// A program of functions that show elements, read widgets and call each other, made from a seed.
struct RandomProgram: Sendable {
  indirect enum Statement: Sendable {
    case text(Int)
    case sidebar([Statement])
    case within([Statement])
    /// A container written to by its name, before and after what is shown in between.
    case direct(Int, [Statement])
    case call(Int, Int)
    case attempt(Int, Int)
    case widget(Int)
    case ifWidget(Int, [Statement])
  }

  struct Function: Sendable {
    let body: [Statement]
    /// The argument with which it throws, after all that it shows.
    let failing: Int?
    let maxEntries: Int?
  }

  static let arguments = 3
  static let widgets = 3

  var functions: [Function] = []

  init(_ generator: inout SeededGenerator) {
    // A function calls only later ones, so that no call leads back to itself.
    let count = Int.random(in: 3...6, using: &generator)
    for index in 0..<count {
      let callees = (index + 1)..<count
      functions.append(
        Function(
          body: Self.statements(&generator, callees, depth: 3),
          failing: Bool.random(using: &generator)
            ? nil : Int.random(in: 0..<Self.arguments, using: &generator),
          maxEntries: Bool.random(using: &generator) ? nil : Int.random(in: 1...4, using: &generator)))
    }
  }

  static func statements(
    _ generator: inout SeededGenerator, _ callees: Range<Int>, depth: Int
  ) -> [Statement] {
    (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      let number = Int.random(in: 0..<100, using: &generator)
      let inner = depth > 0 ? statements(&generator, callees, depth: depth - 1) : [.text(number)]
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: return .sidebar(inner)
      case 1: return .within(inner)
      case 2: return .direct(number, inner)
      case 3: return .widget(number % widgets)
      case 4: return .ifWidget(number % widgets, inner)
      case 5...8 where !callees.isEmpty:
        return .call(Int.random(in: callees, using: &generator), number)
      case 9 where !callees.isEmpty: return .attempt(Int.random(in: callees, using: &generator), number)
      default: return .text(number)
      }
    }
  }
}

/// What the program shows and returns, by a reading that knows neither caches nor recordings.
struct NaiveProgram {
  let program: RandomProgram
  let values: [Int]
  private(set) var lines: [String] = []
  private var next: [String: Int] = [:]

  init(_ program: RandomProgram, _ values: [Int]) {
    self.program = program
    self.values = values
  }

  private mutating func place(_ container: String) -> String {
    defer { next[container, default: 0] += 1 }
    return "\(container)/\(next[container, default: 0])"
  }

  private mutating func show(_ text: String, in container: String) {
    lines.append("\(place(container)) \(text)")
  }

  mutating func run(
    _ statements: [RandomProgram.Statement], argument: Int, in container: String
  ) throws(Failure) -> Int {
    var sum = argument
    for statement in statements {
      switch statement {
      case .text(let number): show("text \(number + argument)", in: container)
      case .sidebar(let inner): sum += try run(inner, argument: argument, in: "sidebar")
      case .within(let inner):
        let own = place(container)
        lines.append("\(own) container null")
        sum += try run(inner, argument: argument, in: own)
      case .direct(let number, let inner):
        let own = place(container)
        lines.append("\(own) container null")
        show("text \(number)", in: own)
        sum += try run(inner, argument: argument, in: container)
        show("text \(argument)", in: own)
      case .call(let function, let delta):
        sum = sum &* 31 &+ (try call(function, (argument + delta) % RandomProgram.arguments, in: container))
      case .attempt(let function, let delta):
        let argument = (argument + delta) % RandomProgram.arguments
        do throws(Failure) { sum = sum &* 31 &+ (try call(function, argument, in: container)) } catch {
          sum += 1
        }
      case .widget(let widget): sum = sum &* 31 &+ read(widget, in: container)
      case .ifWidget(let widget, let inner):
        if read(widget, in: container) % 2 == 1 {
          sum = sum &* 31 &+ (try run(inner, argument: argument, in: container))
        }
      }
    }
    return sum
  }

  private mutating func call(_ index: Int, _ argument: Int, in container: String) throws(Failure) -> Int {
    let function = program.functions[index]
    let sum = try run(function.body, argument: argument, in: container)
    if function.failing == argument { throw Failure() }
    return sum
  }

  private mutating func read(_ widget: Int, in container: String) -> Int {
    show("slider \(widget)=\(values[widget])", in: container)
    return values[widget]
  }

  /// In the order of the page.
  var page: [String] { lines.sorted() }
}

/// The same program with every function cached.
final class CachedProgram: Sendable {
  let program: RandomProgram
  let cores: [KeyedCore<StrictArgument<Int>, Int>]

  init(_ program: RandomProgram) {
    self.program = program
    cores = program.functions.indices.map { index in
      KeyedCore(
        identity: FunctionIdentity(fileID: "Demo/F.swift", path: "", name: "f\(index)(_:)", fingerprint: ""),
        kind: .data,
        options: CacheOptions(
          maxEntries: program.functions[index].maxEntries, experimentalAllowWidgets: true))
    }
  }

  func run(_ statements: [RandomProgram.Statement], argument: Int) throws(Failure) -> Int {
    var sum = argument
    for statement in statements {
      switch statement {
      case .text(let number): Elements.emit(.text, .integer(number + argument))
      case .sidebar(let inner):
        sum += try Elements.sidebar.within { () throws(Failure) in try run(inner, argument: argument) }
      case .within(let inner):
        sum += try Elements.container().within { () throws(Failure) in try run(inner, argument: argument) }
      case .direct(let number, let inner):
        let own = Elements.container()
        own.emit(.text, .integer(number))
        sum += try run(inner, argument: argument)
        own.emit(.text, .integer(argument))
      case .call(let function, let delta):
        sum = sum &* 31 &+ (try call(function, (argument + delta) % RandomProgram.arguments))
      case .attempt(let function, let delta):
        let argument = (argument + delta) % RandomProgram.arguments
        do throws(Failure) { sum = sum &* 31 &+ (try call(function, argument)) } catch { sum += 1 }
      case .widget(let widget): sum = sum &* 31 &+ read(widget)
      case .ifWidget(let widget, let inner):
        if read(widget) % 2 == 1 { sum = sum &* 31 &+ (try run(inner, argument: argument)) }
      }
    }
    return sum
  }

  private func call(_ index: Int, _ argument: Int) throws(Failure) -> Int {
    try cores[index].call(StrictArgument(argument)) { () throws(Failure) -> Int in
      let function = program.functions[index]
      let sum = try run(function.body, argument: argument)
      if function.failing == argument { throw Failure() }
      return sum
    }
  }

  private func read(_ widget: Int) -> Int { Widgets.slider("\(widget)", in: 0...100) }

  /// Runs a script on a page of its own.
  func page(_ script: [RandomProgram.Statement], _ values: [Int]) -> (result: Int?, page: [String]) {
    let stage = RecordingStage()
    let reader = WidgetValues(
      Dictionary(
        uniqueKeysWithValues: values.enumerated().map { ("slider:\($0.offset)", .integer($0.element)) }))
    let result = Elements.run(on: stage, reading: reader) { try? run(script, argument: 0) }
    let lines = stage.elements.map { element -> String in
      switch element.payload {
      case .integer(let number): return "\(element.place) text \(number)"
      case .object(let members):
        guard case .integer(let value)? = members["value"], let label = members["label"]?.text else { break }
        return "\(element.place) slider \(label)=\(value)"
      case .null: return "\(element.place) container null"
      default: break
      }
      return "\(element)"
    }
    return (result, lines.sorted())
  }
}
