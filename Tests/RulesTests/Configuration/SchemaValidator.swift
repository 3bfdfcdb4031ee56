import Foundation

@testable import Rules

/// A JSON value as it is read from text or from YAML.
enum Instance: Hashable, Codable, Sendable {
  case null
  case boolean(Bool)
  case number(Double)
  case string(String)
  case array([Instance])
  case object([String: Instance])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([Instance].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: Instance].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .boolean(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }

  /// What YAML 1.2 makes of the node.
  init(_ node: Node) {
    switch node.content {
    case .sequence(let items): self = .array(items.map(Instance.init))
    case .mapping(let entries):
      self = .object(Dictionary(entries.map { ($0.key, Instance($0.value)) }) { first, _ in first })
    case .scalar(let text, isPlain: false): self = .string(text)
    case .scalar(let text, isPlain: true):
      switch PlainMeaning(of: text) {
      case .null: self = .null
      case .boolean: self = .boolean(text.lowercased() == "true")
      case .integer where text.hasPrefix("0x"): self = .number(Double(Int(text.dropFirst(2), radix: 16) ?? 0))
      case .integer, .number: self = .number(Double(text) ?? .nan)
      case .ambiguous, .string: self = .string(text)
      }
    }
  }
}

/// The part of JSON Schema 2020-12 that the rules file's schema uses; any other keyword is an error.
enum SchemaValidator {
  struct UnknownKeyword: Error { var keyword: String }

  static func accepts(_ instance: Instance, _ schema: Instance) throws -> Bool {
    guard case .object(let keywords) = schema else { return schema == .boolean(true) }
    for (keyword, value) in keywords where try !accepts(instance, keyword, value, beside: keywords) {
      return false
    }
    return true
  }

  private static func accepts(
    _ instance: Instance, _ keyword: String, _ value: Instance, beside keywords: [String: Instance]
  ) throws -> Bool {
    switch (keyword, value, instance) {
    case ("$schema", _, _), ("title", _, _), ("description", _, _): true
    case ("type", .string(let name), _): name == typeName(of: instance)
    case ("const", _, _): instance == value
    case ("enum", .array(let allowed), _): allowed.contains(instance)
    case ("pattern", .string(let pattern), .string(let text)): try text.contains(Regex(pattern))
    case ("minLength", .number(let count), .string(let text)): Double(text.unicodeScalars.count) >= count
    case ("minItems", .number(let count), .array(let items)): Double(items.count) >= count
    case ("uniqueItems", .boolean(true), .array(let items)): Set(items).count == items.count
    case ("items", _, .array(let items)): try items.allSatisfy { try accepts($0, value) }
    case ("properties", .object(let shapes), .object(let members)):
      try members.allSatisfy { key, member in try shapes[key].map { try accepts(member, $0) } ?? true }
    case ("required", .array(let keys), .object(let members)): keys.allSatisfy { has(members, $0) }
    case ("additionalProperties", _, .object(let members)):
      try members.allSatisfy { key, member in
        if case .object(let known)? = keywords["properties"], known[key] != nil { return true }
        return try accepts(member, value)
      }
    case ("propertyNames", _, .object(let members)):
      try members.keys.allSatisfy { try accepts(.string($0), value) }
    case ("oneOf", .array(let schemas), _): try schemas.count { try accepts(instance, $0) } == 1
    case ("anyOf", .array(let schemas), _): try schemas.contains { try accepts(instance, $0) }
    case ("dependentRequired", .object(let needs), .object(let members)):
      needs.allSatisfy { key, others in
        guard members[key] != nil, case .array(let others) = others else { return true }
        return others.allSatisfy { has(members, $0) }
      }
    case ("pattern", _, _), ("minLength", _, _), ("minItems", _, _), ("uniqueItems", _, _), ("items", _, _),
      ("properties", _, _), ("required", _, _), ("additionalProperties", _, _), ("propertyNames", _, _),
      ("dependentRequired", _, _):
      true
    default: throw UnknownKeyword(keyword: keyword)
    }
  }

  private static func has(_ members: [String: Instance], _ key: Instance) -> Bool {
    if case .string(let key) = key { return members[key] != nil }
    return false
  }

  private static func typeName(of instance: Instance) -> String {
    switch instance {
    case .null: "null"
    case .boolean: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }
}
