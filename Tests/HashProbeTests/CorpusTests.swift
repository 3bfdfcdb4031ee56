import Foundation
import HashProbe
import SwiftParser
import Testing

/// What the compiler said of every type of public packages, recorded by `Scripts/record-compiler-verdicts.py`.
///
/// A package is compared where its sources are at hand: among this package's own dependencies, or in the directory
/// that `RECACHE_CORPUS` names. Recorded of swift-log 1.16.2, swift-collections 1.6.0, swift-nio 2.101.2,
/// GRDB.swift 7.10.0, swift-http-types 1.8.0, FlyingFox 0.27.1 and swift-mustache 2.1.1 on Linux.
@Suite struct CorpusTests {
  static let corpus = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")
  static let packages: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: corpus.path)) ?? []
    return files.map { String($0.dropLast(4)) }.filter { sources(of: $0) != nil }.sorted()
  }()

  @Test func `The expectations of some package are compared`() { #expect(!Self.packages.isEmpty) }

  @Test(arguments: packages)
  func `Every verdict is the compiler's`(package: String) throws {
    let directory = try #require(Self.sources(of: package))
    let probe = Probe(index: try Self.index(of: directory))
    let text = try String(contentsOf: Self.corpus.appending(path: package + ".txt"), encoding: .utf8)
    var wrong: [String] = []
    var unknown: [String] = []
    let lines = text.split(separator: "\n").map { $0.split(separator: " ") }
    for line in lines where line.count == 2 {
      guard let number = probe.index.types(named: String(line[0])).first else {
        wrong.append("\(line[0]) was not found")
        continue
      }
      let verdict = probe.verdict(on: number)
      switch verdict.answer {
      case .unknown: unknown.append("\(line[0]): \(verdict.because)")
      case .hashable where line[1] != "yes", .unhashable where line[1] != "no":
        wrong.append("\(line[0]): \(verdict.answer), the compiler says \(line[1]); \(verdict.because)")
      default: continue
      }
    }
    #expect(wrong.isEmpty)
    #expect(unknown.count * 100 <= lines.count, "\(unknown)")
  }

  private static func sources(of package: String) -> URL? {
    let root = corpus.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["RECACHE_CORPUS"].map { URL(filePath: $0) }
    return [named, root.appending(path: ".build/checkouts")].compactMap { $0?.appending(path: package) }
      .first { FileManager.default.fileExists(atPath: $0.appending(path: "Package.swift").path) }
  }

  private static func index(of directory: URL) throws -> DeclarationIndex {
    var layout = PackageLayout()
    let root = directory.resolvingSymlinksInPath().path
    let files = (FileManager.default.enumerator(atPath: root)?.allObjects as? [String] ?? [])
      .filter { $0.hasSuffix(".swift") && !$0.contains(".build/") }.map { root + "/" + $0 }
    for file in files where file.hasSuffix("/Package.swift") {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      layout.add(Parser.parse(source: text), in: String(file.dropLast("/Package.swift".count)))
    }
    let summaries = files.compactMap { file -> DeclarationSummary? in
      guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return nil }
      return DeclarationSummary(
        of: Parser.parse(source: text), path: file, module: layout.module(ofFile: file))
    }
    return DeclarationIndex(summaries)
  }
}
