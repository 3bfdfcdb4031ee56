/// A cached function wrote into a container that was made outside of it, which cannot be done again from the cache.
public struct ReplayClosureError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The function with its labels.
  public let function: String
  /// The kind of the first element that went outside.
  public let element: String

  package init(function: String, element: String) {
    self.function = function
    self.element = element
  }

  /// What is wrong, and the two remedies.
  public var description: String {
    """
    Cannot show again what '\(function)' has shown: it put '\(element)' into a container that was made outside of it.

    To address this, do one of these:
    - make the container inside '\(function)'
    - call '\(function)' within the container: 'container.within { … }', and emit into the current one inside
    """
  }
}

extension ElementRecording {
  /// Shows everything again, as if the function ran.
  ///
  /// - Complexity: O(*n*) in the number of elements.
  func replay() {
    var made: [ElementContainer] = []
    for step in steps {
      let container: ElementContainer?
      switch step.target {
      case .caller: container = nil
      case .root(let name): container = Elements.root(name)
      case .made(let number):
        // A recording out of a store may say anything.
        guard made.indices.contains(number) else { continue }
        container = made[number]
      }
      if case .container(let kind, let payload) = step.content {
        made.append(ElementEmission.makeContainer(kind, payload, in: container))
      } else {
        ElementEmission.emit(step.content, into: container)
      }
    }
  }

  /// Whether every container that is written to is made before.
  var isSound: Bool {
    var made = 0
    for step in steps {
      if case .made(let number) = step.target, !(0..<made).contains(number) { return false }
      if case .container = step.content { made += 1 }
    }
    return true
  }
}
