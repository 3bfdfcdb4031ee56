extension Shape {
  /// A list of values, `isEmptyAllowed` or not; with `unique`, none of its texts may be there twice.
  static func list<Element>(
    of element: Shape<Element>, isEmptyAllowed: Bool = false, unique: Bool = false
  ) -> Shape where Value == [Element] {
    let schema = JSONText.object([
      "type": .string("array"), "minItems": isEmptyAllowed ? nil : .number(1),
      "uniqueItems": unique ? .boolean(true) : nil, "items": element.schema,
    ])
    return Shape(schema: schema) { node throws(LocatedFault) in
      guard case .sequence(let items) = node.content else { throw node.unexpected("a list") }
      if items.isEmpty, !isEmptyAllowed { throw LocatedFault(.emptyList, at: node.range) }
      var values: [Element] = []
      var seen: [String: Range<Int>] = [:]
      for item in items {
        values.append(try element.decode(item))
        guard unique, case .scalar(let text, _) = item.content else { continue }
        if let first = seen.updateValue(item.range, forKey: text) {
          throw LocatedFault(.duplicateValue(text), at: item.range, first: first)
        }
      }
      return values
    }
  }

  /// A mapping from names that the file chooses, each an identifier.
  static func dictionary<Element>(
    of element: Shape<Element>
  ) -> Shape where Value == [String: Element] {
    let schema = JSONText.object([
      "type": .string("object"), "propertyNames": .object(["pattern": .string(Identifier.pattern)]),
      "additionalProperties": element.schema,
    ])
    return keyed(schema, by: element) { key in
      Identifier.isIdentifier(key) ? nil : .badIdentifier(key)
    }
  }

  /// A mapping from ids of rules.
  static func byRule<Element>(_ rules: [String], of element: Shape<Element>) -> Shape
  where Value == [String: Element] {
    let schema = JSONText.object([
      "type": .string("object"),
      "properties": .object(rules.map { JSONText.Member(key: $0, value: element.schema) }),
      "additionalProperties": .boolean(false),
    ])
    return keyed(schema, by: element) { key in
      rules.contains(key) ? nil : .unknownRule(key, near: Spelling.nearest(to: key, among: rules))
    }
  }

  private static func keyed<Element>(
    _ schema: JSONText, by element: Shape<Element>,
    fault: @escaping @Sendable (_ key: String) -> RulesFileFault?
  ) -> Shape where Value == [String: Element] {
    Shape(schema: schema) { node throws(LocatedFault) in
      guard case .mapping(let entries) = node.content else { throw node.unexpected("a mapping") }
      var values: [String: Element] = [:]
      for entry in entries {
        if let fault = fault(entry.key) { throw LocatedFault(fault, at: entry.keyRange) }
        values[entry.key] = try element.decode(entry.value)
      }
      return values
    }
  }
}
