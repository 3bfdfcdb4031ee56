/// Keeps the results of a function that are values.
@attached(body)
public macro Values(lifetime: Int? = nil) = #externalMacro(module: "TeamMacros", type: "MemoMacro")

/// Keeps the one object that a function makes.
@attached(body)
public macro Singletons(lifetime: Int? = nil) = #externalMacro(module: "TeamMacros", type: "MemoMacro")

/// Keeps the results of a closure that are values.
public func values<Argument: Hashable & Sendable, Value>(
  lifetime: Int? = nil, _ body: @escaping @Sendable (Argument) -> Value
) -> @Sendable (Argument) -> Value {
  let keeper = Keeper()
  return { argument in keeper.value(for: [argument], lifetime: lifetime) { body(argument) } }
}

/// Keeps the one object that a closure makes.
public func singletons<Argument: Hashable & Sendable, Value: Sendable>(
  lifetime: Int? = nil, _ body: @escaping @Sendable (Argument) -> Value
) -> @Sendable (Argument) -> Value {
  values(lifetime: lifetime, body)
}
