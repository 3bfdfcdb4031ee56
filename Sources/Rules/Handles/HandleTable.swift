import HashProbe

/// The handles that the files of a project add, by what they would clash in: the module, the types around them, the name.
///
/// Made once for a run, so that a file is compared with its namesakes and not with every file.
struct HandleTable: Sendable {
  private struct Place: Hashable {
    let module: String
    let scope: [String]
    let name: String
  }

  /// The first by path, and by place in a file; other files do not see private ones.
  private var handles: [Place: Handle] = [:]

  /// What stands inside `#if` is left out: branches of other files are not compared.
  init(_ summaries: [DeclarationSummary], configuration: Configuration) {
    let attributes = Set(
      configuration.legacy.attributes
        + Decision.Kind.allCases.map { configuration.replacements[$0].attribute })
    for summary in summaries {
      guard let module = summary.module else { continue }
      for function in summary.functions where function.head.conditions.isEmpty {
        guard let use = function.head.attributes.first(where: { attributes.contains($0.name) }),
          let handle = Handle(function, use, in: summary)
        else { continue }
        let place = Place(module: module, scope: handle.scope, name: handle.name)
        if let known = handles[place], (known.path, known.offset) <= (handle.path, handle.offset) { continue }
        handles[place] = handle
      }
    }
  }

  /// The first handle of another file that keeps its name when this one of `file` clashes with it.
  func first(clashingWith handle: Handle, of file: SourceFile) -> Handle? {
    guard let module = file.module, !handle.isPrivate,
      let first = handles[Place(module: module, scope: handle.scope, name: handle.name)]
    else { return nil }
    return first.path < file.path ? first : nil
  }
}
