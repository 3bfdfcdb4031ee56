import Dispatch
import Foundation

// Contents of up to a leaf have their SHA-256. Of longer ones every leaf has one, and the digest is SHA-256 over all of
// those: a tree of one level, whose leaves several cores can make, each next to moving the bytes of its leaf. The number of
// bytes says which of the two a digest is; it stands in the head beside it, under the head's own digest.

/// The digest of contents, which several cores make of large ones while they move them.
enum ContentDigest {
  /// Bytes that one core moves and hashes in turn, so that they are still near when they are needed again.
  static let leaf = 1 << 18
  /// Leaves that are worth another core: to wake one takes as long as hashing some tens of kilobytes.
  private static let leavesForACore = 4
  /// The most cores that one value takes.
  private static let mostCores = 4

  /// The digest of bytes in memory.
  ///
  /// - Complexity: O(*n*) in the number of bytes, divided among up to four cores.
  static func of(_ bytes: UnsafeRawBufferPointer) -> StoreDigest {
    // Read by several threads, until `of` returns.
    nonisolated(unsafe) let bytes = bytes
    return of(bytes.count) { StoreDigest(of: UnsafeRawBufferPointer(rebasing: bytes[$0])) }
  }

  /// The digest of so many bytes, of which `body` brings a leaf to its place and hashes it.
  ///
  /// - Parameter body: Called once for each leaf, several at once and in no order; for no more of them after it has thrown.
  static func of<E: Error>(
    _ count: Int, _ body: @Sendable (Range<Int>) throws(E) -> StoreDigest
  ) throws(E) -> StoreDigest {
    guard count > leaf else { return try body(0..<count) }
    let leaves = (count + leaf - 1) / leaf
    let progress = Guarded(Progress<E>(leaves))
    @Sendable func work(_: Int) {
      while let index = progress.withLock({ $0.next() }) {
        let result = Result { () throws(E) in try body(index * leaf..<min((index + 1) * leaf, count)) }
        progress.withLock { $0.note(result, index) }
      }
    }
    let cores = min(ProcessInfo.processInfo.activeProcessorCount, leaves / leavesForACore, mostCores)
    // This thread is one of those that work, so it goes on where no other is to be had.
    if cores > 1 { DispatchQueue.concurrentPerform(iterations: cores, execute: work) } else { work(0) }
    return try progress.withLock { $0.result }.get()
  }

  /// Which leaves are done.
  private struct Progress<E: Error> {
    private var digests: [UInt8]
    private var started = 0
    private var failure: E?

    init(_ leaves: Int) { digests = Array(repeating: 0, count: leaves * StoreDigest.size) }

    mutating func next() -> Int? {
      guard failure == nil, started < digests.count / StoreDigest.size else { return nil }
      defer { started += 1 }
      return started
    }

    mutating func note(_ result: Result<StoreDigest, E>, _ index: Int) {
      switch result {
      case .success(let digest):
        let start = index * StoreDigest.size
        digests.replaceSubrange(start..<start + StoreDigest.size, with: digest.bytes)
      case .failure(let error): failure = failure ?? error
      }
    }

    /// The digest of all leaves, or the first error.
    var result: Result<StoreDigest, E> {
      if let failure { return .failure(failure) }
      return .success(digests.withUnsafeBytes { StoreDigest(of: $0) })
    }
  }
}
