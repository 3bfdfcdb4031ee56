import CacheRuntime

/// What a page shows now, place by place, with what changed since when.
///
/// Whoever watches a page remembers the version it has seen and asks for the changes since then: a slow watcher gets fewer
/// and larger updates, never a gap, and nothing is queued for it.
package struct PageDocument: Sendable {
  struct Slot: Hashable, Sendable {
    var element: ShownElement
    /// The run that put it.
    var run: Int
    /// The version at which it last changed.
    var version: Int
  }

  private(set) var version = 0
  private(set) var run = 0
  private(set) var isRunning = false
  private var spinners: [UInt64: String] = [:]
  private(set) var slots: [ElementPlace: Slot] = [:]
  private(set) var removed: [ElementPlace: Int] = [:]

  /// An empty page.
  package init() {}

  /// A run begins; what the page shows stays until it is replaced.
  package mutating func begin(_ run: Int) {
    version += 1
    self.run = run
    isRunning = true
  }

  /// The run shows an element.
  package mutating func put(_ element: ShownElement, at place: ElementPlace) {
    removed[place] = nil
    if var slot = slots[place], slot.element == element {
      // Nobody needs to hear of it, but the place is in use.
      slot.run = run
      slots[place] = slot
      return
    }
    version += 1
    slots[place] = Slot(element: element, run: run, version: version)
  }

  /// A cached function of the run computes, which this text says; nil when it has ended.
  package mutating func spin(_ text: String?, of function: UInt64) {
    guard spinners[function] != text else { return }
    version += 1
    spinners[function] = text
  }

  /// What the function that began to compute last says of itself.
  var spinner: String? { spinners.max { $0.key < $1.key }?.value }

  /// The run has ended: what it did not show anew goes, unless it gave way to a newer one.
  package mutating func end(superseded: Bool) {
    version += 1
    isRunning = false
    spinners = [:]
    guard !superseded else { return }
    for (place, slot) in slots where slot.run != run {
      slots[place] = nil
      removed[place] = version
    }
  }

  /// The elements shown now.
  package var elements: [(place: ElementPlace, element: ShownElement)] {
    slots.map { ($0.key, $0.value.element) }.sorted { $0.place.comes(before: $1.place) }
  }
}

extension ElementPlace {
  /// Whether it comes earlier on the page; a container comes before what stands in it.
  func comes(before other: ElementPlace) -> Bool {
    root == other.root ? path.lexicographicallyPrecedes(other.path) : root < other.root
  }

  /// The parts in order, as JSON.
  var json: String { "[" + ([JSON.text(root)] + path.map(String.init)).joined(separator: ",") + "]" }
}

/// An element in the form in which it goes to the page.
package struct ShownElement: Hashable, Sendable {
  /// What draws it.
  package let kind: String
  /// What is drawn, as JSON.
  package let payload: String

  /// An element of this kind.
  package init(kind: String, payload: String) {
    self.kind = kind
    self.payload = payload
  }
}
