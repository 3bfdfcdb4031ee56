import CacheRuntime
import GRDB

extension Page {
  static let legacy = Page(
    "legacy", "The old cache",
    "One catch-all that shares what it returns. It still works, says which of the two new ones to take instead, and warns "
      + "when a shared value was changed. The recache command makes the change for you.",
    caches: [
      ShownCache("legacyTotals()", .legacy, $legacyTotals),
      ShownCache("legacyConnection()", .legacy, $legacyConnection),
      ShownCache("legacyList()", .legacy, $legacyList, "a list for each session"),
    ]
  ) { _, _ in
    Show.code(legacyCode)
    try Show.card {
      Show.value("legacyTotals()", "\(legacyTotals())")
      let version = try legacyConnection().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }
      Show.value("legacyConnection()", "SQLite \(version ?? "–")")
      let list = legacyList()
      Show.value("legacyList().values", "\(list.values)")
      Show.row {
        if Ask.button("Change the shared list", style: "primary") { list.append(list.values.count + 1) }
        if Ask.button("Forget all three") {
          $legacyTotals.clear()
          $legacyConnection.clear()
          $legacyList.clear()
        }
      }
    }
    Show.header("What the cache said")
    Show.log(SaidByCache.shared.lines.filter { $0.message.contains("legacy") })
  }
}

/// A list that is shared by whoever gets it.
///
/// The old cache looks into what it returned to see whether somebody changed it; it leaves alone what has a lock, which may
/// be changing just then. So there is none here, and each session has a list of its own: it runs this page once at a time.
final class LegacyList: @unchecked Sendable {
  private(set) var values: [Int]

  init(_ values: [Int]) { self.values = values }

  func append(_ value: Int) { values.append(value) }
}

@cache
func legacyTotals() -> [Int] { [4_000, 4_312, 3_987] }

@cache(allowOutputMutation: true)
func legacyConnection() throws -> DatabaseQueue { try DatabaseQueue() }

@cache(showSpinner: false, scope: .session)
func legacyList() -> LegacyList { LegacyList([1, 2, 3]) }

private let legacyCode = """
  @cache
  func legacyTotals() -> [Int] { [4_000, 4_312, 3_987] }

  @cache(allowOutputMutation: true)
  func legacyConnection() throws -> DatabaseQueue {
    try DatabaseQueue()
  }

  @cache(showSpinner: false, scope: .session)
  func legacyList() -> LegacyList { LegacyList([1, 2, 3]) }
  """
