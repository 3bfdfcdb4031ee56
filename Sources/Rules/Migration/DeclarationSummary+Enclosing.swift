import HashProbe

extension DeclarationSummary {
  /// The names around a declaration, outermost first; an extension's type as it is spelled there.
  func enclosingTypes(of declaration: DeclarationHead) -> [String] {
    var names: [String] = []
    var scope = declaration.scope
    while true {
      let around: DeclarationHead?
      switch scope {
      case .file: return names.reversed()
      case .type(let number): around = types.indices.contains(number) ? types[number].head : nil
      case .extension(let number):
        around = extensions.indices.contains(number) ? extensions[number].head : nil
      }
      guard let around else { return names.reversed() }
      names.append(around.name)
      scope = around.scope
    }
  }
}
