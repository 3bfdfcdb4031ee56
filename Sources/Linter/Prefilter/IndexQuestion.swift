import HashProbe
import Rules

/// What is asked of an index, so that only the files that matter are parsed.
package struct IndexQuestion: Sendable {
  /// Every name that occurs in what is asked.
  package var names: Set<String> = []
  /// Functions by their names without labels.
  package var functions: Set<String> = []
  /// Files, as they are shown, of which everything is asked.
  package var files: Set<String> = []
  /// Attributes of functions that return shared objects, and the modules that may stand before them.
  package var sharingAttributes: Set<String> = []
  package var modules: Set<String> = []

  package init() {}

  /// The bytes of which a file holds some if a function in it returns shared objects.
  var sharingMarks: [[UInt8]] {
    sharingAttributes.sorted().flatMap { name in
      (["@\(name)"] + modules.sorted().map { "\($0).\(name)" }).map { Array($0.utf8) }
    }
  }

  /// What is asked, in names; the results of functions that return shared objects say which types are such.
  func mentions(_ summaries: [DeclarationSummary]) -> UseMentions {
    var all = NameMentions()
    for name in names { all.add(part: NameDigest(name)) }
    for summary in summaries {
      if files.contains(summary.path) {
        summary.forEachMention(witnesses: WitnessNames()) { name, mentions in
          all.add(part: name)
          all.formUnion(mentions)
        }
        all.formUnion(summary.mentions(ofFunctions: Set(summary.functions.map(\.head.name))))
      }
      let sharing = summary.functions.filter { function in
        function.head.attributes.contains { sharingAttributes.contains($0.name) }
      }
      all.formUnion(summary.mentions(ofFunctions: Set(sharing.map(\.head.name))))
    }
    return UseMentions(names: all, functions: functions)
  }
}
