@testable import CacheRuntime

extension RecordingStage {
  /// What was shown, each as `place kind payload`, in the order in which it came.
  var lines: [String] {
    elements.map { element in
      let payload = element.payload == .null ? "" : " \(element.payload.text ?? element.payload.line)"
      return "\(element.place) \(element.kind)\(payload)"
    }
  }

  /// The same, in the order of their places.
  var page: [String] {
    elements.sorted { ($0.place.root, $0.place.path) < ($1.place.root, $1.place.path) }.map {
      "\($0.place) \($0.kind) \($0.payload.line)"
    }
  }
}

extension ElementPayload {
  /// The payload as text that is the same for equal payloads: a dictionary's own is in any order.
  fileprivate var line: String {
    switch self {
    case .object(let members):
      "object(\(members.keys.sorted().map { "\($0): \(members[$0]?.line ?? "")" }.joined(separator: ", ")))"
    case .array(let values): "array(\(values.map(\.line).joined(separator: ", ")))"
    default: "\(self)"
    }
  }
}

private func < (lhs: (String, [Int]), rhs: (String, [Int])) -> Bool {
  lhs.0 == rhs.0 ? lhs.1.lexicographicallyPrecedes(rhs.1) : lhs.0 < rhs.0
}

/// What one run of `body` shows.
func shown(reading reader: (any WidgetReader)? = nil, _ body: () throws -> Void) rethrows -> [String] {
  let stage = RecordingStage()
  try Elements.run(on: stage, reading: reader, body)
  return stage.lines
}

/// The texts that one run of `body` shows.
func textsShown(_ body: () throws -> Void) rethrows -> [String] {
  let stage = RecordingStage()
  try Elements.run(on: stage, body)
  return stage.texts
}
