import HashProbe

extension DecisionTable {
  /// Where the runtime's copy of the table lies, from the root of the repository.
  package static let runtimeSourcePath = "Sources/CacheRuntime/Legacy/RecommendationTable.generated.swift"

  /// The table as Swift source for the runtime, which knows a type by its `String(reflecting:)` alone.
  ///
  /// A name stands in the first row that has it, because at run time there is no body whose calls could prefer
  /// another. Generic types stand without arguments where the row leaves them open.
  package var runtimeSource: String {
    var seen: Set<String> = []
    var text = """
      // Made from rules.yml by `make generate`; do not edit.

      /// The return types of the decision table, as `String(reflecting:)` spells them.
      enum RecommendationTable {
        enum Kind: Sendable { case data, resource }

        struct Row: Sendable {
          let useCase: String
          let kind: Kind
          /// With their arguments, or without where any will do.
          let types: [String]
        }

        static let rows: [Row] = [

      """
    for row in rows {
      let names = row.types.flatMap(reflectedNames).filter { seen.insert($0).inserted }
      guard !names.isEmpty else { continue }
      text += "    Row(\n      useCase: \"\(row.useCase)\", kind: .\(row.kind.rawValue),\n      types: [\n"
      text += names.map { "        \"\($0)\",\n" }.joined()
      text += "      ]),\n"
    }
    return text + "  ]\n}\n"
  }

  /// The names of a type at run time, on one platform or another.
  private func reflectedNames(of type: TypeExpression) -> [String] {
    guard case .named(let components) = type.core, let module = components.first, components.count > 1 else {
      return [reflectedName(of: type)]
    }
    let rest = components.dropFirst().map(reflected).joined(separator: ".")
    let swiftNames = runtimeModules(of: module.name).map { "\($0).\(rest)" }
    return swiftNames + importedNames(module.name, components)
  }

  private func reflectedName(of type: TypeExpression) -> String {
    switch type {
    case .optional(let wrapped): "Swift.Optional<\(reflectedName(of: wrapped))>"
    case .array(let element): "Swift.Array<\(reflectedName(of: element))>"
    case .dictionary(let key, let value):
      "Swift.Dictionary<\(reflectedName(of: key)), \(reflectedName(of: value))>"
    case .tuple(let elements):
      "(" + elements.map { reflectedName(of: $0.type) }.joined(separator: ", ") + ")"
    case .existential(let type), .opaque(let type), .attributed(_, let type): reflectedName(of: type)
    case .named(let components): reflectedName(components)
    default: type.description
    }
  }

  private func reflectedName(_ components: [TypeExpression.Component]) -> String {
    if let file = components.last, file.name == "FILE", let module = components.first {
      return module.name == "Darwin" ? "__C.__sFILE" : "__C._IO_FILE"
    }
    return components.map(reflected).joined(separator: ".")
  }

  private func reflected(_ component: TypeExpression.Component) -> String {
    guard !component.arguments.isEmpty else { return component.name }
    return component.name + "<" + component.arguments.map(reflectedName).joined(separator: ", ") + ">"
  }

  /// `Foundation` and `Swift` share out their types among modules, each platform in its own way; elsewhere, only
  /// the modules that one carries are asked for.
  private func runtimeModules(of module: String) -> [String] {
    modules.spellings(of: module).filter { other in
      other == module || ["Foundation", "Swift"].contains(other) || modules.carries(module, other)
    }
  }

  /// The names that Apple's frameworks get through Clang, classes of Foundation with their old `NS` in front.
  private func importedNames(_ module: String, _ components: [TypeExpression.Component]) -> [String] {
    guard Self.clangModules.contains(module), components.count == 2, components[1].arguments.isEmpty else {
      return []
    }
    let name = components[1].name
    switch module {
    case "Foundation", "FoundationNetworking": return ["__C.\(name.hasPrefix("NS") ? name : "NS" + name)"]
    case "CoreGraphics", "CoreVideo": return ["__C.\(name)", "__C.\(name)Ref"]
    case "Dispatch":
      guard name.hasPrefix("Dispatch") else { return [] }
      return ["__C.OS_dispatch_\(name.dropFirst("Dispatch".count).lowercased())"]
    default: return ["__C.\(name)"]
    }
  }

  private static let clangModules: Set = [
    "AppKit", "CloudKit", "CoreData", "CoreFoundation", "CoreGraphics", "CoreImage", "CoreML", "CoreVideo",
    "Dispatch", "Foundation", "FoundationNetworking", "Metal", "NaturalLanguage", "Speech", "UIKit", "Vision",
  ]
}
