import CacheRuntime
import Synchronization

/// One run of a script: where its elements go, and what its widgets say.
///
/// A run that was asked to give way to a newer one shows nothing any more.
package final class RunContext: Sendable {
  /// The run, with the values of the widgets and the button that was pressed.
  package let run: RerunMachine.Run
  private let runner: PageRunner
  private let refresh = Mutex<Duration?>(nil)

  init(runner: PageRunner, run: RerunMachine.Run) {
    self.runner = runner
    self.run = run
  }

  private func act(_ body: (inout PageRunner.State) -> Void) {
    runner.state.withLock { state in
      guard state.machine.running?.number == run.number, !state.isSuperseded else { return }
      body(&state)
      runner.notify(state)
    }
  }

  /// Runs the script again after a while, for as long as somebody watches.
  package func refresh(after pause: Duration) { refresh.withLock { $0 = pause } }

  var refreshAfter: Duration? { refresh.withLock { $0 } }
}

extension RunContext: ElementStage {
  /// Shows an element, and takes input of it from now on if it is a widget.
  package func show(_ element: Element) {
    let shown = ShownElement(kind: element.kind.rawValue, payload: JSON.text(element.payload))
    let widget = InputRule.of(element)
    act { state in
      state.document.put(shown, at: element.place)
      if let (id, rule) = widget { state.rules[id] = (rule, run.number) }
    }
  }

  /// Shows a spinner, or takes it away.
  package func report(_ spinner: SpinnerEvent) {
    act { $0.document.spin(spinner.phase == .ended ? nil : spinner.text, of: spinner.id) }
  }
}

extension RunContext: WidgetReader {
  /// What the person has chosen; a button is pressed in the one run that handles the press.
  package func value(of widget: Widget) -> WidgetValue? {
    if widget.kind == .button { return .bool(run.pressed == widget.id) }
    return switch (run.values[widget.id], widget.initial) {
    case (.number(let number)?, .integer): Int(exactly: number).map { .integer($0) }
    case (.number(let number)?, .number): .number(number)
    case (.text(let text)?, .text): .text(text)
    default: nil
    }
  }
}
