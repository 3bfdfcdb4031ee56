/// The one way of everything that is shown: numbered on its page, recorded by the computations around, handed to the stage.
enum ElementEmission {
  /// Shows an element or widget in `container`, or in the current one.
  static func emit(_ content: ElementRecording.Content, into container: ElementContainer?) {
    perform(content, into: container)
  }

  /// Makes a container in `container`, or in the current one.
  static func makeContainer(
    _ kind: Element.Kind, _ payload: ElementPayload, in container: ElementContainer?
  ) -> ElementContainer {
    perform(.container(kind, payload), into: container) ?? ElementContainer(.nowhere, ElementPlace(root: ""))
  }

  /// Shows an element that no computation records: it is about this run and not part of any result.
  static func notice(_ kind: Element.Kind, _ text: String) {
    guard let scope = ElementScope.current, let page = scope.container.page else { return }
    let place = page.place(in: scope.container.place) { $0 }
    if let place { page.stage.show(Element(kind: kind, payload: .text(text), place: place)) }
  }

  @discardableResult private static func perform(
    _ content: ElementRecording.Content, into explicit: ElementContainer?
  ) -> ElementContainer? {
    let scope = ElementScope.current
    let computations = ElementScope.computations
    let target = explicit ?? scope?.container
    let page = target?.page
    var remarks: [Remark] = []
    var made: ElementContainer?

    func record(_ home: ElementContainer.Home, _ place: ElementPlace) {
      if case .container = content { made = ElementContainer(home, place) }
      // Until the computation in which the current container became current, it is the caller's.
      var isCallers = explicit == nil
      for computation in computations {
        if isCallers, computation === scope?.computation { isCallers = false }
        if let remark = computation.record(content, into: isCallers ? nil : target, making: made) {
          remarks.append(remark)
        }
      }
    }

    // Under the page's lock, so that recordings have the order of the page.
    let place = page.flatMap { page in
      page.place(in: target?.place ?? ElementPlace(root: "main")) { place in
        record(.page(page), place)
        return place
      }
    }
    if place == nil { record(.nowhere, ElementPlace(root: "")) }
    for remark in remarks { remark.tell(of: content) }
    if let page, let place {
      page.stage.show(Element(kind: content.kind, payload: content.payload, place: place))
    } else if page != nil {
      CacheLog.emittedAfterRun(content.kind)
    }
    return made
  }

  /// What a computation has to say of an element.
  enum Remark: Sendable {
    /// The function has returned; what it shows now is in no result.
    case late(String)
    /// The function does not read widgets, or not one of this kind.
    case refusedWidget(String)
    /// A function on `cache` shows elements at its first call only.
    case legacy(String)

    func tell(of content: ElementRecording.Content) {
      switch self {
      case .late(let function): CacheLog.emittedAfterReturn(content.kind, function)
      case .legacy(let function):
        let text = ElementAdvice.legacy(content.kind, in: function)
        CacheLog.warnOnce(text)
        ElementEmission.notice(.warning, text)
      case .refusedWidget(let function):
        guard case .widget(let widget, _) = content else { return }
        let text = ElementAdvice.refused(widget, in: function)
        CacheLog.warnOnce(text)
        ElementEmission.notice(.warning, text)
      }
    }
  }
}
