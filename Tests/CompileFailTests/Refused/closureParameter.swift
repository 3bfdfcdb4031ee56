import CacheRuntime

@CacheData func closureArgument(_ body: (Int) -> Int) -> Int { body(1) }  // error: cannot hash closure argument 'body' of 'closureArgument(_:)'; exclude it with an underscore before its internal name ('_body'), or take a value that says which closure is meant
@CacheData func throwingClosure(_ body: @Sendable (Int) -> Int, n: Int) throws -> Int { n }  // error: cannot hash closure argument 'body' of 'throwingClosure(_:n:)'; exclude it with an underscore before its internal name ('_body'), or take a value that says which closure is meant
