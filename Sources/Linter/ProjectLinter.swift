#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif
import Rules

/// The linter for other programs: what it finds as values, as the command line's JSON, and its fixes as a diff.
///
/// ```swift
/// let linter = try ProjectLinter(paths: ["Sources"])
/// let report = linter.lint()
/// for finding in report.findings {
///   print("\(finding.path):\(finding.start.line): \(finding.message)")
/// }
/// print(linter.diff())
/// ```
///
/// It reads files and writes none; everything is read anew at each call.
public struct ProjectLinter: Sendable {
  private let pipeline: Pipeline

  /// A linter of files, and of directories that it walks.
  ///
  /// - Parameters:
  ///   - paths: Absolute, or relative to the working directory, as reported paths are.
  ///   - rulesFile: Extends the shipped rules, instead of the `.recache.yml` nearest to the paths.
  /// - Throws: An error whose description says what is wrong with the rules file, or that the paths have several.
  public init(paths: [String] = ["."], rulesFile: String? = nil) throws {
    let file = try RulesFileChoice.file(named: rulesFile, paths: paths)
    let configuration = try Configuration.load(project: file)
    var request = LintRequest(
      paths: paths, workingDirectory: Self.workingDirectory, configuration: configuration)
    request.exclude = [
      (RulesFileChoice.folder(of: file, in: request.workingDirectory), configuration.exclude)
    ]
    pipeline = Pipeline(request)
  }

  /// Looks at all files.
  public func lint() -> Report { Report(pipeline.lint()) }

  /// What `recache fix --diff` prints: the fixes as a unified diff, empty where there is nothing to fix.
  ///
  /// - Parameter includingUnsafe: Whether fixes that a person should look at are in it.
  public func diff(includingUnsafe: Bool = false) -> String {
    let bytes = pipeline.fix(includingUnsafe: includingUnsafe).changes.flatMap(\.diff)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static var workingDirectory: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }
}
