/// Where an element stands on its page: a root, and from there a number in each container.
///
/// `main/2/0` is the first element of the container that is the third thing in `main`.
public struct ElementPlace: Codable, Hashable, Sendable, CustomStringConvertible {
  /// The root: `main`, `sidebar` or a name of the program's own.
  public let root: String
  /// The numbers, outermost first.
  public let path: [Int]

  /// A place by its parts.
  public init(root: String, path: [Int] = []) {
    self.root = root
    self.path = path
  }

  /// The parts with slashes between.
  public var description: String { ([root] + path.map(String.init)).joined(separator: "/") }

  /// The place of the container that this is in; nil for a root.
  public var container: ElementPlace? {
    path.isEmpty ? nil : ElementPlace(root: root, path: Array(path.dropLast()))
  }

  func child(_ number: Int) -> ElementPlace { ElementPlace(root: root, path: path + [number]) }
}
