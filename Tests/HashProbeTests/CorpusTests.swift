import Foundation
import HashProbe
import SwiftParser
import Testing

/// What the compiler said of every type of public packages, recorded by `Scripts/record-compiler-verdicts.py`.
///
/// A package is compared where its sources are at hand: among this package's own dependencies, or in the directory
/// that `RECACHE_CORPUS` names, with its dependencies beside it. Recorded on Linux, of the versions in `Versions.txt`.
@Suite struct CorpusTests {
  static let corpus = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")
  static let packages: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: corpus.path)) ?? []
    return files.map { String($0.dropLast(4)) }.filter { CorpusPackage(named: $0) != nil }.sorted()
  }()

  @Test func `The expectations of some package are compared`() { #expect(!Self.packages.isEmpty) }

  @Test func `Every package's version is written down`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.corpus.path)
    let names = Set(files.map { String($0.dropLast(4)) }).subtracting(["Versions"])
    let versions = try String(contentsOf: Self.corpus.appending(path: "Versions.txt"), encoding: .utf8)
    #expect(Set(versions.split(separator: "\n").map { String($0.prefix { $0 != " " }) }) == names)
  }

  @Test(arguments: packages)
  func `Every verdict is the compiler's`(package: String) throws {
    let text = try String(contentsOf: Self.corpus.appending(path: package + ".txt"), encoding: .utf8)
    var asked: [(type: String, isHashable: Bool)] = []
    for line in text.split(separator: "\n") {
      let space = try #require(line.lastIndex(of: " "))
      asked.append((String(line[..<space]), line[space...] == " yes"))
    }
    let corpus = try #require(CorpusPackage(named: package))
    var verdicts = try corpus.verdicts(on: asked.map(\.type), withDependencies: false)
    if verdicts.contains(where: { $0.answer == .unknown }) {
      verdicts = try corpus.verdicts(on: asked.map(\.type), withDependencies: true)
    }
    let unknown = verdicts.filter { $0.answer == .unknown }.map { "\($0.type): \($0.because)" }
    let wrong = zip(asked, verdicts).filter { asked, verdict in
      verdict.answer != .unknown && (verdict.answer == .hashable) != asked.isHashable
    }
    .map { "\($0.type): \($1.answer), the compiler says otherwise; \($1.because)" }
    #expect(wrong.isEmpty)
    #expect(unknown.count * 100 <= asked.count, "\(unknown)")
  }
}

/// A package whose sources are at hand, and the packages that it depends on.
private struct CorpusPackage {
  let directory: URL

  init?(named name: String) {
    let named = ProcessInfo.processInfo.environment["RECACHE_CORPUS"].map { URL(filePath: $0) }
    let folders = [named, ToolchainFactsTests.root.appending(path: ".build/checkouts")].compactMap(\.self)
    let candidates = folders.map { $0.appending(path: name) }
    guard let found = candidates.first(where: Self.isPackage) else { return nil }
    directory = found.resolvingSymlinksInPath()
  }

  private static func isPackage(_ folder: URL) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path)
  }

  /// A type with arguments is an expression; of others the declaration itself is meant.
  func verdicts(on types: [String], withDependencies: Bool) throws -> [Verdict] {
    let probe = Probe(index: try index(withDependencies: withDependencies))
    let declared = probe.index.projectTypes.filter { !probe.index.isSuperseded($0) }
    let numbers = Dictionary(grouping: declared, by: probe.index.fullName)
    return try types.map { type in
      if let number = numbers[type]?.first { return probe.verdict(on: number) }
      let module = String(type.prefix { $0 != "." })
      return probe.verdict(
        on: try TypeExpression(parsing: type), in: probe.index.scope(in: [], module: module))
    }
  }

  private func index(withDependencies: Bool) throws -> DeclarationIndex {
    var folders = [directory]
    var next = 0
    while withDependencies, next < folders.count {
      for name in try dependencies(of: folders[next]) {
        let folder = directory.deletingLastPathComponent().appending(path: name)
        if Self.isPackage(folder), !folders.contains(folder) { folders.append(folder) }
      }
      next += 1
    }
    return DeclarationIndex(try folders.flatMap(summaries))
  }

  /// The last words of `.package(url: "https://…/name.git", …)`.
  private func dependencies(of folder: URL) throws -> [String] {
    let manifest = try String(contentsOf: folder.appending(path: "Package.swift"), encoding: .utf8)
    return manifest.matches(of: /url:\s*"[^"]*\/([^"\/]+?)(?:\.git)?"/).map { String($0.1) }
  }

  /// Tests aside: what they declare is in nobody's sight.
  private func summaries(of folder: URL) throws -> [DeclarationSummary] {
    var layout = PackageLayout()
    let root = folder.resolvingSymlinksInPath().path
    let files = (FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? [])
      .filter { $0.hasSuffix(".swift") && !$0.contains(".build/") && !$0.hasPrefix("Tests/") }
      .map { root + "/" + $0 }
    for file in files where file.hasSuffix("/Package.swift") {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      layout.add(Parser.parse(source: text), in: String(file.dropLast("/Package.swift".count)))
    }
    return files.compactMap { file -> DeclarationSummary? in
      guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return nil }
      return DeclarationSummary(
        of: Parser.parse(source: text), path: file, module: layout.module(ofFile: file))
    }
  }
}
