/// Keeps the results of a function, whatever they are; `shared` says that callers may change them.
@available(*, deprecated, message: "use '@Values' or '@Singletons'")
@attached(body)
public macro Memo(shared: Bool = false, seconds: Int? = nil) =
  #externalMacro(module: "TeamMacros", type: "MemoMacro")

/// Keeps the results of a closure, whatever they are.
@available(*, deprecated, message: "use 'values' or 'singletons'")
public func memo<Argument: Hashable & Sendable, Value>(
  shared: Bool = false, seconds: Int? = nil, _ body: @escaping @Sendable (Argument) -> Value
) -> @Sendable (Argument) -> Value {
  values(lifetime: seconds, body)
}
