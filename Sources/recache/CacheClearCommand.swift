import ArgumentParser
import CacheRuntime
import Rules

/// `recache cache clear`: takes results of functions, or all, from disk.
struct CacheClearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clear", abstract: "Take the results of functions from disk, or all of them.")

  @ArgumentParser.Argument(help: "Functions with their labels, with or without their modules.")
  var functions: [String] = []

  @Flag(help: "The results of all functions.")
  var all = false

  @OptionGroup var options: CacheStoreOptions

  func validate() throws {
    if functions.isEmpty != all { throw ValidationError("name functions, or say '--all'") }
  }

  func run() throws {
    let now = WallClock().now()
    var missing = Set(functions)
    let (cleared, isWhole) = try options.inspect { inventory in
      let held = try inventory.functions(at: now)
      var chosen: [StoredFunction] = all ? held : []
      for name in functions {
        let found = CacheText.functions(named: name, in: held)
        if !found.isEmpty { missing.remove(name) }
        chosen += found.filter { !chosen.contains($0) }
      }
      let store = DiskStore(path: inventory.path)
      if all { try store.remove(.everything) }
      for function in chosen where !all {
        try store.remove(
          .function(
            StoreFunction(
              digest: function.digest, module: function.module, name: function.name, kind: function.kind)))
      }
      return (path: inventory.path, entries: chosen.reduce(0) { $0 + $1.entries })
    }
    switch options.format {
    case .text:
      for store in cleared where all || store.entries > 0 {
        Terminal.standardOutput.write(
          "\(store.path): "
            + (store.entries == 0 ? "nothing to clear" : "cleared \(CacheText.entries(store.entries))") + "\n"
        )
      }
    case .json:
      let stores = cleared.map {
        JSONText.object(["path": .string($0.path), "cleared": .number($0.entries)])
      }
      Terminal.standardOutput.write(
        JSONText.object(["version": .number(1), "stores": .array(stores)]).text)
    }
    for name in missing.sorted() {
      Terminal.standardError.write("error: no store has results of '\(name)'\n")
    }
    throw ExitCode(isWhole && missing.isEmpty ? ExitStatus.clean : ExitStatus.incomplete)
  }
}
