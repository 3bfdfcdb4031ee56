/// A digest of everything that can be seen in a value, by which a change of a shared object shows.
///
/// What guards itself, an actor or an object with a lock, counts as the object that it is: what is in it may be changing now.
enum OutputDigest {
  private static let limit = 10_000
  /// Parts that lie deeper do not count, so that a long chain of objects does not use up the stack.
  private static let mostDepth = 100

  /// - Complexity: O(*n*) in the number of parts, of which the first ten thousand count.
  static func of(_ value: Any) -> Int {
    var hasher = Hasher()
    var parts = 0
    var path: Set<ObjectIdentifier> = []
    add(value, to: &hasher, &parts, &path, depth: 0)
    return hasher.finalize()
  }

  private static func add(
    _ value: Any, to hasher: inout Hasher, _ parts: inout Int, _ path: inout Set<ObjectIdentifier>,
    depth: Int
  ) {
    parts += 1
    guard parts < limit, depth < mostDepth else { return }
    let type = type(of: value)
    hasher.combine(ObjectIdentifier(type))
    if Independence.of(type) == .independent, let hashable = value as? any Hashable {
      hasher.combine(ExactHashable(hashable))
      return
    }
    if type is AnyClass {
      // What an object is does not change, only what is in it; a circle ends here.
      guard path.insert(ObjectIdentifier(value as AnyObject)).inserted else { return }
      if ObjectLook.guardsItself(type) { return hasher.combine(ObjectIdentifier(value as AnyObject)) }
    }
    var mirror: Mirror? = Mirror(reflecting: value)
    let isUnordered = mirror?.displayStyle == .set || mirror?.displayStyle == .dictionary
    while let current = mirror {
      hasher.combine(current.children.count)
      if isUnordered {
        var sum = 0
        for child in current.children {
          var own = Hasher()
          add(child.value, to: &own, &parts, &path, depth: depth + 1)
          sum &+= own.finalize()
        }
        hasher.combine(sum)
      } else {
        for child in current.children { add(child.value, to: &hasher, &parts, &path, depth: depth + 1) }
      }
      mirror = current.superclassMirror
    }
  }
}
