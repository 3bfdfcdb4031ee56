import ArgumentParser
import CacheRuntime
import Linter

#if canImport(Darwin)
import Darwin
import MachO
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Where `lint` and `fix` keep what they have found out.
struct ResultCacheOptions: ParsableArguments {
  @Flag(help: "Look at everything anew, whatever RECACHE_CACHE_DIRECTORY and RECACHE_CACHE_SERVER say.")
  var noCache = false

  @Option(
    help: ArgumentHelp(
      "Where results are kept for later runs; the variable RECACHE_CACHE_DIRECTORY says it too.",
      valueName: "dir"),
    completion: .directory)
  var cacheDirectory: String?

  @Option(
    help: ArgumentHelp(
      """
      The Redis or Valkey server on which a team's machines share results, such as 'redis://host:6379'; the variable \
      RECACHE_CACHE_SERVER says it too, and RECACHE_CACHE_SECRET what authenticates results. Needs the trait SharedStore.
      """,
      valueName: "address"))
  var cacheServer: String?

  func validate() throws {
    if cacheServer != nil, noCache || cacheDirectory != nil {
      throw ValidationError("'--cache-server', '--cache-directory' and '--no-cache' exclude each other")
    }
    if noCache, cacheDirectory != nil {
      throw ValidationError("'--no-cache' and '--cache-directory' exclude each other")
    }
  }

  /// How many bytes all results together may have; the oldest go.
  private static let limit = 512 << 20

  /// The cache of a run, if somebody has named a place for it.
  /// - Throws: `UnusableCacheDirectory` or `UnusableCacheServer` for a place that somebody has named.
  func cache() throws -> ResultCache? {
    if noCache { return nil }
    // What the command line names goes before what the environment does.
    if let address = cacheServer ?? (cacheDirectory == nil ? Self.variable("RECACHE_CACHE_SERVER") : nil) {
      do {
        let store = try ResultStore.shared(at: address, secret: Self.variable("RECACHE_CACHE_SECRET"))
        // Machines have the same program where its bytes are the same; its number and time differ.
        return ResultCache(store: store, build: "\(Version.text) \(BuildIdentity.current)")
      } catch {
        throw UnusableCacheServer(reason: error)
      }
    }
    guard let build = Self.build else { return nil }
    let named = cacheDirectory ?? Self.variable("RECACHE_CACHE_DIRECTORY")
    guard let path = named else { return nil }
    let whole = path.hasPrefix("/") ? path : Terminal.workingDirectory + "/" + path
    if let fault = Self.prepare(whole) {
      throw UnusableCacheDirectory(path: path, reason: fault)
    }
    return ResultCache(store: DiskStore(path: whole, maxBytes: Self.limit), build: build)
  }

  private static func variable(_ name: String) -> String? {
    Terminal.environment(name).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Makes the directory. Returns what is wrong with it.
  private static func prepare(_ path: String) -> String? {
    var place = ""
    for part in path.split(separator: "/") {
      place += "/" + part
      if mkdir(place, 0o700) == 0 { continue }
      let fault = errno
      if fault != EEXIST, access(place, X_OK) != 0 { return String(cString: strerror(fault)) }
    }
    return access(path, W_OK | X_OK) == 0 ? nil : String(cString: strerror(errno))
  }

  /// What tells this program from every other build of it: results of another one do not count.
  private static var build: String? {
    var status = stat()
    #if canImport(Darwin)
    var size = UInt32(PATH_MAX)
    var path = [CChar](repeating: 0, count: Int(size))
    guard _NSGetExecutablePath(&path, &size) == 0, stat(path, &status) == 0 else { return nil }
    let written = status.st_mtimespec
    #else
    guard stat("/proc/self/exe", &status) == 0 else { return nil }
    let written = status.st_mtim
    #endif
    return "\(Version.text) \(status.st_size) \(status.st_ino) \(written.tv_sec).\(written.tv_nsec)"
  }
}

/// The named directory cannot be used.
struct UnusableCacheDirectory: Error, CustomStringConvertible {
  var path: String
  var reason: String

  var description: String { "error: the cache directory '\(path)' cannot be used: \(reason.lowercased())" }
}

/// The named server cannot be used; that it does not answer is no such error.
struct UnusableCacheServer: Error, CustomStringConvertible {
  var reason: ResultStoreError

  var description: String { "error: the cache server cannot be used: \(reason)" }
}
