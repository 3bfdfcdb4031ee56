/// Something that a program shows to a person: a small value with a kind, a payload and a place.
///
/// What a kind looks like is the stage's to decide; the cache only records elements and shows them again.
public struct Element: Codable, Hashable, Sendable {
  /// What sort of element it is: an open set of names.
  public struct Kind: RawRepresentable, Codable, Hashable, Sendable {
    /// The name.
    public let rawValue: String

    /// A kind by its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A title.
    public static let header: Kind = "header"
    /// Plain text.
    public static let text: Kind = "text"
    /// Good news.
    public static let success: Kind = "success"
    /// Something to look at.
    public static let warning: Kind = "warning"
    /// Something that went wrong.
    public static let error: Kind = "error"
    /// Rows and columns.
    public static let table: Kind = "table"
    /// Numbers as a line.
    public static let lineChart: Kind = "lineChart"
    /// A picture.
    public static let image: Kind = "image"
    /// A place for further elements.
    public static let container: Kind = "container"
  }

  /// What sort of element it is.
  public let kind: Kind
  /// What it shows.
  public let payload: ElementPayload
  /// Where it stands.
  public let place: ElementPlace

  /// An element as a stage gets it.
  public init(kind: Kind, payload: ElementPayload, place: ElementPlace) {
    self.kind = kind
    self.payload = payload
    self.place = place
  }
}

extension Element.Kind: ExpressibleByStringLiteral, CustomStringConvertible {
  /// A kind by its name.
  public init(stringLiteral name: String) { self.init(rawValue: name) }

  /// The name.
  public var description: String { rawValue }
}
