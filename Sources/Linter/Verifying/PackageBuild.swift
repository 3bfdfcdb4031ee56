#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A package as `swift build` leaves it: the arguments with which each of its modules was compiled.
struct PackageBuild {
  struct Module {
    var arguments: [String]
    var importPath: String
    /// `@testable import` works.
    var isTestable: Bool
  }

  private let modules: [String: Module]

  /// Builds the package, which takes a moment where it is built already.
  static func build(
    _ directory: String, withTests: Bool, timeLimit: Duration
  ) throws(VerificationFailure) -> PackageBuild {
    // With absolute paths nothing here can be taken for an option.
    let scratch = directory + "/.build"
    let arguments =
      ["build", "--package-path", directory, "--scratch-path", scratch, "--build-system", "native"]
      + (withTests ? ["--build-tests"] : [])
    let run: ChildProcess
    do { run = try ChildProcess.run("swift", arguments, timeLimit: timeLimit) } catch {
      throw .notStarted(program: "swift", error)
    }
    switch run.ending {
    case .timedOut: throw .timedOut(what: "the build of '\(directory)'", timeLimit)
    case .exited(0): return try PackageBuild(scratch: scratch)
    case .exited, .signalled, .lost:
      throw .notBuilt(directory: directory, CompilerDiagnostic.read(run.text).filter(\.isError))
    }
  }

  private init(scratch: String) throws(VerificationFailure) {
    let path = scratch + "/debug/description.json"
    do {
      let description = try JSONDecoder().decode(
        Description.self, from: Data(try contents(of: path, limit: 256 << 20)))
      var modules: [String: Module] = [:]
      // A module that macros need is built for the compiler too; the one for the program comes last.
      let commands = description.swiftCommands.sorted { $0.key > $1.key }
        .sorted { $0.key.contains("-tool.module") && !$1.key.contains("-tool.module") }
      for (_, command) in commands {
        modules[command.moduleName] = Module(
          arguments: Self.typecheckingArguments(command.otherArguments), importPath: command.importPath,
          isTestable: command.otherArguments.contains("-enable-testing"))
      }
      self.modules = modules
    } catch {
      throw .notDescribed(path: path)
    }
  }

  subscript(module: String) -> Module? { modules[module] }

  private struct Description: Decodable {
    struct Command: Decodable {
      var moduleName: String
      var importPath: String
      var otherArguments: [String]
    }

    var swiftCommands: [String: Command]
  }

  /// What decides how names are found and what is accepted; what is about output is left out.
  private static func typecheckingArguments(_ arguments: [String]) -> [String] {
    let single: Set<String> = [
      "-incremental", "-enable-batch-mode", "-serialize-diagnostics", "-parseable-output",
      "-emit-objc-header",
      "-warnings-as-errors", "-g", "-enable-testing",
    ]
    let withValue: Set<String> = ["-index-store-path", "-emit-objc-header-path"]
    var kept: [String] = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      // What is passed on is no argument of the compiler's own.
      if argument == "-Xcc" || argument == "-Xfrontend", let value = rest.popFirst() {
        kept += [argument, value]
      } else if withValue.contains(argument) {
        rest = rest.dropFirst()
      } else if !single.contains(argument), !argument.hasPrefix("-j") {
        kept.append(argument)
      }
    }
    return kept
  }
}
