import CacheRuntime
import Foundation
import Testing

/// `recache cache` over stores that this process has made.
struct CacheCommandTests {
  private static func store(_ directory: TemporaryDirectory, _ name: String = "store") throws -> DiskStore {
    let store = DiskStore(path: "\(directory.path)/\(name)")
    for (name, count) in [("rides(in:)", 2), ("prices(of:)", 1)] {
      let function = StoreFunction(
        digest: StoreDigest(of: name.utf8), module: "App", name: name, kind: .data)
      for index in 0..<count {
        // The first lies in a file.
        let value = [UInt8](repeating: 7, count: index == 0 ? 100_000 : 10)
        let entry = StoredEntry(
          value: StoredBytes(value), shape: StoreDigest(of: "shape".utf8),
          created: store.now - 262_800_000_000_000)
        try store.write(
          entry, for: StoreKey(function: function, digest: StoreDigest(of: "\(name) \(index)".utf8)))
      }
    }
    return store
  }

  @Test func listsFunctions() throws {
    let directory = try TemporaryDirectory([:])
    _ = try Self.store(directory)
    let run = try Program.run(["cache", "list", "--in", "store"], in: directory.path)
    #expect(run.status == 0 && run.errors == "")
    #expect(
      run.output == """
        store: 3 entries, 200.6 kB
          function         kind  entries  expired     bytes  oldest  newest
          App.prices(of:)  data        1        0  100.2 kB     3 d     3 d
          App.rides(in:)   data        2        0  100.4 kB     3 d     3 d

        """)
  }

  @Test func listsAllStoresOfTheUser() throws {
    let directory = try TemporaryDirectory([:])
    _ = try Self.store(directory, "CacheRuntime/one")
    _ = try Self.store(directory, "CacheRuntime/two")
    let run = try Program.run(
      ["cache", "list", "--format", "json"], in: directory.path,
      environment: ["XDG_CACHE_HOME": directory.path])
    #expect(run.status == 0 && run.errors == "")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let stores = try #require(object["stores"] as? [[String: Any]])
    #expect(
      stores.map { $0["path"] as? String }
        == ["\(directory.path)/CacheRuntime/one", "\(directory.path)/CacheRuntime/two"])
    let functions = try #require(stores[0]["functions"] as? [[String: Any]])
    #expect(functions.map { $0["entries"] as? Int } == [1, 2])
    #expect(functions.map { $0["name"] as? String } == ["prices(of:)", "rides(in:)"])
  }

  @Test func showsEntries() throws {
    let directory = try TemporaryDirectory([:])
    _ = try Self.store(directory)
    let run = try Program.run(["cache", "show", "rides(in:)", "--in", "store"], in: directory.path)
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.hasPrefix("store: App.rides(in:)\n"))
    #expect(run.output.split(separator: "\n").count == 4)
    #expect(run.output.contains("database") && run.output.contains("file"))
    let json = try Program.run(
      ["cache", "show", "App.rides(in:)", "--in", "store", "--format", "json"], in: directory.path)
    #expect(json.status == 0 && json.output.contains("\"contents\""))
    let none = try Program.run(["cache", "show", "none()", "--in", "store"], in: directory.path)
    #expect(none.status == 2 && none.errors == "error: no store has results of 'none()'\n")
  }

  @Test func verifiesAndRemovesDamage() throws {
    let directory = try TemporaryDirectory([:])
    let store = try Self.store(directory)
    let sound = try Program.run(["cache", "verify", "--in", "store"], in: directory.path)
    #expect(sound.status == 0)
    #expect(sound.output == "store: 3 entries, 0 damaged, 0 files without an entry\n")
    let values = "\(store.path)/values"
    let file = try #require(try FileManager.default.contentsOfDirectory(atPath: values).min())
    try Data([1, 2, 3]).write(to: URL(filePath: "\(values)/\(file)"))
    let damaged = try Program.run(["cache", "verify", "--in", "store"], in: directory.path)
    #expect(damaged.status == 1)
    #expect(damaged.output.contains("the entry is truncated"))
    #expect(damaged.output.hasSuffix("store: 3 entries, 1 damaged, 0 files without an entry\n"))
    // A look changes nothing.
    #expect(try Program.run(["cache", "verify", "--in", "store"], in: directory.path).status == 1)
    let removed = try Program.run(["cache", "verify", "--remove", "--in", "store"], in: directory.path)
    #expect(removed.status == 1 && removed.output.contains("1 damaged, removed"))
    let after = try Program.run(["cache", "verify", "--in", "store", "--format", "json"], in: directory.path)
    #expect(after.status == 0 && after.output.contains("\"entries\": 2"))
  }

  @Test func clears() throws {
    let directory = try TemporaryDirectory(["store/notes.txt": "mine"])
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o700], ofItemAtPath: "\(directory.path)/store")
    let store = try Self.store(directory)
    let one = try Program.run(["cache", "clear", "prices(of:)", "--in", "store"], in: directory.path)
    #expect(one.status == 0 && one.output == "store: cleared 1 entry\n")
    #expect(try store.functions().map(\.name) == ["rides(in:)"])
    let none = try Program.run(["cache", "clear", "prices(of:)", "--in", "store"], in: directory.path)
    #expect(none.status == 2 && none.errors == "error: no store has results of 'prices(of:)'\n")
    let all = try Program.run(["cache", "clear", "--all", "--in", "store"], in: directory.path)
    #expect(all.status == 0 && all.output == "store: cleared 2 entries\n")
    #expect(try store.functions().isEmpty)
    #expect(try directory.read("store/notes.txt") == "mine")
    let again = try Program.run(["cache", "clear", "--all", "--in", "store"], in: directory.path)
    #expect(again.status == 0 && again.output == "store: nothing to clear\n")
    let list = try Program.run(["cache", "list", "--in", "store"], in: directory.path)
    #expect(list.status == 0 && list.output == "store: 0 entries, 0 B\n")
  }

  @Test("a function is cleared in the stores that have it, and the others are not talked about")
  func clearsInSeveralStores() throws {
    let directory = try TemporaryDirectory([:])
    _ = try Self.store(directory, "stores/one")
    try Self.store(directory, "stores/two").remove(.everything)
    let run = try Program.run(
      ["cache", "clear", "rides(in:)", "--in", "stores", "--format", "json"], in: directory.path)
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.contains("\"cleared\": 2") && run.output.contains("\"cleared\": 0"))
    let text = try Program.run(["cache", "clear", "prices(of:)", "--in", "stores"], in: directory.path)
    #expect(text.status == 0 && text.output == "stores/one: cleared 1 entry\n")
  }

  @Test(
    "where no program has stored anything, that is said and is no error",
    arguments: [["list"], ["verify"], ["clear", "--all"]])
  func nothingStored(_ command: [String]) throws {
    let directory = try TemporaryDirectory(["cache/CacheRuntime/notes.txt": "mine"])
    for (cache, note) in [
      ("none", "there is no folder '\(directory.path)/none/CacheRuntime', so nothing is stored there"),
      (
        "cache",
        "there is no store in '\(directory.path)/cache/CacheRuntime' nor right below it; a store has a file 'entries-1.sqlite'"
      ),
    ] {
      let environment = ["XDG_CACHE_HOME": "\(directory.path)/\(cache)"]
      let text = try Program.run(["cache"] + command, in: directory.path, environment: environment)
      #expect(text.status == 0 && text.output == "" && text.errors == "note: \(note)\n")
      let json = try Program.run(
        ["cache"] + command + ["--format", "json"], in: directory.path, environment: environment)
      #expect(json.status == 0 && json.errors == "note: \(note)\n")
      let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
      #expect((object?["stores"] as? [Any])?.isEmpty == true)
    }
    #expect(
      try FileManager.default.subpathsOfDirectory(atPath: directory.path).sorted()
        == ["cache", "cache/CacheRuntime", "cache/CacheRuntime/notes.txt"])
  }

  @Test(
    "a store that others can write is looked at and not written to",
    arguments: [["clear", "--all"], ["verify", "--remove"]])
  func othersCanWrite(_ command: [String]) throws {
    let directory = try TemporaryDirectory([:])
    let store = try Self.store(directory)
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: store.path)
    #expect(try Program.run(["cache", "list", "--in", "store"], in: directory.path).status == 0)
    let run = try Program.run(["cache"] + command + ["--in", "store"], in: directory.path)
    #expect(run.status == 2 && run.output == "")
    #expect(
      run.errors
        == "store: error: 'store' belongs to another user or can be written by others; a store needs a folder of its own, of mode 0700\n"
    )
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: store.path)
    #expect(try store.functions().count == 2)
  }

  /// Arguments, the status, and the beginning of standard error.
  @Test(arguments: [
    (["cache", "list", "--in", "none"], 2, "error: there is no folder 'none', so nothing is stored there\n"),
    (
      ["cache", "verify", "--in", "none"], 2, "error: there is no folder 'none', so nothing is stored there\n"
    ),
    (
      ["cache", "clear", "--all", "--in", "none"], 2,
      "error: there is no folder 'none', so nothing is stored there\n"
    ),
    (["cache", "clear", "--all", "--in", "file"], 2, "error: 'file' is no folder, and a store is one\n"),
    (["cache", "clear", "--all", "--in", "."], 2, "./bad: error: "),
    (
      ["cache", "clear", "--all", "--in", "other"], 2,
      "error: there is no store in 'other' nor right below it; a store has a file 'entries-1.sqlite'\n"
    ),
    (["cache", "clear", "--all", "--in", "bad"], 2, "bad: error: "),
    (["cache", "list", "--in", "bad"], 2, "bad: error: "),
    (["cache", "clear"], 64, "Error: name functions, or say '--all'"),
    (["cache", "clear", "a()", "--all"], 64, "Error: name functions, or say '--all'"),
    (["cache", "show"], 64, "Error: Missing expected argument"),
  ]) func errors(arguments: [String], status: Int32, errors: String) throws {
    let directory = try TemporaryDirectory([
      "bad/entries-1.sqlite": String(repeating: "x", count: 9_000), "file": "", "other/notes.txt": "mine",
    ])
    let run = try Program.run(arguments, in: directory.path)
    #expect(run.status == status)
    #expect(run.errors.hasPrefix(errors), "\(run.errors)")
    #expect(run.output == "")
    #expect(try directory.read("bad/entries-1.sqlite").count == 9_000)
  }
}
