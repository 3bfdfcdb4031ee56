/// Decides when the script of a page runs, and with what.
///
///     change, visit ──▶ ┌───────────┐  begin   ┌─────────┐
///                       │ batches   │ ───────▶ │ running │ ──▶ ended, and the next batch begins
///     press ──────────▶ └───────────┘          └─────────┘
///
/// At most one run goes at a time. What arrives meanwhile is gathered in batches: changes fall together, the latest value
/// of a widget wins, and a press closes its batch, so that each press gets a run of its own which sees the values as they
/// were when the button was pressed. A run that shows values only gives way to a newer one; one that handles a press is
/// never cut short, so that no interaction is lost.
package struct RerunMachine: Sendable {
  /// One run of the script.
  package struct Run: Hashable, Sendable {
    /// Its number, from 1 on.
    package let number: Int
    /// The values of all widgets that were ever changed.
    package let values: [String: Input]
    /// The button whose press it handles.
    package let pressed: String?
  }

  /// What the owner of the machine has to do.
  package enum Action: Hashable, Sendable {
    /// Nothing: the run that goes will be followed by another.
    case wait
    /// Begin this run.
    case begin(Run)
    /// Ask the run of this number to end early.
    case supersede(Int)
    /// Tell the person that too much is waiting.
    case refuse
  }

  private struct Batch {
    var values: [String: Input] = [:]
    var press: String?
  }

  /// How many batches may wait.
  package static let mostWaiting = 32

  private var values: [String: Input] = [:]
  private var waiting: [Batch] = []
  private var lastNumber = 0
  /// The run that goes now.
  package private(set) var running: Run?

  /// A machine of a page that nobody has opened.
  package init() {}

  /// The number of the run that will see everything received so far.
  package var settled: Int { lastNumber + waiting.count }

  /// Takes note of an interaction.
  package mutating func receive(_ interaction: Interaction) -> Action {
    // A batch without a press takes whatever comes.
    if waiting.isEmpty || waiting[waiting.count - 1].press != nil {
      // A visit asks for a run after now, and one waits already.
      if interaction == .visit, !waiting.isEmpty { return .wait }
      guard waiting.count < Self.mostWaiting else { return .refuse }
      waiting.append(Batch())
    }
    switch interaction {
    case .visit: break
    case .change(let widget, let input): waiting[waiting.count - 1].values[widget] = input
    case .press(let widget): waiting[waiting.count - 1].press = widget
    }
    guard let running else { return next() }
    return running.pressed == nil ? .supersede(running.number) : .wait
  }

  /// Takes note that the run of this number has ended.
  package mutating func ended(_ number: Int) -> Action {
    guard running?.number == number else { return .wait }
    running = nil
    return next()
  }

  private mutating func next() -> Action {
    guard !waiting.isEmpty else { return .wait }
    let batch = waiting.removeFirst()
    values.merge(batch.values) { _, new in new }
    lastNumber += 1
    let run = Run(number: lastNumber, values: values, pressed: batch.press)
    running = run
    return .begin(run)
  }
}
