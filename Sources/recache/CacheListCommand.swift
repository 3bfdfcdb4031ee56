import ArgumentParser
import CacheRuntime
import Rules

/// `recache cache list`: which functions have how much on disk.
struct CacheListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the functions that have results on disk: entries, bytes, ages.")

  @OptionGroup var options: CacheStoreOptions

  func run() throws {
    let now = WallClock().now()
    let (stores, isWhole) = try options.inspect { store in
      (path: store.path, functions: try store.functions(at: now))
    }
    switch options.format {
    case .text:
      for store in stores { Terminal.standardOutput.write(Self.text(store.path, store.functions, now)) }
    case .json:
      let stores = stores.map { store in
        JSONText.object([
          "path": .string(store.path),
          "functions": .array(store.functions.map { CacheText.json($0, now) }),
        ])
      }
      Terminal.standardOutput.write(
        JSONText.object(["version": .number(1), "stores": .array(stores)]).text)
    }
    throw ExitCode(isWhole ? ExitStatus.clean : ExitStatus.incomplete)
  }

  private static func text(_ path: String, _ functions: [StoredFunction], _ now: Int64) -> String {
    let heads = ["function", "kind", "entries", "expired", "bytes", "oldest", "newest"]
    let rows = functions.map { function in
      [
        "\(function.module).\(function.name)", function.kind.rawValue, "\(function.entries)",
        "\(function.expired)", CacheText.bytes(function.bytes), CacheText.age(function.oldest, now),
        CacheText.age(function.newest, now),
      ]
    }
    let sum = functions.reduce(0) { $0 + $1.bytes }
    let count = functions.reduce(0) { $0 + $1.entries }
    return "\(path): \(CacheText.entries(count)), \(CacheText.bytes(sum))\n"
      + (rows.isEmpty ? "" : CacheText.table([heads] + rows, rightFrom: 2))
  }
}
