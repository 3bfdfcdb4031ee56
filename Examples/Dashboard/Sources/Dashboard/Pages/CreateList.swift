import CacheRuntime
import Synchronization

extension Page {
  static let mutation = Page(
    "list", "Who changed my list?",
    "A resource is one object for everybody: what one session does to it, all others see. Data is a value of one's own. "
      + "Open this page in a private window beside this one and run both in turn.",
    caches: [
      ShownCache("createSharedList()", .resource, $createSharedList),
      ShownCache("createList()", .data, $createList),
      ShownCache("createSessionList()", .resource, $createSessionList, "a list for each session"),
    ]
  ) { _, guest in
    Show.row {
      _ = Ask.button("Run again", style: "primary")
      if Ask.button("Begin anew") {
        $createSharedList.clear()
        $createSessionList.clear()
      }
    }
    Show.text("You are session \(guest.name). Each run adds one to the first number of each list.")
    Show.columns {
      Show.card {
        Show.header("As a resource")
        Show.value("l[0] is", createSharedList().addOneToFirst())
        Show.text("It goes up for everybody: 2, 3, 4 …")
      }
      Show.card {
        Show.header("As data")
        var list = createList()
        list[0] += 1
        Show.value("list[0] is", list[0])
        Show.text("It is 2, whoever asks and however often.")
      }
      Show.card {
        Show.header("As a resource of the session")
        Show.value("mine[0] is", createSessionList().addOneToFirst())
        Show.text("It goes up for you alone, and goes when your session does.")
      }
    }
    Show.code(createListCode)
  }
}

/// A list that everybody who has it can change.
final class SharedList: Sendable {
  private let values: Mutex<[Int]>

  init(_ values: [Int]) { self.values = Mutex(values) }

  /// Adds one to the first number and gives the sum.
  func addOneToFirst() -> Int {
    values.withLock { values in
      values[0] += 1
      return values[0]
    }
  }
}

@CacheResource
func createSharedList() -> SharedList { SharedList([1, 2, 3]) }

@CacheData
func createList() -> [Int] { [1, 2, 3] }

@CacheResource(scope: .session)
func createSessionList() -> SharedList { SharedList([1, 2, 3]) }

private let createListCode = """
  @CacheResource
  func createSharedList() -> SharedList { SharedList([1, 2, 3]) }

  @CacheData
  func createList() -> [Int] { [1, 2, 3] }

  @CacheResource(scope: .session)
  func createSessionList() -> SharedList { SharedList([1, 2, 3]) }
  """
