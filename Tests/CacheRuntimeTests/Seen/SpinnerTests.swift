import Testing

@testable import CacheRuntime

@Suite struct SpinnerTests {
  private let seen = RecordingSpinner()
  private let timer = ManualSpinnerTimer()

  private var texts: [String] { seen.events.map { "\($0.phase) \($0.text)" } }

  private func run<R>(_ body: () throws -> R) rethrows -> R {
    try CacheSpinner.with(seen, timer: timer, body)
  }

  /// A cached function that takes as long as it is told.
  private func slow(_ option: SpinnerOption, showTime: Bool = false) -> CachedClosure<Int, Never, Int> {
    cacheData(showSpinner: option, showTime: showTime) { [timer] (milliseconds: Int) in
      timer.advance(by: .milliseconds(milliseconds))
      return milliseconds
    }
  }

  @Test("S01: nothing where 'showSpinner' is false") func off() {
    let cached = slow(false)
    run { _ = cached(500) }
    #expect(texts == [])
    #expect(timer.pendingCount == 0)
  }

  @Test("S02: the function's name, with its labels") func named() {
    let core = KeyedCore<EmptyKey, Int>(
      identity: FunctionIdentity(fileID: "Demo/F.swift", path: "", name: "rides(in:)", fingerprint: ""),
      kind: .data, options: CacheOptions())
    run {
      _ = core.call(EmptyKey()) {
        timer.advance(by: .milliseconds(100))
        return 1
      }
    }
    #expect(texts == ["began Running rides(in:).", "ended Running rides(in:)."])
    #expect(Set(seen.events.map(\.id)).count == 1)
    #expect(seen.events.allSatisfy { $0.elapsed == nil && $0.place == nil })
  }

  @Test("S03: a text of its own, even an empty one", arguments: ["Fetching data from API...", ""])
  func text(_ text: String) {
    let cached = slow(.text(text))
    run { _ = cached(500) }
    #expect(texts == ["began \(text)", "ended \(text)"])
  }

  @Test("S04: only on a miss, only after a tenth of a second, only for the outermost function") func rules() {
    let inner = slow("inner")
    let outer = cacheData(showSpinner: "outer") { (milliseconds: Int) in inner(milliseconds) }
    run {
      _ = outer(500)
      #expect(texts == ["began outer", "ended outer"])
      _ = outer(500)
      _ = outer(99)
      #expect(texts == ["began outer", "ended outer"])
      _ = outer(100)
      #expect(texts == ["began outer", "ended outer", "began outer", "ended outer"])
    }
    #expect(seen.events[0].id != seen.events[2].id)
  }

  @Test("S04: not for a function inside one that shows none") func insideSilent() {
    let inner = slow("inner")
    let outer = cacheData(showSpinner: false) { (milliseconds: Int) in inner(milliseconds) }
    run { _ = outer(500) }
    #expect(texts == [])
  }

  @Test("a function that throws ends its spinner") func throwing() {
    let cached = cacheData(showSpinner: "work") { [timer] () throws -> Int in
      timer.advance(by: .milliseconds(200))
      throw Failure()
    }
    run { _ = #expect(throws: Failure.self) { try cached() } }
    #expect(texts == ["began work", "ended work"])
  }

  @Test("'showTime' tells how long, every tenth of a second") func time() {
    let cached = slow("work", showTime: true)
    run { _ = cached(350) }
    #expect(texts == ["began work", "running work", "running work", "ended work"])
    #expect(
      seen.events.map(\.elapsed) == [
        .milliseconds(100), .milliseconds(200), .milliseconds(300), .milliseconds(350),
      ])
    timer.advance(by: 10)
    #expect(seen.events.count == 4)
    #expect(timer.pendingCount == 0)
  }

  @Test("a stage shows it instead, at the place of the function's elements") func stage() {
    let (stage, cached) = (RecordingStage(), slow("work"))
    run {
      Elements.run(on: stage) {
        let column = Elements.container()
        column.within { _ = cached(500) }
      }
    }
    #expect(texts == [])
    #expect(
      stage.spinners.map { "\($0.phase) \($0.text) \($0.place.map(String.init(describing:)) ?? "")" }
        == ["began work main/0", "ended work main/0"])
  }

  @Test("a stage without a spinner of its own leaves it to the process") func plainStage() {
    struct Plain: ElementStage { func show(_ element: Element) {} }
    let cached = slow("work")
    run { Elements.run(on: Plain()) { _ = cached(500) } }
    #expect(texts == ["began work", "ended work"])
  }

  @Test("a page that waits for the run of another shows it too", .timeLimit(.minutes(10)))
  func waiting() async {
    let (first, second, latch) = (RecordingStage(), RecordingStage(), Latch())
    let cached = cacheData(showSpinner: "work") { () async -> Int in
      await latch.wait()
      return 1
    }
    await CacheSpinner.with(seen, timer: timer) {
      async let one = Elements.run(on: first) { await cached() }
      while cached.statistics.misses == 0 { await Task.yield() }
      async let two = Elements.run(on: second) { await cached() }
      while timer.pendingCount < 2 { await Task.yield() }
      timer.advance(by: 1)
      await latch.open()
      _ = await (one, two)
    }
    #expect(first.spinners.map(\.phase) == [.began, .ended])
    #expect(second.spinners.map(\.phase) == [.began, .ended])
    #expect(cached.statistics.misses == 1)
  }

  @Test("a text of many lines is shown as one, its accents and flags whole")
  func oneLine() {
    let event = SpinnerEvent(id: 1, text: "one\ntwo\r\n\u{2028}e\u{301} 🇩🇪\u{9B}2J", phase: .began)
    #expect(TerminalSpinner.line(event) == "one two   e\u{301} 🇩🇪 2J")
  }

  @Test("a terminal gets a line, and nothing else gets anything") func terminal() {
    let written = Calls()
    let spinner = TerminalSpinner(isTerminal: true) { written.add($0) }
    func event(_ id: UInt64, _ text: String, _ phase: SpinnerEvent.Phase, _ elapsed: CacheDuration? = nil) {
      spinner.report(SpinnerEvent(id: id, text: text, phase: phase, elapsed: elapsed))
    }
    event(1, "Running a().", .began)
    event(2, "b\u{1B}[2J\n", .began)
    event(1, "Running a().", .running, .milliseconds(12_345))
    event(1, "Running a().", .ended)
    event(2, "", .ended)
    let gone = "\r\u{1B}[K"
    // The terminal does not wrap what stands between, so that all of it goes with its line.
    func shown(_ text: String) -> String { gone + "\u{1B}[?7l" + text + "\u{1B}[?7h" }
    #expect(
      written.all == [
        shown("Running a()."), shown("b [2J "), shown("Running a(). (12.3 s)"), shown("b [2J "), gone,
      ])
    let silent = TerminalSpinner(isTerminal: false) { written.add($0) }
    #expect(!silent.isActive)
    silent.report(SpinnerEvent(id: 3, text: "c", phase: .began))
    #expect(written.count == 5)
    let cached = slow("work")
    CacheSpinner.with(silent, timer: timer) { _ = cached(500) }
    #expect(written.count == 5)
    #expect(timer.pendingCount == 0)
  }
}
