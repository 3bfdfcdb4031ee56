/// The cached computations that the current thread or task is inside of, innermost first.
final class Computation: Sendable {
  @TaskLocal static var current: Computation?

  let flight: Flight
  let outer: Computation?

  private init(_ flight: Flight, inside outer: Computation?) {
    self.flight = flight
    self.outer = outer
  }

  /// Whether the caller is inside the computation that it asks about.
  static func isRunning(_ flight: Flight) -> Bool {
    var inner = current
    while let computation = inner {
      if computation.flight === flight { return true }
      inner = computation.outer
    }
    return false
  }

  /// Runs `body` as the computation of `flight`.
  static func run<Value, E: Error>(_ flight: Flight, _ body: () throws(E) -> Value) throws(E) -> Value {
    // `withValue` rethrows any error and takes no typed one, so the result carries it out.
    let result: Result<Value, E> = $current.withValue(Computation(flight, inside: current)) {
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
    let result: Result<Value, E> = await $current.withValue(
      Computation(flight, inside: current),
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
