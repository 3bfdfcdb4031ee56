/// Pictures that were made already. Its `cache(_:)` is its own, and older than the package of that name.
struct PictureShelf {
  private(set) var names: [String] = []

  mutating func cache(_ name: String) {
    if !names.contains(name) { names.append(name) }
  }
}
