/// Keeps the results of a function that are values.
@attached(body)
public macro Values(lifetime: Int? = nil) = #externalMacro(module: "TeamMacros", type: "MemoMacro")

/// Keeps the one object that a function makes.
@attached(body)
public macro Singletons(lifetime: Int? = nil) = #externalMacro(module: "TeamMacros", type: "MemoMacro")

/// Keeps the results of a closure that are values.
public func values<Argument: Hashable, Value>(
  lifetime: Int? = nil, _ body: @escaping (Argument) -> Value
) -> (Argument) -> Value {
  let keeper = Keeper()
  return { argument in keeper.value(for: [argument], lifetime: lifetime) { body(argument) } }
}

/// Keeps the one object that a closure makes.
public func singletons<Argument: Hashable, Value: Sendable>(
  lifetime: Int? = nil, _ body: @escaping (Argument) -> Value
) -> (Argument) -> Value {
  values(lifetime: lifetime, body)
}
