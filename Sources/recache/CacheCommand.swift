import ArgumentParser
import CacheRuntime

/// `recache cache`: what the cache keeps on disk.
struct CacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache",
    abstract: "Look into what cached functions keep on disk, verify it, and clear it.",
    discussion: """
      Without '--in', every store of this user's programs is meant: those in '$XDG_CACHE_HOME/CacheRuntime', or in the
      platform's cache directory. Exit status 1 when 'verify' finds damage, 2 when a store cannot be read.

      EXAMPLES
        recache cache list
        recache cache show 'rides(in:limit:)' --in ~/.cache/CacheRuntime/App
        recache cache verify --remove
        recache cache clear 'rides(in:limit:)'
        recache cache clear --all --in build/cache
      """,
    subcommands: [
      CacheListCommand.self, CacheShowCommand.self, CacheVerifyCommand.self, CacheClearCommand.self,
    ])
}

/// Which stores are meant, and how they are shown.
struct CacheStoreOptions: ParsableArguments {
  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("A store, or a folder with stores; without it, all of this user's.", valueName: "dir"),
    completion: .directory)
  var directory: String?

  @Option(help: "How it is printed.")
  var format: RunOptions.Format = .text

  /// The stores there are.
  ///
  /// - Throws: the end of the program, for a folder that was named and has none.
  func stores() throws -> [String] {
    if let directory {
      let stores = DiskInventory.stores(in: directory)
      guard stores.isEmpty else { return stores }
      Terminal.standardError.write("error: \(CacheText.missingStore(in: directory))\n")
      throw ExitCode(ExitStatus.incomplete)
    }
    guard let parent = DiskStore.defaultParent else {
      Terminal.standardError.write("error: there is no cache directory; name a folder with '--in'\n")
      throw ExitCode(ExitStatus.incomplete)
    }
    let stores = DiskInventory.stores(in: parent)
    if stores.isEmpty {
      // Nothing was asked for by name, so nothing is wrong, and a reader of JSON sees an empty list.
      Terminal.standardError.write("note: \(CacheText.missingStore(in: parent))\n")
    }
    return stores
  }

  /// Looks into every store; what cannot be read is said, and the others go on.
  ///
  /// - Returns: what `body` made of those that could be read, and whether that is all of them.
  func inspect<Result>(_ body: (DiskInventory) throws -> Result) throws -> (found: [Result], isWhole: Bool) {
    var found: [Result] = []
    var isWhole = true
    for store in try stores() {
      do {
        found.append(try body(DiskInventory(path: store)))
      } catch {
        isWhole = false
        Terminal.standardError.write("\(store): error: \(error)\n")
      }
    }
    return (found, isWhole)
  }
}
