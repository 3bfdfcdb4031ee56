import CacheRuntime
import Synchronization

/// One page of one session: runs its script at each interaction and tells whoever watches what changed.
///
/// All tabs that a session has open on a page watch the same runner, so they stay alike.
package final class PageRunner: Sendable {
  /// What runs from top to bottom.
  package typealias Script = @Sendable (RunContext) async throws -> Void

  struct State: Sendable {
    var machine = RerunMachine()
    var document = PageDocument()
    var rules: [String: (rule: InputRule, run: Int)] = [:]
    var watchers: [Int: AsyncStream<Void>.Continuation] = [:]
    var lastWatcher = 0
    var task: Task<Void, Never>?
    /// How long after its end the last run asked for another.
    var refreshAfter: Duration?
    /// Waits for that time; nil where nobody watches.
    var refresh: Task<Void, Never>?
    /// Whether the run that goes was asked to give way.
    var isSuperseded = false
    var hasEnded = false
  }

  private let script: Script
  private let executor: ScriptThreads
  let state = Mutex(State())

  /// A page that nobody has opened yet.
  package init(executor: ScriptThreads, script: @escaping Script) {
    self.executor = executor
    self.script = script
  }

  /// Takes note of an interaction and runs the script as soon as it may.
  ///
  /// - Returns: the number of the run that will see it.
  /// - Throws: `InteractionError` where the page cannot take it.
  @discardableResult
  package func receive(_ interaction: Interaction) throws(InteractionError) -> Int {
    let result = state.withLock { state -> Result<Int, InteractionError> in
      guard !state.hasEnded else { return .failure(.ended) }
      if let widget = interaction.widget {
        guard let rule = state.rules[widget]?.rule else { return .failure(.noSuchWidget(widget)) }
        guard rule.accepts(interaction) else { return .failure(.wrongInput(widget: widget)) }
      }
      let action = state.machine.receive(interaction)
      guard action != .refuse else { return .failure(.busy) }
      perform(action, &state)
      return .success(state.machine.settled)
    }
    return try result.get()
  }

  /// What a watcher that has seen `version` needs to hear.
  package func changes(since version: Int) -> (version: Int, json: String)? {
    state.withLock { $0.document.changes(since: version) }
  }

  /// Ends the page: the run that goes is asked to end, and nobody watches any more.
  package func end() {
    let watchers = state.withLock { state in
      state.hasEnded = true
      state.isSuperseded = true
      state.task?.cancel()
      state.refresh?.cancel()
      defer { state.watchers = [:] }
      return Array(state.watchers.values)
    }
    for watcher in watchers { watcher.finish() }
  }

  // Called with the lock held: making and cancelling a task runs none of the script.
  private func perform(_ action: RerunMachine.Action, _ state: inout State) {
    switch action {
    case .wait, .refuse: break
    case .supersede:
      state.isSuperseded = true
      state.task?.cancel()
    case .begin(let run):
      state.isSuperseded = false
      state.refresh?.cancel()
      state.refresh = nil
      state.refreshAfter = nil
      state.document.begin(run.number)
      state.task = Task(executorPreference: executor) { [script] in
        let context = RunContext(runner: self, run: run)
        await Elements.run(on: context, reading: context) {
          do {
            try await script(context)
          } catch is CancellationError {
            // It has given way to a newer run.
          } catch {
            Elements.emit("exception", ShownError(error).payload)
          }
        }
        self.ended(run, refreshAfter: context.refreshAfter)
      }
      notify(state)
    }
  }

  private func ended(_ run: RerunMachine.Run, refreshAfter: Duration?) {
    state.withLock { state in
      state.document.end(superseded: state.isSuperseded)
      if !state.isSuperseded { state.rules = state.rules.filter { $0.value.run == run.number } }
      state.task = nil
      guard !state.hasEnded else { return }
      notify(state)
      let next = state.machine.ended(run.number)
      perform(next, &state)
      guard next == .wait else { return }
      state.refreshAfter = refreshAfter
      refreshIfWatched(&state)
    }
  }

  func notify(_ state: borrowing State) {
    for watcher in state.watchers.values { watcher.yield() }
  }
}
