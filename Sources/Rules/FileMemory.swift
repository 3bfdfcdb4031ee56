import SwiftSyntax
import Synchronization

/// What one rule has found out about a file, kept for the others that ask the same.
final class FileMemory: Sendable {
  private let file: SyntaxIdentifier
  private let uses = Mutex<[CacheUse]?>(nil)
  private let migrations = Mutex<[Migration]?>(nil)

  init(of file: SourceFile) { self.file = file.tree.id }

  func uses(in file: SourceFile, _ find: () -> [CacheUse]) -> [CacheUse] {
    remembered(uses, of: file, find)
  }

  func migrations(in file: SourceFile, _ find: () -> [Migration]) -> [Migration] {
    remembered(migrations, of: file, find)
  }

  private func remembered<Found: Sendable>(
    _ memory: borrowing Mutex<Found?>, of file: SourceFile, _ find: () -> Found
  ) -> Found {
    guard file.tree.id == self.file else { return find() }
    if let known = memory.withLock({ $0 }) { return known }
    let found = find()
    memory.withLock { $0 = found }
    return found
  }
}
