import CacheRuntime
import Foundation

// A process beside the tests: what several of them do to one folder, and what is left when one is killed.

let arguments = Array(CommandLine.arguments.dropFirst())
switch (arguments.first, arguments.dropFirst().first) {
case ("keys", _): printKeys()
case ("hammer", let path?): try hammer(DiskStore(path: path), seed: UInt64(arguments.last ?? "") ?? 0)
case ("check", let path?): check(DiskStore(path: path))
case ("call", let path?):
  say("\(callOnce(DiskStore(path: path), arguments.dropFirst(2).map { Int($0) ?? 0 }))")
case ("coordinate", let path?): await coordinate(DiskStore(path: path), log: arguments.last ?? "")
case ("hold", let path?): try hold(DiskStore(path: path))
case ("fill", let path?): fill(path)
case ("readOnly", let path?): readOnly(path)
default:
  FileHandle.standardError.write(Data("usage: CacheWorker COMMAND [FOLDER …]\n".utf8))
  exit(64)
}
