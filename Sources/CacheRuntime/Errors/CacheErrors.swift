/// An argument of a cached function cannot be part of its key.
public struct UnhashableParamError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The parameter's internal name; `self` for what a method is called on, `$0` and so on for a closure's arguments.
  public let parameter: String
  /// The argument's full type name.
  public let type: String
  /// The function with its labels.
  public let function: String

  package init(parameter: String, type: String, function: String) {
    self.parameter = parameter
    self.type = type
    self.function = function
  }

  /// What is wrong, and the three remedies.
  public var description: String {
    let spelling = TypeSpelling(fullName: type)
    return """
      Cannot hash argument '\(parameter)' (of type \(type)) in '\(function)'.

      To address this, do one of these:
      - \(exclusion(spelling))
      - say what identifies it with a hash function: 'hashFuncs: [\(spelling.hashFunction)]'
      - \(spelling.conforming(to: "'Hashable'"))
      """
  }

  private func exclusion(_ spelling: TypeSpelling) -> String {
    if parameter == "self" { return "make it a static or global function of what it reads from 'self'" }
    // A closure's arguments are known by their places.
    if parameter.hasPrefix("$") {
      return "let the closure capture it, since what is captured is not part of the key"
    }
    return
      "leave the argument out of the key with an underscore before its internal name: '_\(parameter): \(spelling.text)'"
  }
}

/// The result of a `@CacheData` function can neither be shared without risk nor be copied.
public struct UnserializableReturnValueError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The result's full type name.
  public let type: String
  /// The function with its labels.
  public let function: String

  package init(type: String, function: String) {
    self.type = type
    self.function = function
  }

  /// What is wrong, and the remedies.
  public var description: String {
    """
    Cannot serialize the return value (of type \(type)) in '\(function)'.

    '@CacheData' gives every caller a copy of its own and needs a value type or 'Codable' for that. Conform the type \
    to 'Codable', or use '@CacheResource', which shares one object among all callers, for what cannot be copied, such as \
    database connections and models.
    """
  }
}

/// A cached function called itself with the same arguments, or two wait for each other.
public struct RecursiveCallError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The function with its labels.
  public let function: String

  package init(function: String) { self.function = function }

  /// What is wrong, and the remedy.
  public var description: String {
    "'\(function)' needs its own result to compute it; call it with other arguments, or move the shared part out"
  }
}

/// A hash function of the user's failed.
public struct UserHashError: Error, Sendable, CustomStringConvertible {
  /// The full name of the type that was to be hashed.
  public let type: String
  /// The type that the hash function was given for.
  public let hashFunction: String
  /// The cached function with its labels.
  public let function: String
  /// What the hash function threw.
  public let underlying: any Error

  package init(type: String, hashFunction: String, function: String, underlying: any Error) {
    self.type = type
    self.hashFunction = hashFunction
    self.function = function
    self.underlying = underlying
  }

  /// What failed, why it is likely the hash function's fault, and for what it was called.
  public var description: String {
    """
    \(underlying)

    This error is likely due to a bug in the hash function for '\(hashFunction)' that was given to '\(function)'. \
    It failed when hashing an object of type \(type).
    """
  }
}

/// A key would not be the same in another process, and `persist:` asks that it is.
public struct UnstableKeyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The full name of the type that is in the way.
  public let type: String
  /// The cached function with its labels.
  public let function: String
  /// What is wrong with it.
  public let reason: String

  init(_ fault: UnstableKeyFault, function: String) {
    self.function = function
    switch fault {
    case .onlyHashable(let type):
      self.type = type
      reason =
        "it is neither 'Codable' nor 'CacheHashable', and its 'Hashable' differs from process to process"
    case .notEncodable(let type, let problem):
      self.type = type
      reason = "its coding failed: \(problem)"
    case .unnamed(let type):
      self.type = type
      reason = "it is private, so that nothing but an address tells it from another type of its name"
    case .object(let type):
      self.type = type
      reason = "it counts by the identity of an object, which ends with the process"
    }
  }

  /// What is wrong, and the remedies.
  public var description: String {
    let spelling = TypeSpelling(fullName: type)
    return """
      Cannot keep results of '\(function)' outside of the process: a value of type \(type) is part of the key, and \
      \(reason).

      To address this, do one of these:
      - \(spelling.conforming(to: "'Codable'")), or to 'CacheHashable' and say which parts count
      - say what identifies it with a hash function: 'hashFuncs: [\(spelling.hashFunction)]'
      - leave the argument out of the key with an underscore before its internal name
      - leave out 'persist:', and keep the results in memory
      """
  }
}
