/// Why the compiler could not be asked at all.
package enum VerificationFailure: Error, Hashable, Sendable {
  case noPackage(path: String)
  case notStarted(program: String, SystemError)
  case timedOut(what: String, Duration)
  case notBuilt(directory: String, [CompilerDiagnostic])
  case notDescribed(path: String)
  /// A single file that does not compile.
  case notCompiled(path: String, [CompilerDiagnostic])
  case scratch(SystemError)

  /// How many of the compiler's errors are repeated.
  private static let shown = 20

  /// Lines for standard error, with paths as seen from a directory.
  package func text(from directory: String) -> String {
    func show(_ path: String) -> String {
      PathText.isInside(path, directory) ? PathText.relative(path, to: directory) : path
    }
    switch self {
    case .noPackage(let path):
      return
        "\(path): error: no 'Package.swift' here or above; '--verify' needs a package, or a single file behind '--in'\n"
    case .notStarted(let program, let error): return "error: '\(program)' cannot be started: \(error.text)\n"
    case .timedOut(let what, let limit):
      return
        "error: \(what) took longer than \(limit.components.seconds) seconds; '--time-limit' allows more\n"
    case .notDescribed(let path):
      return "\(show(path)): error: the build's own description is missing or cannot be read\n"
    case .scratch(let error): return "error: no temporary file can be written: \(error.text)\n"
    case .notBuilt(let place, let errors):
      return lines(errors, show)
        + "\(show(place)): error: the package does not build, so the compiler was not asked\n"
    case .notCompiled(let path, let errors):
      return lines(errors, show)
        + "\(path): error: the file does not compile, so the compiler was not asked\n"
    }
  }

  private func lines(_ all: [CompilerDiagnostic], _ show: (String) -> String) -> String {
    // What has no place only sums up those that have one.
    let located = all.filter { $0.path != nil }
    let errors = located.isEmpty ? all : located
    let shown = errors.prefix(Self.shown).map { error in
      let place = error.path.map { "\(show($0)):\(error.line ?? 1):\(error.column ?? 1): " } ?? ""
      return "\(place)error: \(error.text)\n"
    }
    let rest = errors.count - shown.count
    return shown.joined() + (rest > 0 ? "and \(rest) more\n" : "")
  }
}
