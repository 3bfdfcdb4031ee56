/// The cached computations that the current thread or task is inside of, innermost first.
final class Computation: Sendable {
  @TaskLocal static var current: Computation?

  let flight: Flight
  let outer: Computation?

  private init(_ flight: Flight, inside outer: Computation?) {
    self.flight = flight
    self.outer = outer
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

  /// Runs `body` as the computation of `flight`.
  static func run<Value, E: Error>(_ flight: Flight, _ body: () throws(E) -> Value) throws(E) -> Value {
    let outer = current
    if let outer { _ = WaitGraph.shared.add(outer, needs: flight) }
    defer { if let outer { WaitGraph.shared.remove(outer, needs: flight) } }
    // `withValue` rethrows any error and takes no typed one, so the result carries it out.
    let result: Result<Value, E> = $current.withValue(Computation(flight, inside: outer)) {
      do throws(E) {
        return .success(try body())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Runs `body` as the computation of `flight`.
  static func run<Value, E: Error>(
    isolation: isolated (any Actor)?, _ flight: Flight, _ body: () async throws(E) -> Value
  ) async throws(E) -> Value {
    let outer = current
    if let outer { _ = WaitGraph.shared.add(outer, needs: flight) }
    defer { if let outer { WaitGraph.shared.remove(outer, needs: flight) } }
    let result: Result<Value, E> = await $current.withValue(
      Computation(flight, inside: outer),
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
