/// Why a call would find a result, or why not.
public struct CacheExplanation: Hashable, Sendable, CustomStringConvertible {
  /// One part of the key in which the call differs from the nearest one that is held.
  public struct Difference: Hashable, Sendable {
    /// The parameter's internal name.
    public let parameter: String
    /// The argument asked for.
    public let asked: String
    /// The argument of the nearest call.
    public let held: String
  }

  /// What the cache knows of the call.
  public enum Outcome: Hashable, Sendable {
    /// There is a result, stored so long ago.
    case hit(age: CacheDuration)
    /// There is one below memory.
    case stored
    /// There was one.
    case removed(RemovalCause)
    /// There is none for these arguments, but for others.
    case differs([Difference])
    /// There is none at all.
    case neverCalled
    /// The arguments make no key.
    case unhashable(String)
  }

  /// The function with its labels.
  public let function: String
  /// What the cache knows of the call.
  public let outcome: Outcome

  /// The explanation in a line.
  public var description: String {
    switch outcome {
    case .hit(let age): "'\(function)' has a result for this call, stored \(age) ago"
    case .stored: "'\(function)' has a result for this call in its store, and none in memory"
    case .removed(let cause): "the result of this call of '\(function)' went; cause: \(cause.rawValue)"
    case .differs(let differences):
      "'\(function)' has no result for this call; the nearest one differs in "
        + differences.map { "'\($0.parameter)' (\($0.asked), held: \($0.held))" }.joined(separator: ", ")
    case .neverCalled: "'\(function)' has no results"
    case .unhashable(let text): text
    }
  }
}

/// One part of a key, for comparing and showing.
struct KeyPartView: Equatable, CustomStringConvertible {
  let value: ExactHashable
  let description: String
}

/// A key that consists of parts.
protocol KeyComposite {
  func appendParts(to parts: inout [KeyPartView])
}

/// A part of a key that stands for a value.
protocol KeyLeaf: Hashable {
  var shown: Any { get }
}

extension KeyPair: KeyComposite {
  func appendParts(to parts: inout [KeyPartView]) {
    parts += keyParts(of: first)
    parts += keyParts(of: second)
  }
}

extension EmptyKey: KeyComposite {
  func appendParts(to parts: inout [KeyPartView]) {}
}

extension Array: KeyComposite where Element == KeyNode {
  func appendParts(to parts: inout [KeyPartView]) {
    parts += map { KeyPartView(value: ExactHashable($0), description: "\($0)") }
  }
}

extension Argument: KeyLeaf { var shown: Any { value } }
extension StrictArgument: KeyLeaf { var shown: Any { value } }
extension DynamicArgument: KeyLeaf { var shown: Any { value } }
extension IdentityArgument: KeyLeaf { var shown: Any { object } }
extension ExactHashable: KeyLeaf { var shown: Any { value } }
extension TypeArgument: KeyLeaf { var shown: Any { type } }

/// The parts of a key, in the order of the parameters.
func keyParts(of key: some Hashable) -> [KeyPartView] {
  if let composite = key as? any KeyComposite {
    var parts: [KeyPartView] = []
    composite.appendParts(to: &parts)
    return parts
  }
  let shown = (key as? any KeyLeaf)?.shown ?? key
  return [KeyPartView(value: ExactHashable(key), description: String(describing: shown))]
}
