import Foundation
import Testing

@testable import Rules

@Suite struct RulesFileSearchTests {
  /// A folder of its own, removed afterwards.
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "recache-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.resolvingSymlinksInPath())
  }

  private func fault(_ path: String) -> RulesFileFault? {
    #expect(throws: RulesFileError.self) { try Configuration.load(project: path, knownRules: []) }?.fault
  }

  @Test func theNearestFileUpwardIsFound() throws {
    try withFolder { folder in
      let inner = folder.appending(path: "Sources/App")
      try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
      try Data("let x = 1".utf8).write(to: inner.appending(path: "Main.swift"))
      let file = folder.appending(path: ".recache.yml")
      #expect(RulesFileSearch.nearest(to: inner.path) != file.path)
      try Data("version: 1\nwidgets: [knob]\n".utf8).write(to: file)
      #expect(RulesFileSearch.nearest(to: inner.path) == file.path)
      #expect(RulesFileSearch.nearest(to: inner.appending(path: "Main.swift").path) == file.path)
      #expect(RulesFileSearch.nearest(to: inner.path + "/../App/./") == file.path)
      #expect(try Configuration.load(project: file.path, knownRules: []).widgets.last == "knob")
      let nearer = folder.appending(path: "Sources/.recache.yml")
      try Data("version: 1\n".utf8).write(to: nearer)
      #expect(RulesFileSearch.nearest(to: inner.path) == nearer.path)
      #expect(RulesFileSearch.nearest(to: folder.appending(path: "nowhere").path) == nil)
    }
  }

  @Test func whatIsFoundAndCannotBeReadIsAnError() throws {
    try withFolder { folder in
      let file = folder.appending(path: ".recache.yml")
      try FileManager.default.createSymbolicLink(
        at: file, withDestinationURL: folder.appending(path: "gone.yml"))
      #expect(RulesFileSearch.nearest(to: folder.path) == file.path)
      #expect(fault(file.path) == .missing)
    }
  }

  @Test func filesThatAreNoneAreErrors() throws {
    try withFolder { folder in
      #expect(fault(folder.appending(path: "gone.yml").path) == .missing)
      #expect(fault(folder.path) == .isDirectory)
      let large = folder.appending(path: "large.yml")
      try Data(repeating: 0x20, count: (1 << 20) + 1).write(to: large)
      #expect(fault(large.path) == .tooLarge(limit: 1 << 20))
      let pipe = folder.appending(path: "pipe.yml")
      #expect(mkfifo(pipe.path, 0o600) == 0)
      #expect(fault(pipe.path) == .notAFile)
      let error = RulesFileError(path: "gone.yml", fault: .missing)
      #expect(error.description == "gone.yml: error: no such file")
      let unreadable = RulesFileError(path: "x.yml", fault: .unreadable(code: EACCES))
      #expect(unreadable.description == "x.yml: error: the file cannot be read (permission denied)")
    }
  }
}
