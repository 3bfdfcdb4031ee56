import CacheRuntime
import Synchronization
import Testing

@testable import Reruns

@Suite(.timeLimit(.minutes(1))) struct PageRunnerTests {
  private func runner(_ script: @escaping PageRunner.Script) -> PageRunner {
    PageRunner(executor: ScriptThreads(), script: script)
  }

  /// Waits until the run of this number, or a later one, has ended and none goes.
  private func rest(_ runner: PageRunner, after run: Int) async throws {
    let watcher = try #require(runner.watch())
    defer { runner.leave(watcher) }
    for await _ in watcher.wakes {
      let isAtRest = runner.state.withLock { $0.document.run >= run && !$0.document.isRunning }
      if isAtRest { return }
    }
  }

  private func texts(_ runner: PageRunner) -> [String] {
    runner.state.withLock { $0.document.elements.map(\.element.payload) }
  }

  @Test func aChangeRunsTheScriptWithItsValue() async throws {
    let runner = runner { _ in
      let number = Widgets.slider("Number", in: 0...9)
      Elements.emit(.text, "\(number)")
    }
    try await rest(runner, after: runner.receive(.visit))
    #expect(texts(runner).last == "\"0\"")
    try await rest(runner, after: runner.receive(.change(widget: "slider:Number", .number(7))))
    #expect(texts(runner).last == "\"7\"")
  }

  @Test func inputThatThePageDoesNotOfferIsRefused() async throws {
    let runner = runner { _ in
      _ = Widgets.slider("Number", in: 0...9)
      _ = Widgets.radio("Choice", ["a", "b"])
      _ = Widgets.textInput("Text")
      _ = Widgets.button("Press")
    }
    try await rest(runner, after: runner.receive(.visit))
    func refused(_ interaction: Interaction) -> InteractionError? {
      do throws(InteractionError) {
        try runner.receive(interaction)
        return nil
      } catch { return error }
    }
    for number in [-1, 10, 3.5, .nan, .infinity] {
      #expect(
        refused(.change(widget: "slider:Number", .number(number))) == .wrongInput(widget: "slider:Number"))
    }
    #expect(refused(.change(widget: "radio:Choice", .text("c"))) == .wrongInput(widget: "radio:Choice"))
    #expect(refused(.change(widget: "radio:Choice", .number(1))) == .wrongInput(widget: "radio:Choice"))
    let long = String(repeating: "a", count: InputRule.mostCharacters + 1)
    #expect(refused(.change(widget: "textInput:Text", .text(long))) == .wrongInput(widget: "textInput:Text"))
    #expect(refused(.press(widget: "slider:Number")) == .wrongInput(widget: "slider:Number"))
    #expect(refused(.change(widget: "button:Press", .text("x"))) == .wrongInput(widget: "button:Press"))
    #expect(refused(.press(widget: "button:Other")) == .noSuchWidget("button:Other"))
    #expect(refused(.press(widget: "button:Press")) == nil)
  }

  @Test func everyPressIsHandledOnceHoweverFast() async throws {
    let presses = Mutex(0)
    let runner = runner { _ in
      if Widgets.button("Press") { presses.withLock { $0 += 1 } }
    }
    try await rest(runner, after: runner.receive(.visit))
    var last = 0
    for _ in 0..<20 { last = try runner.receive(.press(widget: "button:Press")) }
    try await rest(runner, after: last)
    #expect(presses.withLock { $0 } == 20)
  }

  @Test func aRunThatGaveWayShowsNothingMore() async throws {
    let (began, hasBegun) = AsyncStream.makeStream(of: Int.self)
    let gate = AsyncStream.makeStream(of: Void.self)
    let runner = runner { context in
      _ = Widgets.slider("Number", in: 0...9)
      hasBegun.yield(context.run.number)
      if context.run.number == 2 {
        for await _ in gate.stream { break }
        Elements.emit(.text, "late")
        try Task.checkCancellation()
        Elements.emit(.text, "later")
      } else {
        Elements.emit(.text, "run \(context.run.number)")
      }
    }
    try await rest(runner, after: runner.receive(.visit))
    try runner.receive(.change(widget: "slider:Number", .number(1)))
    for await number in began where number == 2 { break }
    let last = try runner.receive(.change(widget: "slider:Number", .number(2)))
    gate.continuation.yield()
    try await rest(runner, after: last)
    #expect(texts(runner).last == "\"run 3\"")
  }

  @Test func whatTheScriptThrowsIsShownBelowWhatItHasShown() async throws {
    struct Broken: Error, CustomStringConvertible {
      let description = "It broke.\n\nTo address this:\n- mend it\n- or not"
    }
    let runner = runner { _ in
      Elements.emit(.text, "above")
      throw Broken()
    }
    try await rest(runner, after: runner.receive(.visit))
    let shown = runner.state.withLock { $0.document.elements.map(\.element) }
    #expect(shown.map(\.kind) == ["text", "exception"])
    #expect(
      shown.last?.payload
        == #"{"lead":"To address this:","message":"It broke.","remedies":["mend it","or not"],"title":"Broken"}"#
    )
  }

  @Test func aPageThatHasEndedTakesNothingAndLeavesNobodyWaiting() async throws {
    let runner = runner { _ in }
    let watcher = try #require(runner.watch())
    try await rest(runner, after: runner.receive(.visit))
    runner.end()
    for await _ in watcher.wakes {}
    #expect(throws: InteractionError.ended) { try runner.receive(.visit) }
    #expect(runner.watch() == nil)
    #expect(!runner.isWatched)
  }

  @Test func aPageThatRenewsItselfDoesSoAgainWhenSomebodyComesBack() async throws {
    let runner = runner { $0.refresh(after: .milliseconds(1)) }
    let first = try #require(runner.watch())
    try runner.receive(.visit)
    try await rest(runner, after: 3)
    runner.leave(first)
    let run = runner.state.withLock { $0.document.run }
    try await rest(runner, after: run + 3)
  }

  @Test func twoWatchersSeeTheSamePage() async throws {
    let runner = runner { _ in Elements.emit(.text, "a") }
    let first = try #require(runner.watch())
    let second = try #require(runner.watch())
    try await rest(runner, after: runner.receive(.visit))
    #expect(runner.changes(since: 0)?.json == runner.changes(since: 0)?.json)
    runner.leave(first)
    #expect(runner.isWatched)
    runner.leave(second)
    #expect(!runner.isWatched)
  }
}
