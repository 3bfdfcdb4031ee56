/// The answer to a process that asks to compute a key for all.
public enum StoreClaim: Sendable {
  /// It is this one's: compute, write, release.
  case mine(any StoreLease)
  /// Another process, machine or thread computes it: look again after a while.
  case taken
  /// The store does not coordinate: compute.
  case unsupported
}

/// The right to compute one key; it ends with `release`, with the process, or when its time is over.
public protocol StoreLease: AnyObject, Sendable {
  /// Gives it back, whether a result was written or not.
  func release()
}
