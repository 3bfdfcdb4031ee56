#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// What the system says of the files of a run without their being read: that they are as they were.
///
/// A file that was written has another size, number or time of change, and no program can set the latter. The one
/// exception is a file that is written twice within the grain of the system's clock: so a state with a time as young
/// as that stands for nothing.
package struct FileStates {
  /// Differs where the paths do, or anything in the state of one of the files.
  let digest: String

  /// From this age on a time of change is not met again by a later write; the coarsest file system counts two seconds.
  static let settled: Duration = .seconds(3)

  /// - Parameters:
  ///   - scope: The files that are linted, and those around them.
  ///   - now: The time of the system's clock, since 1970.
  /// - Returns: `nil` where the system cannot tell: a file is unsaved, missing, or was changed a moment ago.
  init?(_ scope: LintScope, now: Duration, _ pool: WorkerPool) {
    let linted = scope.linted
    guard scope.problems.isEmpty, !linted.isEmpty, !linted.contains(where: { $0.unsaved != nil }) else {
      return nil
    }
    let all = linted + scope.beside()
    let statuses = pool.map(all) { try? FileStatus(of: $0.canonical) }
    var content = ContentDigest()
    content.add("\(linted.count) of \(all.count)")
    content.add(Self.machine)
    for (path, status) in zip(all, statuses) {
      guard let status, status.kind == .file, status.changed < now - Self.settled,
        status.modified < now - Self.settled
      else { return nil }
      content.add(path.shown)
      content.add(path.canonical)
      content.add(
        [
          UInt64(bitPattern: Int64(status.size)), status.device, status.number, status.modified.nanoseconds,
          status.changed.nanoseconds,
        ])
    }
    digest = content.text
  }

  /// Numbers and times of files are those of one machine; a store may be shared by several.
  private static var machine: [UInt64] {
    var name = [CChar](repeating: 0, count: 256)
    guard gethostname(&name, name.count - 1) == 0 else { return [] }
    return name.map { UInt64(UInt8(bitPattern: $0)) }
  }

  /// The time of the clock by which the system notes changes.
  package static var now: Duration {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Duration(time)
  }
}

extension Duration {
  init(_ time: timespec) { self = .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec) }

  fileprivate var nanoseconds: UInt64 {
    let (seconds, attoseconds) = components
    return UInt64(bitPattern: seconds &* 1_000_000_000 &+ attoseconds / 1_000_000_000)
  }
}
