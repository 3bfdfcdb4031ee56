/// Who shares the results of a cached function.
public enum CacheScope: String, Hashable, Sendable {
  /// The whole process.
  case global
  /// One session: each has results of its own, which go with it.
  case session
}
