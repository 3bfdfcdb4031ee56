import HashProbe
import Rules

/// What is left of a file after it was parsed and its tree let go.
struct ParsedSource: Sendable {
  let source: ScannedSource
  /// `nil` where the file could not be read or parsed.
  private(set) var summary: DeclarationSummary?
  private(set) var problem: LintProblem?
  /// What its uses mention; of linted files alone.
  private(set) var mentions: UseMentions?
  private(set) var outline: SourceOutline?

  init(_ source: ScannedSource, _ scanner: SourceScanner, _ configuration: Configuration) {
    self.source = source
    switch SourceReader.read(source.path) {
    case .failure(let failure): problem = failure
    case .success(let bytes):
      let file = SourceReader.parse(bytes, path: source.path.shown, module: source.module)
      problem = SourceReader.problem(in: file)
      summary = DeclarationSummary(of: file.tree, path: file.path, module: source.module)
      guard source.isLinted, source.scan.isCandidate else { return }
      let mentions = UseMentions(in: file.tree, configuration)
      self.mentions = mentions
      // What a directive is about shows in the code around it, which must not be blank then.
      guard mentions.areAttributes, !scanner.isBlind, !file.tree.hasError, !source.scan.hasDirective else {
        return
      }
      outline = bytes.withUnsafeBytes { bytes in
        SourceOutline(of: file.tree, bytes, keeping: scanner.offsets(in: bytes))
      }
    }
  }

  /// The file for the rules to look at.
  var candidate: CandidateSource {
    CandidateSource(path: source.path, module: source.module, size: source.scan.size, outline: outline)
  }
}

/// A file of a run after its bytes were looked at.
struct ScannedSource: Sendable {
  var path: SourcePath
  var isLinted: Bool
  var scan: SourceScan
  /// The package target it belongs to.
  var module: String?
}

/// A file that may hold a use.
struct CandidateSource: Sendable {
  var path: SourcePath
  var module: String?
  var size: Int
  var outline: SourceOutline?
  /// Its tree, where it is at hand.
  var kept: SourceFile?

  func sourceFile() -> Result<SourceFile, LintProblem> {
    if let kept { return .success(kept) }
    return SourceReader.read(path).map { bytes in
      SourceReader.parse(bytes, blanked: outline?.blanked(bytes), path: path.shown, module: module)
    }
  }
}
