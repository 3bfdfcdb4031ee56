// What the static type of a result tells about it. The most specific overload names the fact, and a statement of its own
// requires it, so that the type checker cannot choose another overload to get around the requirement.

/// What a cached function's result is known to be when the function is compiled.
public enum ResultFact {
  /// Nothing stands against it.
  public struct Sound: Sendable {
    /// The fact.
    @inlinable public init() {}
  }

  /// A value that has no bytes.
  public struct Unstored: Sendable {
    /// The fact.
    @inlinable public init() {}
  }

  /// An object that cannot be copied.
  public struct Uncopied: Sendable {
    /// The fact.
    @inlinable public init() {}
  }
}

extension CacheExpansion {
  /// Data of any type; what is not known to be wrong now is decided at run time.
  @inlinable public static func data<Value>(_: Value.Type) -> ResultFact.Sound { ResultFact.Sound() }
  /// An object.
  @inlinable public static func data<Value: AnyObject>(_: Value.Type) -> ResultFact.Uncopied {
    ResultFact.Uncopied()
  }
  /// An object that can be copied by its coding.
  @inlinable public static func data<Value: AnyObject & Codable>(_: Value.Type) -> ResultFact.Sound {
    ResultFact.Sound()
  }
  /// An object or nothing.
  @inlinable public static func data<Value: AnyObject>(_: Value?.Type) -> ResultFact.Uncopied {
    ResultFact.Uncopied()
  }
  /// An object that can be copied by its coding, or nothing.
  @inlinable public static func data<Value: AnyObject & Codable>(_: Value?.Type) -> ResultFact.Sound {
    ResultFact.Sound()
  }
  /// Objects.
  @inlinable public static func data<Value: AnyObject>(_: [Value].Type) -> ResultFact.Uncopied {
    ResultFact.Uncopied()
  }
  /// Objects that can be copied by their coding.
  @inlinable public static func data<Value: AnyObject & Codable>(_: [Value].Type) -> ResultFact.Sound {
    ResultFact.Sound()
  }
  /// Objects by key.
  @inlinable public static func data<Key, Value: AnyObject>(_: [Key: Value].Type) -> ResultFact.Uncopied {
    ResultFact.Uncopied()
  }
  /// Objects by key that can be copied by their coding.
  @inlinable public static func data<Key, Value: AnyObject & Codable>(_: [Key: Value].Type)
    -> ResultFact.Sound
  {
    ResultFact.Sound()
  }

  /// A resource that threads may share.
  @inlinable public static func resource<Value: Sendable>(_: Value.Type) -> ResultFact.Sound {
    ResultFact.Sound()
  }
  /// A result that can be kept outside of the process.
  @inlinable public static func stored<Value: Codable>(_: Value.Type) -> ResultFact.Sound {
    ResultFact.Sound()
  }
  /// A result that cannot.
  @inlinable public static func stored<Value>(_: Value.Type) -> ResultFact.Unstored { ResultFact.Unstored() }

  /// Refuses, at compile time, a result that cannot be kept outside of the process.
  @available(
    *, unavailable,
    message:
      "the result of a function with 'persist:' must be 'Codable'; conform its type, or leave 'persist' out"
  )
  public static func require(_: ResultFact.Unstored) {}

  /// Accepts a sound result.
  @inlinable public static func require(_: ResultFact.Sound) {}

  /// Refuses, at compile time, data that no caller could have for its own.
  @available(
    *, unavailable,
    message:
      "the result of a '@CacheData' function is a class that cannot be copied; conform it to 'Codable', return a structure, or share one object with '@CacheResource'"
  )
  public static func require(_: ResultFact.Uncopied) {}
}

// Results whose types have no name, told by the functions that return them, which are not called.

extension CacheExpansion {
  /// Data of any type; what is not known to be wrong now is decided at run time.
  @inlinable public static func data<Value>(of _: () async throws -> Value) -> ResultFact.Sound {
    ResultFact.Sound()
  }
  /// An object.
  @inlinable public static func data<Value: AnyObject>(of _: () async throws -> Value) -> ResultFact.Uncopied
  {
    ResultFact.Uncopied()
  }
  /// An object that can be copied by its coding.
  @inlinable public static func data<Value: AnyObject & Codable>(of _: () async throws -> Value)
    -> ResultFact.Sound
  {
    ResultFact.Sound()
  }
  /// A resource that threads may share.
  @inlinable public static func resource<Value: Sendable>(of _: () async throws -> Value) -> ResultFact.Sound
  {
    ResultFact.Sound()
  }
  /// A result that can be kept outside of the process.
  @inlinable public static func stored<Value: Codable>(of _: () async throws -> Value) -> ResultFact.Sound {
    ResultFact.Sound()
  }
  /// A result that cannot.
  @inlinable public static func stored<Value>(of _: () async throws -> Value) -> ResultFact.Unstored {
    ResultFact.Unstored()
  }
}
