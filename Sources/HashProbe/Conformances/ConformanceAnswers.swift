import Synchronization

/// Answers to questions of conformance, for as long as the index and the rules that they rest on stay as they are.
///
/// Every type of a run asks for the same few others again and again; each is asked once.
package final class ConformanceAnswers: Sendable {
  /// What an answer depends on besides the question.
  struct Circumstances: Hashable {
    var module: String?
    var assumptions: Set<Assumption>
  }

  /// The answers under the same circumstances.
  final class Page: Sendable {
    private let settled = Mutex<[Assumption: Conformance]>([:])

    subscript(question: Assumption) -> Conformance? {
      get { settled.withLock { $0[question] } }
      set { settled.withLock { $0[question] = newValue } }
    }
  }

  private let pages = Mutex<[Circumstances: Page]>([:])

  package init() {}

  func page(for circumstances: Circumstances) -> Page {
    pages.withLock { pages in
      if let page = pages[circumstances] { return page }
      let page = Page()
      pages[circumstances] = page
      return page
    }
  }
}
