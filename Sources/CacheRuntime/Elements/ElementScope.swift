/// Where the current thread or task shows elements.
///
/// ```
/// run ─▶ page ─▶ main ─▶ container …      which container is current
///   └─▶ computation ─▶ computation …     whose recordings want to know
/// ```
///
/// A computation records where an element goes *as seen from its call*: an element for the container that was current at
/// the call goes, at a replay, to the container that is current then. That is why the scope notes inside of which
/// computation its container became the current one.
struct ElementScope: Sendable {
  @TaskLocal static var current: ElementScope?

  /// The page; nil outside of any run, where elements are recorded and shown nowhere.
  let page: ElementPage?
  /// Who knows the values of widgets.
  let reader: (any WidgetReader)?
  /// Where elements go that name no container.
  let container: ElementContainer
  /// The innermost computation around the place where the container became current.
  let computation: Computation?
  /// The innermost computation around the run: it and those around it have nothing to do with this page.
  let outside: Computation?

  /// A new run, on an empty page.
  init(on page: ElementPage, reading reader: (any WidgetReader)?) {
    self.init(
      page: page, reader: reader, container: ElementContainer(.everywhere, ElementPlace(root: "main")),
      computation: Computation.current, outside: Computation.current)
  }

  private init(
    page: ElementPage?, reader: (any WidgetReader)?, container: ElementContainer, computation: Computation?,
    outside: Computation?
  ) {
    self.page = page
    self.reader = reader
    self.container = container
    self.computation = computation
    self.outside = outside
  }

  /// The current scope, but with `container` as the current one.
  static func within(_ container: ElementContainer) -> ElementScope {
    ElementScope(
      page: current?.page, reader: current?.reader, container: container, computation: Computation.current,
      outside: current?.outside)
  }

  /// The computations that want to know of what happens here, innermost first.
  static var computations: [Computation] {
    var all: [Computation] = []
    let outside = current?.outside
    var next = Computation.current
    while let computation = next, computation !== outside {
      all.append(computation)
      next = computation.outer
    }
    return all
  }

  func run<R, E: Error>(_ body: () throws(E) -> R) throws(E) -> R {
    // `withValue` rethrows any error and takes no typed one, so the result carries it out.
    let result: Result<R, E> = Self.$current.withValue(self) {
      do throws(E) {
        return .success(try body())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  func run<R, E: Error>(
    isolation: isolated (any Actor)?, _ body: () async throws(E) -> R
  ) async throws(E) -> R {
    let result: Result<R, E> = await Self.$current.withValue(
      self,
      operation: {
        do throws(E) {
          return .success(try await body())
        } catch {
          return .failure(error)
        }
      }, isolation: isolation)
    return try result.get()
  }
}
