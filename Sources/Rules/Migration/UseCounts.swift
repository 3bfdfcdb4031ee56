/// How many uses of the old API, and of what takes its place, a file has.
package struct UseCounts: Hashable, Codable, Sendable {
  package var legacy = 0
  package var data = 0
  package var resource = 0

  package init(legacy: Int = 0, data: Int = 0, resource: Int = 0) {
    self.legacy = legacy
    self.data = data
    self.resource = resource
  }

  /// Suppressed uses count like all others.
  package init(in file: SourceFile, _ context: RuleContext) {
    for use in CacheUse.uses(in: file, context) {
      switch use.generation {
      case .legacy: legacy += 1
      case .replacement(.data): data += 1
      case .replacement(.resource): resource += 1
      }
    }
  }

  package var migrated: Int { data + resource }
  package var all: Int { legacy + migrated }

  package static func += (left: inout Self, right: Self) {
    left.legacy += right.legacy
    left.data += right.data
    left.resource += right.resource
  }
}
