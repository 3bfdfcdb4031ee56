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

  /// By path, and by place in a file.
  private var handles: [Place: [Handle]] = [:]

  /// What stands inside `#if` is left out: branches of other files are not compared.
  init(index: DeclarationIndex, configuration: Configuration) {
    let attributes = Set(
      configuration.legacy.attributes
        + Decision.Kind.allCases.map { configuration.replacements[$0].attribute })
    for summary in index.summaries.dropFirst(index.toolchainCount) {
      guard let module = summary.module else { continue }
      for function in summary.functions where function.head.conditions.isEmpty {
        guard let use = function.head.attributes.first(where: { attributes.contains($0.name) }),
          let handle = Handle(function, use, in: summary)
        else { continue }
        handles[Place(module: module, scope: handle.scope, name: handle.name), default: []].append(handle)
      }
    }
    for place in handles.keys { handles[place]?.sort { ($0.path, $0.offset) < ($1.path, $1.offset) } }
  }

  /// The first handle of another file that keeps its name when this one of `file` clashes with it.
  func first(clashingWith handle: Handle, of file: SourceFile) -> Handle? {
    guard let module = file.module else { return nil }
    return handles[Place(module: module, scope: handle.scope, name: handle.name), default: []].lazy
      .prefix { $0.path < file.path }.first { handle.clashes(with: $0) }
  }
}
