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
  @Flag(help: "Look at everything anew, whatever RECACHE_CACHE_DIRECTORY says.")
  var noCache = false

  @Option(
    help: ArgumentHelp(
      "Where results are kept for later runs; the variable RECACHE_CACHE_DIRECTORY says it too.",
      valueName: "dir"),
    completion: .directory)
  var cacheDirectory: String?

  func validate() throws {
    if noCache, cacheDirectory != nil {
      throw ValidationError("'--no-cache' and '--cache-directory' exclude each other")
    }
  }

  /// How many bytes all results together may have; the oldest go.
  private static let limit = 512 << 20

  /// The cache of a run, if somebody has named a place for it.
  /// - Throws: `UnusableCacheDirectory` for a directory that somebody has named.
  func cache() throws -> ResultCache? {
    guard !noCache, let build = Self.build else { return nil }
    let named =
      cacheDirectory ?? Terminal.environment("RECACHE_CACHE_DIRECTORY").flatMap { $0.isEmpty ? nil : $0 }
    guard let path = named else { return nil }
    let whole = path.hasPrefix("/") ? path : Terminal.workingDirectory + "/" + path
    if let fault = Self.prepare(whole) {
      throw UnusableCacheDirectory(path: path, reason: fault)
    }
    return ResultCache(store: DiskStore(path: whole, maxBytes: Self.limit), build: build)
  }

  /// Makes the directory. Returns what is wrong with it.
  private static func prepare(_ path: String) -> String? {
    var place = ""
    for part in path.split(separator: "/") {
      place += "/" + part
      if mkdir(place, 0o700) != 0, errno != EEXIST, access(place, X_OK) != 0 {
        return String(cString: strerror(errno))
      }
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
