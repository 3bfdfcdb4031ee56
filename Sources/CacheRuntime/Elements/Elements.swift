/// What a program shows, from wherever it is: elements go to the stage of the current task.
///
/// ```swift
/// await Elements.run(on: page, reading: widgets) {
///   Elements.emit(.header, "Rides")
///   let rides = try await rides(in: "Jura")   // shows its own elements, from the cache too
///   Elements.emit(.table, ["rows": .integer(rides.count)])
/// }
/// ```
///
/// What a cached function emits while it runs is recorded with its result and shown again, in order and in place, at every
/// hit. Child tasks belong to the function that started them, so what they emit is recorded in the order in which it came.
/// A detached task belongs to nobody: it has no stage.
public enum Elements {
  /// Runs a program from top to bottom for a stage; each run begins on an empty page.
  ///
  /// - Parameters:
  ///   - stage: Where elements go.
  ///   - reader: Who knows the values of widgets; without one, every widget has its initial value.
  ///   - body: The program, from top to bottom.
  public static func run<R, E: Error>(
    on stage: any ElementStage, reading reader: (any WidgetReader)? = nil, _ body: () throws(E) -> R
  ) throws(E) -> R {
    let page = ElementPage(stage: stage)
    defer { page.end() }
    return try ElementScope(on: page, reading: reader).run(body)
  }

  /// Runs a program from top to bottom for a stage; each run begins on an empty page.
  ///
  /// - Parameters:
  ///   - stage: Where elements go.
  ///   - reader: Who knows the values of widgets; without one, every widget has its initial value.
  ///   - isolation: Where the program runs; by default, where it is called from.
  ///   - body: The program, from top to bottom.
  public static func run<R, E: Error>(
    on stage: any ElementStage, reading reader: (any WidgetReader)? = nil,
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws(E) -> R
  ) async throws(E) -> R {
    let page = ElementPage(stage: stage)
    defer { page.end() }
    return try await ElementScope(on: page, reading: reader).run(isolation: isolation, body)
  }

  /// Shows an element in the current container.
  public static func emit(_ kind: Element.Kind, _ payload: ElementPayload = nil) {
    ElementEmission.emit(.element(kind, payload), into: nil)
  }

  /// Makes a container in the current one; the program decides what goes into it, now or later.
  public static func container(
    _ kind: Element.Kind = .container, _ payload: ElementPayload = nil
  ) -> ElementContainer {
    ElementEmission.makeContainer(kind, payload, in: nil)
  }

  /// A part of the page that is always there, by its name, such as `sidebar`.
  public static func root(_ name: String) -> ElementContainer {
    ElementContainer(.everywhere, ElementPlace(root: name))
  }

  /// The part of the page beside the main one.
  public static var sidebar: ElementContainer { root("sidebar") }
}
