import HashProbe
import Rules

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

  /// How much of it is more than a comment to the parser, in bytes.
  var parsedSize: Int { outline?.keptSize ?? size }

  func sourceFile() -> Result<SourceFile, LintProblem> {
    if let kept { return .success(kept) }
    return SourceReader.read(path).map { bytes in
      SourceReader.parse(bytes, blanked: outline?.blanked(bytes), path: path.shown, module: module)
    }
  }
}
