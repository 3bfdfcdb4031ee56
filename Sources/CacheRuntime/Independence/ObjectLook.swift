@_spi(Reflection) import Swift

/// What may be seen of an object that other threads may have too, without reading what they may be writing.
enum ObjectLook {
  /// Whether objects of a class guard what is in them: actors, and those with a lock, an atomic, a queue or a pointer of
  /// their own. What another thread may be changing under that guard must not be read past it.
  static func guardsItself(_ type: Any.Type) -> Bool { facts(of: type).guardsItself }

  /// The bytes that an object's own properties take, read off its class and not off the object.
  static func size(of type: Any.Type) -> Int { facts(of: type).size }

  private struct Facts {
    var guardsItself: Bool
    /// With the header.
    var size = 16
  }

  /// `[.classType, .ignoreUnknown]`, which the standard library declares as variables.
  private static let ofClasses = _EachFieldOptions(rawValue: 3)

  private static let known = Guarded<[ObjectIdentifier: Facts]>([:])

  private static func facts(of type: Any.Type) -> Facts {
    if let known = known.withLock({ $0[ObjectIdentifier(type)] }) { return known }
    var facts = Facts(guardsItself: isGuard(type))
    _ = _forEachField(of: type, options: ofClasses) { _, _, field, _ in
      func size<T>(_: T.Type) -> Int { MemoryLayout<T>.size }
      facts.size += _openExistential(field, do: size)
      if isGuard(field) { facts.guardsItself = true }
      return true
    }
    known.withLock { $0[ObjectIdentifier(type)] = facts }
    return facts
  }

  private static func isGuard(_ type: Any.Type) -> Bool {
    if type is any Actor.Type || type is any _Pointer.Type { return true }
    let name = String(reflecting: type)
    return name.hasPrefix("Synchronization.")
      || ["Mutex", "Lock", "Atomic", "Semaphore", "DispatchQueue", "OpaquePointer", "pthread_"].contains {
        name.contains($0)
      }
  }
}
