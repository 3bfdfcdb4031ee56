import CacheRuntime
import Synchronization

/// One session: a browser, with the pages it has opened and the results that are its own.
package final class Guest: Sendable {
  /// Holds the results of functions with `scope: .session`.
  package let cache = CacheSession()
  /// How the pages call the session.
  package let name: String
  private let runners = Mutex<[String: PageRunner]>([:])
  private let requests: Mutex<TokenBucket>

  /// A guest that has opened nothing yet.
  package init(name: String, requests: TokenBucket) {
    self.name = name
    self.requests = Mutex(requests)
  }

  /// The runner of a page.
  package func runner(of page: String, make: () -> PageRunner) -> PageRunner {
    runners.withLock { runners in
      if let runner = runners[page] { return runner }
      let new = make()
      runners[page] = new
      return new
    }
  }

  /// Whether the session may ask for something now.
  package func mayAsk(now: Duration) -> Bool { requests.withLock { $0.take(now: now) } }

  /// Ends all pages and releases the session's results.
  package func leave() {
    let all = runners.withLock { runners in
      defer { runners = [:] }
      return Array(runners.values)
    }
    for runner in all { runner.end() }
    cache.end()
  }
}
