import Foundation

extension DiskStore {
  /// Where stores of this user's programs lie: `$XDG_CACHE_HOME/CacheRuntime`, else `CacheRuntime` in the platform's cache
  /// directory; nil where there is no home.
  public static var defaultParent: String? {
    let environment = ProcessInfo.processInfo.environment
    if let cache = environment["XDG_CACHE_HOME"], cache.hasPrefix("/") { return "\(cache)/CacheRuntime" }
    #if canImport(Darwin)
    let cache = FileManager.default.urls(for: .cachesDirectory, in: .userDomainMask).first?.path
    return cache.map { "\($0)/CacheRuntime" }
    #else
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return "\(home)/.cache/CacheRuntime"
    #endif
  }

  /// Where `.disk` keeps the results of this program: a folder of its name in `defaultParent`.
  public static var defaultPath: String? {
    let program = CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? "program"
    return defaultParent.map { "\($0)/\(program)" }
  }

  /// Whether there is a store in this folder.
  public static func exists(at path: String) -> Bool {
    (try? DiskFolder(path: path).databaseNumbers().isEmpty) == false
  }
}
