/// Something by which a person gives a value to a program: a slider, a choice, a text, a button.
public struct Widget: Codable, Hashable, Sendable {
  /// What sort of widget it is: an open set of names.
  public struct Kind: RawRepresentable, Codable, Hashable, Sendable {
    /// The name.
    public let rawValue: String

    /// A kind by its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A number out of a range.
    public static let slider: Kind = "slider"
    /// One of several choices.
    public static let radio: Kind = "radio"
    /// Yes or no.
    public static let checkbox: Kind = "checkbox"
    /// A line of text.
    public static let textInput: Kind = "textInput"
    /// True in the run that its click causes.
    public static let button: Kind = "button"
    /// A file of the person's; no cached function may read it.
    public static let fileUpload: Kind = "fileUpload"
    /// A picture just taken; no cached function may read it.
    public static let cameraInput: Kind = "cameraInput"
  }

  /// What tells it from the other widgets of the program.
  public let id: String
  /// What sort of widget it is.
  public let kind: Kind
  /// What stands beside it.
  public let label: String
  /// What else the stage needs to show it, such as a slider's bounds.
  public let parameters: ElementPayload
  /// Its value as long as the person has not given one.
  public let initial: WidgetValue
  /// Whether no cached function may read it, whatever its options say.
  public let isNeverCached: Bool

  /// A widget of any kind.
  ///
  /// - Parameters:
  ///   - kind: What it is, such as a slider.
  ///   - label: What the person reads beside it.
  ///   - id: What tells it from the others; by default, its kind and label.
  ///   - parameters: What else there is to show it by, such as its bounds.
  ///   - initial: What it says until the person has chosen.
  ///   - neverCached: Whether no cached function may read it; by default, so for uploads and pictures.
  public init(
    _ kind: Kind, _ label: String, id: String? = nil, parameters: ElementPayload = nil,
    initial: WidgetValue = .none, neverCached: Bool? = nil
  ) {
    self.id = id ?? "\(kind.rawValue):\(label)"
    self.kind = kind
    self.label = label
    self.parameters = parameters
    self.initial = initial
    isNeverCached = neverCached ?? [.fileUpload, .cameraInput].contains(kind)
  }

  /// What the stage is given to show.
  func payload(showing value: WidgetValue) -> ElementPayload {
    ["id": .text(id), "label": .text(label), "parameters": parameters, "value": value.payload]
  }
}

extension Widget.Kind: ExpressibleByStringLiteral, CustomStringConvertible {
  /// A kind by its name.
  public init(stringLiteral name: String) { self.init(rawValue: name) }

  /// The name.
  public var description: String { rawValue }
}

/// A widget with the value that it had.
struct WidgetReading: Codable, Hashable, Sendable {
  let widget: Widget
  let value: WidgetValue
}
