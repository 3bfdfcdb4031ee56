import Foundation

/// The Swift compiler with the built plug-in and modules.
struct Compiler: Sendable {
  enum Failure: Error {
    case notBuilt(String)
  }

  /// Where the build put the plug-in and the modules.
  let buildFolder: URL

  init() throws {
    let beside = Bundle.main.executableURL?.deletingLastPathComponent()
    let packaged = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../.build/debug")
      .standardized
    let folders = [beside, packaged].compactMap(\.self)
    guard
      let folder = folders.first(where: { FileManager.default.fileExists(atPath: Self.plugin(in: $0).path()) }
      )
    else { throw Failure.notBuilt(folders.map { $0.path() }.joined(separator: ", ")) }
    buildFolder = folder
  }

  private var checkouts: URL {
    buildFolder.resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "checkouts")
  }

  private static func plugin(in folder: URL) -> URL { folder.appending(path: "CacheMacros-tool") }

  /// What the compiler is to do with the sources.
  enum Pass: String, Sendable {
    case typecheck = "-typecheck"
    /// Diagnostics that come after type checking, such as captures, need all of the module's files to be sound.
    case sil = "-emit-sil"
  }

  /// Runs the compiler once over all files, as one module, and groups what it says by file.
  ///
  /// - Parameter flags: What the module is compiled with beside.
  func diagnostics(of files: [String], _ pass: Pass, flags: [String] = []) throws
    -> [String: [PrintedDiagnostic]]
  {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    var arguments = [
      "swiftc", pass.rawValue, "-module-name", "Fixtures", "-swift-version", "6", "-parse-as-library", "-wmo",
      "-diagnostic-style", "llvm", "-no-color-diagnostics",
      "-package-name", "fixtures", "-enable-upcoming-feature", "ExistentialAny",
      "-I", buildFolder.appending(path: "Modules").path(),
      // The module of the system's SQLite, which the compiler reads because the cache's own module was made with it.
      "-I", checkouts.appending(path: "GRDB.swift/Sources/GRDBSQLite").path(),
      // That of libhiredis, for the same reason, where the trait 'SharedStore' is on.
      "-I",
      URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/CHiredis")
        .standardized
        .path(),
      "-load-plugin-executable", "\(Self.plugin(in: buildFolder).path())#CacheMacros",
    ]
    if pass == .sil { arguments += ["-o", "/dev/null"] }
    process.arguments = arguments + flags + files
    let output = Pipe()
    process.standardError = output
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return Self.parse(text)
  }

  /// Reads `path:line:column: severity: text`.
  ///
  /// What is said inside an expansion belongs to the line that the note "in expansion of macro" names.
  static func parse(_ output: String) -> [String: [PrintedDiagnostic]] {
    let pattern =
      /^(.+?):(\d+):(\d+): (error|warning|note): (.*?)(?: \(from macro '[^']*'\))?(?: \[#?\w+\])?$/
    var found: [String: [PrintedDiagnostic]] = [:]
    var waiting: [(severity: String, text: String)] = []
    for line in output.split(separator: "\n") {
      guard let match = line.wholeMatch(of: pattern), let number = Int(match.2) else { continue }
      let (path, severity) = (String(match.1), String(match.4))
      // The labels of a deprecated macro are its options, which other tests hold.
      let text = String(match.5).replacing(/'(\w+)\((?:\w+:)+\)' is deprecated/) { "'\($0.1)' is deprecated" }
      if severity == "note", text.hasPrefix("in expansion of macro") {
        guard path.hasSuffix(".swift"), !path.contains("@__swiftmacro") else { continue }
        found[path, default: []] += waiting.map {
          PrintedDiagnostic(line: number, severity: $0.severity, text: $0.text)
        }
        waiting = []
      } else if path.contains("@__swiftmacro") {
        waiting.append((severity, text))
      } else {
        found[path, default: []].append(PrintedDiagnostic(line: number, severity: severity, text: text))
      }
    }
    return found.mapValues { $0.sorted() }
  }
}
