import HashProbe
import Rules
import Synchronization

/// What is left of a file after it was read: what it declares, and its tree if that is wanted again soon.
struct ReadSource: Sendable {
  var summary: DeclarationSummary?
  var candidate: CandidateSource?
  var problem: LintProblem?
  var isLinted: Bool

  init(_ file: LintScope.File, needles: Needles, room: TreeRoom) {
    isLinted = file.isLinted
    switch SourceReader.read(file.path) {
    case .failure(let failure):
      problem = failure
    case .success(let bytes):
      let source = SourceReader.parse(bytes, path: file.path.shown, module: file.module)
      problem = SourceReader.problem(in: source)
      summary = DeclarationSummary(of: source.tree, path: file.path.shown, module: file.module)
      guard file.isLinted, needles.occur(in: bytes) else { return }
      candidate = CandidateSource(
        path: file.path, module: file.module, kept: room.take(bytes.count) ? source : nil)
    }
  }
}

/// A file that may hold a use, with its tree as long as there was room for it.
struct CandidateSource: Sendable {
  var path: SourcePath
  var module: String?
  var kept: SourceFile?

  func sourceFile() -> Result<SourceFile, LintProblem> {
    if let kept { return .success(kept) }
    return SourceReader.read(path).map { SourceReader.parse($0, path: path.shown, module: module) }
  }
}

/// All files of a run after they were read.
struct ReadSources: Sendable {
  /// How many files were read in order to be linted.
  var linted: Int
  var summaries: [DeclarationSummary]
  var candidates: [CandidateSource]
  var problems: [LintProblem]

  init(_ sources: [ReadSource]) {
    linted = sources.count { $0.isLinted && $0.summary != nil }
    summaries = sources.compactMap(\.summary)
    candidates = sources.compactMap(\.candidate)
    problems = sources.filter(\.isLinted).compactMap(\.problem)
  }
}

/// The names without which a file holds no use of the legacy or the new API.
struct Needles: Sendable {
  private let names: [[UInt8]]

  init(_ configuration: Configuration) {
    let new = Decision.Kind.allCases.map { configuration.replacements[$0] }
    let legacy = configuration.legacy.attributes + configuration.legacy.functions
    let all = legacy + new.flatMap { [$0.attribute, $0.function] }
    names = Set(all).sorted().map { Array($0.utf8) }
  }

  func occur(in bytes: [UInt8]) -> Bool {
    names.contains { ByteSearch.contains($0, in: bytes) }
  }
}

/// Room for trees that are kept from one step to the next, in bytes of their sources.
final class TreeRoom: Sendable {
  private let left: Mutex<Int>

  init(_ size: Int = 8 << 20) { left = Mutex(size) }

  func take(_ size: Int) -> Bool {
    left.withLock { left in
      guard size <= left else { return false }
      left -= size
      return true
    }
  }
}
