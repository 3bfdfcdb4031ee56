/// A digest of everything that can be seen in a value, by which a change of a shared object shows.
enum OutputDigest {
  private static let limit = 10_000

  /// - Complexity: O(*n*) in the number of parts, of which the first ten thousand count.
  static func of(_ value: Any) -> Int {
    var hasher = Hasher()
    var parts = 0
    var path: Set<ObjectIdentifier> = []
    add(value, to: &hasher, &parts, &path)
    return hasher.finalize()
  }

  private static func add(
    _ value: Any, to hasher: inout Hasher, _ parts: inout Int, _ path: inout Set<ObjectIdentifier>
  ) {
    parts += 1
    guard parts < limit else { return }
    let type = type(of: value)
    hasher.combine(ObjectIdentifier(type))
    if Independence.of(type) == .independent, let hashable = value as? any Hashable {
      hasher.combine(ExactHashable(hashable))
      return
    }
    if type is AnyClass {
      // What an object is does not change, only what is in it; a circle ends here.
      guard path.insert(ObjectIdentifier(value as AnyObject)).inserted else { return }
    }
    var mirror: Mirror? = Mirror(reflecting: value)
    let isUnordered = mirror?.displayStyle == .set || mirror?.displayStyle == .dictionary
    while let current = mirror {
      hasher.combine(current.children.count)
      if isUnordered {
        var sum = 0
        for child in current.children {
          var own = Hasher()
          add(child.value, to: &own, &parts, &path)
          sum &+= own.finalize()
        }
        hasher.combine(sum)
      } else {
        for child in current.children { add(child.value, to: &hasher, &parts, &path) }
      }
      mirror = current.superclassMirror
    }
  }
}
