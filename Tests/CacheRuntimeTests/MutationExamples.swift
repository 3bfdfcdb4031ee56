#if Macros
import CacheRuntime
import Synchronization
import Testing

/// The guide's two examples of mutation: the dropped column, and the users who see 2, 3 and 4.
@Suite("The guide's mutation examples") struct MutationExamples {
  // Row C05: the second run misses the column that the first one dropped.
  @Test func droppedColumnIsGoneFromAResource() {
    #expect(MutationDemo.sharedTable().drop("Lat"))
    #expect(!MutationDemo.sharedTable().drop("Lat"))
  }

  // Rows C04 and C12: every run has its own copy, the first one too.
  @Test func droppedColumnComesBackWithData() {
    for _ in 0..<3 {
      var table = MutationDemo.table()
      #expect(table.removeValue(forKey: "Lat") == [40.7, 40.8])
      #expect(table["Lon"] == [-73.9, -74.0])
    }
  }

  // Row C04 for a class: a Codable one is copied, so that changing one copy changes no other.
  @Test func codableClassIsCopiedForEveryCaller() throws {
    let first = try MutationDemo.notebook()
    first.pages.removeAll()
    let second = try MutationDemo.notebook()
    #expect(first !== second)
    #expect(second.pages == ["one", "two"])
    second.pages.append("three")
    #expect(try MutationDemo.notebook().pages == ["one", "two"])
  }

  // Row Z09: users A, B and A again share one list.
  @Test func usersOfAResourceSeeTwoThreeFour() {
    #expect((0..<3).map { _ in MutationDemo.sharedList().increment() } == [2, 3, 4])
  }

  // Row Z09: with data each sees 2.
  @Test func usersOfDataSeeTwoEach() {
    let seen = (0..<3).map { _ in
      var list = MutationDemo.ownList()
      list[0] += 1
      return list[0]
    }
    #expect(seen == [2, 2, 2])
  }
}

/// The functions of the examples, each called by one test only.
enum MutationDemo {
  final class Table: Sendable {
    private let columns = Mutex<[String: [Double]]>(["Lat": [40.7, 40.8], "Lon": [-73.9, -74.0]])

    /// Removes a column; false if there is none.
    func drop(_ name: String) -> Bool { columns.withLock { $0.removeValue(forKey: name) != nil } }
  }

  final class Notebook: Codable {
    var pages = ["one", "two"]
  }

  final class SharedList: Sendable {
    private let numbers = Mutex([1, 2, 3])

    func increment() -> Int {
      numbers.withLock {
        $0[0] += 1
        return $0[0]
      }
    }
  }

  @CacheResource static func sharedTable() -> Table { Table() }
  @CacheData static func table() -> [String: [Double]] { ["Lat": [40.7, 40.8], "Lon": [-73.9, -74.0]] }
  @CacheData static func notebook() throws -> Notebook { Notebook() }
  @CacheResource static func sharedList() -> SharedList { SharedList() }
  @CacheData static func ownList() -> [Int] { [1, 2, 3] }
}
#endif
