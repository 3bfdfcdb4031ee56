/// A place on the page that further elements can go into.
///
/// ```swift
/// let column = Elements.container()
/// column.emit(.text, "in the column")
/// column.within { Elements.emit(.text, "in the column too") }
/// ```
///
/// It belongs to the run in which it was made. A cached function that makes one makes a new one at every replay; one that
/// writes into a container from outside cannot be replayed, since the container of that run is gone (`ReplayClosureError`).
/// A root, such as `Elements.sidebar`, is a name and belongs to no run.
public final class ElementContainer: Sendable {
  /// On what page it is.
  enum Home: Sendable {
    /// On every page.
    case everywhere
    /// On the page of one run.
    case page(ElementPage)
    /// On none: it was made where there was no stage.
    case nowhere
  }

  /// Where it stands.
  public let place: ElementPlace
  let home: Home

  init(_ home: Home, _ place: ElementPlace) {
    self.home = home
    self.place = place
  }

  /// The page that elements for this container go to.
  var page: ElementPage? {
    switch home {
    case .everywhere: ElementScope.current?.page
    case .page(let page): page
    case .nowhere: nil
    }
  }

  /// The name, if this is a root.
  var root: String? { if case .everywhere = home { place.root } else { nil } }

  /// Shows an element in this container.
  public func emit(_ kind: Element.Kind, _ payload: ElementPayload = nil) {
    ElementEmission.emit(.element(kind, payload), into: self)
  }

  /// Makes a container in this container.
  public func container(
    _ kind: Element.Kind = .container, _ payload: ElementPayload = nil
  ) -> ElementContainer {
    ElementEmission.makeContainer(kind, payload, in: self)
  }

  /// Runs `body`, in which elements go into this container.
  public func within<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R {
    try ElementScope.within(self).run(body)
  }

  /// Runs `body`, in which elements go into this container.
  public func within<R, E: Error>(
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws(E) -> R
  ) async throws(E) -> R {
    try await ElementScope.within(self).run(isolation: isolation, body)
  }
}
