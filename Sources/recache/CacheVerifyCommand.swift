import ArgumentParser
import CacheRuntime
import Rules

/// `recache cache verify`: whether everything on disk is what was written.
struct CacheVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Read every entry and hold it against its digest; exit status 1 when one is damaged.")

  @Flag(help: "Take out what is damaged, and files that no entry names.")
  var remove = false

  @OptionGroup var options: CacheStoreOptions

  func run() throws {
    let now = WallClock().now()
    let (stores, isWhole) = try options.inspect { store in
      let names = Dictionary(
        try store.functions(at: now).map { ($0.digest, "\($0.module).\($0.name)") }, uniquingKeysWith: { $1 })
      let found = try store.verify()
      if remove { try DiskStore(path: store.path).remove(damaged: found) }
      return (path: store.path, names: names, found: found)
    }
    switch options.format {
    case .text:
      for store in stores {
        for damage in store.found.damaged {
          let name = store.names[damage.entry.function] ?? "\(damage.entry.function)"
          Terminal.standardOutput.write(
            "\(store.path): \(name): \(damage.entry.key.description.prefix(16)): \(damage.problem)\n")
        }
        let removed = remove && !store.found.damaged.isEmpty ? ", removed" : ""
        Terminal.standardOutput.write(
          "\(store.path): \(CacheText.entries(store.found.entries)), \(store.found.damaged.count) damaged\(removed), "
            + "\(store.found.orphans.count) files without an entry\n")
      }
    case .json:
      let stores = stores.map { store in
        JSONText.object([
          "path": .string(store.path), "entries": .number(store.found.entries),
          "damaged": .array(
            store.found.damaged.map { damage in
              CacheText.json(damage.entry, now).adding([
                "function": store.names[damage.entry.function].map { .string($0) },
                "problem": .string(damage.problem),
              ])
            }),
          "orphans": .array(store.found.orphans.map { .string($0) }), "removed": .boolean(remove),
        ])
      }
      Terminal.standardOutput.write(
        JSONText.object(["version": .number(1), "stores": .array(stores)]).text)
    }
    let isSound = stores.allSatisfy(\.found.damaged.isEmpty)
    throw ExitCode(!isWhole ? ExitStatus.incomplete : isSound ? ExitStatus.clean : ExitStatus.findings)
  }
}
