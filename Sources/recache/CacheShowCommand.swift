import ArgumentParser
import CacheRuntime
import Rules

/// `recache cache show`: the entries of functions.
struct CacheShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show the entries of a function, the newest first.")

  @ArgumentParser.Argument(help: "A function with its labels, with or without its module.")
  var function: String

  @OptionGroup var options: CacheStoreOptions

  func run() throws {
    let now = WallClock().now()
    let (stores, isWhole) = try options.inspect { store in
      let functions = try CacheText.functions(named: function, in: store.functions(at: now))
      return (
        path: store.path,
        functions: try functions.map { (function: $0, entries: try store.entries(of: $0.digest)) }
      )
    }
    let found = stores.filter { !$0.functions.isEmpty }
    if found.isEmpty {
      if isWhole { Terminal.standardError.write("error: no store has results of '\(function)'\n") }
      throw ExitCode(ExitStatus.incomplete)
    }
    switch options.format {
    case .text:
      for store in found {
        for (function, entries) in store.functions {
          Terminal.standardOutput.write("\(store.path): \(function.module).\(function.name)\n")
          let rows = entries.map { entry in
            [
              String(entry.key.description.prefix(16)), CacheText.bytes(entry.bytes),
              CacheText.age(entry.created, now), CacheText.left(entry.expires, now),
              entry.file == nil ? "database" : "file",
            ]
          }
          Terminal.standardOutput.write(
            CacheText.table([["key", "bytes", "age", "expires in", "lies in"]] + rows, rightFrom: 1))
        }
      }
    case .json:
      let functions = found.flatMap { store in
        store.functions.map { function, entries in
          CacheText.json(function, now).adding([
            "store": .string(store.path), "contents": .array(entries.map { CacheText.json($0, now) }),
          ])
        }
      }
      Terminal.standardOutput.write(
        JSONText.object(["version": .number(1), "functions": .array(functions)]).text)
    }
    throw ExitCode(isWhole ? ExitStatus.clean : ExitStatus.incomplete)
  }
}
