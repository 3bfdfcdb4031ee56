import Testing

@testable import CacheMacros

/// What the plug-in refuses: source, text, place and fix-it of every case.
struct RefusalsTests {
  @Test(arguments: refusalExamples)
  func isRefused(_ example: RefusalExample) {
    let (source, offsets) = example.source.withoutMarkers()
    let report = RefusalReport(of: source)
    #expect(report.kinds == example.kinds.map(\.rawValue))
    #expect(report.said == example.said)
    #expect(report.offsets == offsets)
    #expect(report.fixIts == example.fixIts)
    if let fixed = example.fixed { #expect(report.fixed == fixed) } else { #expect(report.fixed == source) }
  }

  /// A source that all its fix-its have been applied to is not refused again for the same reason.
  @Test(arguments: refusalExamples.filter { $0.fixed != nil })
  func fixItSettlesIt(_ example: RefusalExample) {
    let again = RefusalReport(of: example.fixed ?? "")
    #expect(Set(again.kinds).isDisjoint(with: example.kinds.map(\.rawValue)), "\(again.said)")
  }

  @Test(arguments: acceptedSources)
  func isAccepted(_ source: String) {
    #expect(RefusalReport(of: source).said == [])
  }

  @Test func everyCaseHasAnExample() {
    let covered = Set(refusalExamples.flatMap(\.kinds))
    #expect(Refusal.Kind.allCases.filter { !covered.contains($0) } == [])
  }

  /// One line, no full stop, a remedy after a semicolon or a question.
  @Test(arguments: refusalExamples)
  func readsLikeTheCompiler(_ example: RefusalExample) {
    for text in example.said {
      #expect(!text.contains("\n"))
      #expect(!text.hasSuffix("."))
      #expect(text.contains("; "))
    }
  }
}
