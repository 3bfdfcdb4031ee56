import Synchronization

/// The cached computations that the current thread or task is inside of, innermost first.
///
/// Each records what its function shows and which widgets it reads, from beginning to end.
final class Computation: Sendable {
  @TaskLocal static var current: Computation?

  /// What the function may do while it runs.
  struct Rules: Sendable {
    let function: String
    let kind: CacheKind
    let allowsWidgets: Bool
    let isSilent: Bool
  }

  /// What a function did beside returning a result.
  struct Trace: Sendable {
    var recording = ElementRecording()
    /// The widgets that were read, with the values that they had.
    var readings: [String: WidgetReading] = [:]
    /// Whether the result follows from the key alone.
    var isStorable = true

    /// Whether it did nothing but return it.
    var isPlain: Bool { isStorable && recording.isEmpty && readings.isEmpty }
  }

  private struct State: Sendable {
    var trace = Trace()
    /// Values that the key already says.
    var values: [String: WidgetValue]
    /// The containers that the function made, by the order in which it did; kept, so that none is taken for another.
    var made: [ElementContainer] = []
    var numbers: [ObjectIdentifier: Int] = [:]
    var hasEnded = false
  }

  let flight: Flight
  let outer: Computation?
  let rules: Rules
  private let state: Mutex<State>

  /// A computation inside of the current one.
  ///
  /// - Parameter values: What widgets say by the key of this computation.
  init(_ flight: Flight, of rules: Rules, widgets values: [String: WidgetValue] = [:]) {
    self.flight = flight
    self.rules = rules
    outer = Self.current
    state = Mutex(State(values: values))
  }

  /// The computations, innermost first.
  var chain: [Flight] {
    var flights: [Flight] = []
    var inner: Computation? = self
    while let computation = inner {
      flights.append(computation.flight)
      inner = computation.outer
    }
    return flights
  }

  /// Ends the recording.
  func end() -> Trace {
    state.withLock {
      $0.hasEnded = true
      let trace = $0.trace
      $0 = State(trace: Trace(), values: [:], hasEnded: true)
      return trace
    }
  }

  /// The value of this widget, if the key or an earlier reading says it.
  func value(of widget: Widget) -> WidgetValue? { state.withLock { $0.values[widget.id] } }

  /// Takes note of what is shown or read.
  ///
  /// - Parameters:
  ///   - container: Into what it goes; nil for the container that was current at the call.
  ///   - made: The container that it is, if it is one.
  func record(
    _ content: ElementRecording.Content, into container: ElementContainer?, making made: ElementContainer?
  ) -> ElementEmission.Remark? {
    if rules.kind == .legacy { return rules.isSilent ? nil : .legacy(rules.function) }
    return state.withLock { state in
      if state.hasEnded { return .late(rules.function) }
      if case .widget(let widget, let value) = content {
        guard rules.allowsWidgets, !widget.isNeverCached else {
          state.trace.isStorable = false
          return .refusedWidget(rules.function)
        }
        let known = state.values[widget.id]
        // It moved while the function ran, so that one half of the function saw this value and one that.
        if let known, known != value { state.trace.isStorable = false }
        state.values[widget.id] = known ?? value
        state.trace.readings[widget.id] = WidgetReading(widget: widget, value: known ?? value)
      }
      let target: ElementRecording.Target
      if let container {
        if let root = container.root {
          target = .root(root)
        } else if let number = state.numbers[ObjectIdentifier(container)] {
          target = .made(number)
        } else {
          state.trace.recording.outsideWrite = state.trace.recording.outsideWrite ?? content.kind
          return nil
        }
      } else {
        target = .caller
      }
      state.trace.recording.steps.append(ElementRecording.Step(target: target, content: content))
      if let made {
        state.numbers[ObjectIdentifier(made)] = state.made.count
        state.made.append(made)
      }
      return nil
    }
  }

  /// Runs `body` as this computation.
  func run<Value, E: Error>(_ body: () throws(E) -> Value) throws(E) -> Value {
    if let outer { _ = WaitGraph.shared.add(outer, needs: flight) }
    defer { if let outer { WaitGraph.shared.remove(outer, needs: flight) } }
    // `withValue` rethrows any error and takes no typed one, so the result carries it out.
    let result: Result<Value, E> = Self.$current.withValue(self) {
      do throws(E) {
        return .success(try body())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Runs `body` as this computation.
  func run<Value, E: Error>(
    isolation: isolated (any Actor)?, _ body: () async throws(E) -> Value
  ) async throws(E) -> Value {
    if let outer { _ = WaitGraph.shared.add(outer, needs: flight) }
    defer { if let outer { WaitGraph.shared.remove(outer, needs: flight) } }
    let result: Result<Value, E> = await Self.$current.withValue(
      self,
      operation: {
        do throws(E) {
          return .success(try await body())
        } catch {
          return .failure(error)
        }
      }, isolation: isolation)
    return try result.get()
  }
}
