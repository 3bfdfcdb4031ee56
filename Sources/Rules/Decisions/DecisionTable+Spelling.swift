import HashProbe

extension TypeExpression {
  /// The type without what a decision sees through: `Optional`, `any`, `some`, and words in front.
  var core: TypeExpression {
    switch self {
    case .optional(let type), .existential(let type), .opaque(let type), .attributed(_, let type): type.core
    default: self
    }
  }

  /// The name at its right end, by which patterns are found; `""` for types without a name.
  var lastName: String {
    if case .named(let components) = self { return components.last?.name ?? "" }
    return ""
  }
}

extension DecisionTable {
  /// Whether a pattern means this type; both are cores.
  func matches(
    _ pattern: TypeExpression, _ type: TypeExpression, isShipped: Bool, _ circumstances: Circumstances
  ) -> Bool {
    switch (pattern, type) {
    case (.named(let pattern), .named(let type)):
      return matches(pattern, type, isShipped: isShipped, circumstances)
    case (.array(let pattern), .array(let type)), (.metatype(let pattern), .metatype(let type)):
      return matches(pattern.core, type.core, isShipped: isShipped, circumstances)
    case (.dictionary(let key, let value), .dictionary(let typeKey, let typeValue)):
      return matches(key.core, typeKey.core, isShipped: isShipped, circumstances)
        && matches(value.core, typeValue.core, isShipped: isShipped, circumstances)
    case (.tuple(let elements), .tuple(let typeElements)):
      return elements.count == typeElements.count
        && zip(elements, typeElements).allSatisfy {
          matches($0.type.core, $1.type.core, isShipped: isShipped, circumstances)
        }
    default: return pattern == type
    }
  }

  /// `Module.Name` means `Name` and `Module.Name`; without arguments it means those with any.
  private func matches(
    _ pattern: [TypeExpression.Component], _ type: [TypeExpression.Component], isShipped: Bool,
    _ circumstances: Circumstances
  ) -> Bool {
    let names = type.map(\.name)
    guard spells(pattern.map(\.name), names, isShipped: isShipped) else { return false }
    if isShipped, circumstances.isDeclared(names.joined(separator: ".")) { return false }
    for (wanted, given) in zip(pattern.reversed(), type.reversed()) where !wanted.arguments.isEmpty {
      guard wanted.arguments.count == given.arguments.count else { return false }
      for (wanted, given) in zip(wanted.arguments, given.arguments)
      where !matches(wanted.core, given.core, isShipped: isShipped, circumstances) {
        return false
      }
    }
    return true
  }

  private func spells(_ pattern: [String], _ type: [String], isShipped: Bool) -> Bool {
    if type == pattern { return true }
    guard pattern.count > 1 else {
      // Only a project's own row may leave out the module; then any is meant.
      return !isShipped && type.last == pattern.first && type.count == 2
    }
    if type.elementsEqual(pattern.dropFirst()) { return true }
    guard type.count == pattern.count, type.dropFirst().elementsEqual(pattern.dropFirst()) else {
      return !isShipped && type.count == pattern.count + 1 && type.dropFirst().elementsEqual(pattern)
    }
    return modules.areInterchangeable(type[0], pattern[0])
  }
}
