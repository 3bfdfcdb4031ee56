/// What a cached function put on the page while it ran, as seen from its call.
struct ElementRecording: Codable, Hashable, Sendable {
  /// Into what an element went.
  enum Target: Codable, Hashable, Sendable {
    /// The container that was current where the function was called.
    case caller
    /// A root of the page, named.
    case root(String)
    /// The container that the function itself made as its first, second, …
    case made(Int)
  }

  /// What went there.
  enum Content: Codable, Hashable, Sendable {
    case element(Element.Kind, ElementPayload)
    case container(Element.Kind, ElementPayload)
    case widget(Widget, WidgetValue)
  }

  struct Step: Codable, Hashable, Sendable {
    let target: Target
    let content: Content
  }

  /// In the order in which they came.
  var steps: [Step] = []
  /// The first element that went into a container from outside, by its kind.
  var outsideWrite: Element.Kind?

  var isEmpty: Bool { steps.isEmpty && outsideWrite == nil }

  /// What it weighs in memory, in bytes.
  var weight: Int { steps.reduce(0) { $0 + $1.weight } }
}

extension ElementRecording.Content {
  /// What sort of element it is.
  var kind: Element.Kind {
    switch self {
    case .element(let kind, _), .container(let kind, _): kind
    case .widget(let widget, _): Element.Kind(rawValue: widget.kind.rawValue)
    }
  }

  /// What the stage shows.
  var payload: ElementPayload {
    switch self {
    case .element(_, let payload), .container(_, let payload): payload
    case .widget(let widget, let value): widget.payload(showing: value)
    }
  }
}

extension ElementRecording.Step {
  fileprivate var weight: Int { 64 + content.kind.rawValue.utf8.count + content.payload.weight }
}

/// The bytes of a recording make no recording that could be shown.
struct ElementRecordingError: Error, Hashable, Sendable {}

extension ElementRecording {
  /// The recording for a store.
  ///
  /// - Throws: `BinaryCodingError.tooDeep` for payloads nested too deep.
  func encoded() throws -> [UInt8] { try BinaryEncoder().encode(self) }

  /// A recording out of a store.
  ///
  /// - Throws: `BinaryCodingError` or `ElementRecordingError` where the bytes are not what `encoded` has made.
  init(encoded bytes: [UInt8]) throws {
    self = try BinaryDecoder().decode(ElementRecording.self, from: bytes)
    guard isSound else { throw ElementRecordingError() }
  }
}
