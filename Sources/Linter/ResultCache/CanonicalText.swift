/// A value as text that is the same in every process: all it holds, sets and dictionaries in order.
///
/// It goes by what a value reports of itself, so that what is added to a type one day is in it without being named here.
enum CanonicalText {
  static func of(_ value: Any) -> String {
    var text = ""
    write(value, to: &text)
    return text
  }

  private static func write(_ value: Any, to text: inout String) {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .set, .dictionary:
      text += "{"
      text += mirror.children.map { of($0.value) }.sorted().joined(separator: ",")
      text += "}"
    case nil where mirror.children.isEmpty:
      let plain = String(describing: value)
      text += "\(plain.utf8.count):\(plain)"
    default:
      text += "\(mirror.subjectType)("
      // Of a case without values there is nothing but its name.
      if mirror.children.isEmpty { text += String(describing: value) }
      for child in mirror.children {
        text += (child.label ?? "") + "="
        write(child.value, to: &text)
        text += ";"
      }
      text += ")"
    }
  }
}
