import CacheRuntime
import Foundation

/// The city's zones, a plain text file: a line of text on where it came from, then a name a line.
public struct ZoneFile: Hashable, Sendable {
  /// Where the file lies.
  public var url: URL

  /// The zones of the file at `url`.
  public init(url: URL) { self.url = url }

  /// The file as it stands.
  @CacheRuntime.cache
  public func text() throws -> String {
    Tally.ran("ZoneFile.text")
    return try String(contentsOf: url, encoding: .utf8)
  }

  /// The names of the zones.
  @cache(allowOutputMutation: false, suppressStWarning: true)
  public func names() throws -> [String] {
    Tally.ran("ZoneFile.names")
    return try text().split(separator: "\n").dropFirst().map(String.init)
  }
}
