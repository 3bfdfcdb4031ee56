extension Probe {
  /// Leaves a parameter out of the key, and says when that is a subtle mistake.
  func exclusion(of parameter: ParameterDeclaration, in function: FunctionDeclaration, _ type: ResolvedType)
    -> Suggestion
  {
    let label = parameter.label.map(SwiftName.label) ?? "_"
    let pack = parameter.isVariadic ? "..." : ""
    let value = parameter.defaultValue.map { " = \($0)" } ?? ""
    let body = "the body then says '_\(parameter.name)'"
    return Suggestion(
      kind: .excludeParameter, code: "\(label) _\(parameter.name): \(parameter.type)\(pack)\(value)",
      note: "\(body); \(warning(parameter, function, type))")
  }

  private func warning(
    _ parameter: ParameterDeclaration, _ function: FunctionDeclaration, _ type: ResolvedType
  ) -> String {
    let name = parameter.name
    let others = function.parameters.filter { !$0.isExcluded && $0.name != name }
    if others.isEmpty, !function.isMethod || function.isStatic {
      return "nothing else tells calls apart, so that all of them get what was cached for the first '\(name)'"
    }
    return index.isShared(type)
      ? "wrong where '\(name)' decides the result: another one then gets what was cached for the first"
      : "wrong unless the result is the same for every '\(name)': another one gets what was cached for the first"
  }
}

extension DeclarationIndex {
  /// Whether values of a type are shared objects or closures, which seldom decide what a function returns.
  package func isShared(_ type: ResolvedType) -> Bool {
    switch type {
    case .function: true
    case .declared(let number, let arguments):
      switch self[number].kind {
      case .class, .actor: true
      default: isToolchain(number) && self[number].name == "Optional" && arguments.allSatisfy(isShared)
      }
    default: false
    }
  }
}
