/// One run of a program on a stage: knows what number comes next in each container, from the empty page on.
///
/// One lock for the whole page, so that the numbers and every recording agree on the order of elements.
final class ElementPage: Sendable {
  private struct State {
    var next: [ElementPlace: Int] = [:]
    var isOver = false
  }

  let stage: any ElementStage
  private let state = Guarded(State())

  init(stage: any ElementStage) { self.stage = stage }

  /// A number in this container, and what `record` makes of it; nil when the run is over.
  func place<R>(in container: ElementPlace, _ record: (ElementPlace) -> R) -> R? {
    state.withLock { state in
      guard !state.isOver else { return nil }
      let number = state.next[container, default: 0]
      state.next[container] = number + 1
      return record(container.child(number))
    }
  }

  /// Shows nothing more: the places now belong to the next run.
  func end() {
    state.withLock { state in
      state.isOver = true
      state.next = [:]
    }
  }
}
