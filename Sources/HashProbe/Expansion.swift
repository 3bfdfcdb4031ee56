/// What is being looked up further out, so that aliases and inferred types that name each other come to an end.
///
/// An alias whose own text leads back to it is told by its declaration. Through generic arguments the same alias is
/// rightly met again, as `Element` is in a sequence of a sequence; there the type whose member is meant tells, and
/// types that only grow are given up after `limit` steps or at `largest` names.
struct Expansion: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    /// `T.Name`, where an argument has taken the place of `T`.
    case substituted(ResolvedType, String)
    /// An associated type that is read off a member.
    case inferred(ResolvedType, String)
  }

  private static let limit = 32
  private static let largest = 500

  /// The aliases whose targets are being read.
  private var aliases: Set<NamedDeclaration.Kind> = []
  private var steps: Set<Step> = []

  /// `nil`: it is being read already.
  func entering(alias kind: NamedDeclaration.Kind) -> Expansion? {
    guard aliases.count < Self.limit, !aliases.contains(kind) else { return nil }
    var inner = self
    inner.aliases.insert(kind)
    return inner
  }

  /// `nil`: it leads back to itself, or nowhere.
  func entering(_ step: Step) -> Expansion? {
    guard steps.count < Self.limit, !steps.contains(step) else { return nil }
    switch step {
    case .substituted(let type, _), .inferred(let type, _):
      guard type.isSmaller(than: Self.largest) else { return nil }
    }
    var inner = self
    inner.aliases = []
    inner.steps.insert(step)
    return inner
  }
}

extension ResolvedType {
  /// Whether it is made of fewer names than `limit`.
  func isSmaller(than limit: Int) -> Bool {
    var left = limit
    count(&left)
    return left > 0
  }

  private func count(_ left: inout Int) {
    guard left > 0 else { return }
    left -= 1
    switch self {
    case .declared(_, let parts), .tuple(let parts), .existential(let parts), .opaque(let parts),
      .unknown(_, let parts):
      for part in parts { part.count(&left) }
    case .member(let base, _), .metatype(let base), .pack(let base): base.count(&left)
    case .parameter, .function: break
    }
  }
}
