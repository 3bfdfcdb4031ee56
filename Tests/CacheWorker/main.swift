import CacheRuntime
import Foundation

// A process beside the tests: what several of them do to one folder, and what is left when one is killed.

/// A store on disk, or with the trait `SharedStore` on the server of this address.
func store(at place: String) throws -> any CacheStore {
  #if SharedStore
  if place.contains("://") {
    var options = SharedStoreOptions()
    options.leaseTime = .seconds(2)
    return try SharedStore(url: place, options)
  }
  #endif
  return DiskStore(path: place)
}

let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.dropFirst().first) {
case ("keys", _): printKeys()
case ("facts", _): printFacts()
case ("hammer", let path?): try hammer(store(at: path), seed: UInt64(arguments.last ?? "") ?? 0)
case ("check", let path?): check(try store(at: path))
case ("call", let path?):
  let runs = callOnce(try store(at: path), arguments.dropFirst(2).map { Int($0) ?? 0 })
  say("\(runs)")
case ("coordinate", let path?): await coordinate(try store(at: path), log: arguments.last ?? "")
case ("hold", let path?): try hold(store(at: path))
case ("fill", let path?): fill(path)
case ("readOnly", let path?): readOnly(path)
default:
  FileHandle.standardError.write(Data("usage: CacheWorker COMMAND [FOLDER …]\n".utf8))
  exit(64)
}
