import Foundation
import SwiftParser
import SwiftSyntax
import Testing

/// A block of Swift in an article of the documentation.
///
/// Every block is compiled. A comment above its fence may say more of it: `<!-- continues -->` when it uses what earlier
/// blocks of the article declare, `<!-- refused: text -->` when the compiler must refuse it in these words.
struct Snippet: Sendable, CustomTestStringConvertible {
  let article: String
  let line: Int
  let source: String
  let refusal: String?

  var testDescription: String { "\(article):\(line)" }

  /// The blocks of one article.
  static func all(in article: URL) throws -> [Snippet] {
    let lines = try String(contentsOf: article, encoding: .utf8).components(separatedBy: "\n")
    let name = String(article.lastPathComponent.dropLast(".md".count))
    var snippets: [Snippet] = []
    var index = 0
    while index < lines.count {
      guard lines[index] == "```swift" else {
        index += 1
        continue
      }
      let start = index + 1
      let end = lines[start...].firstIndex(of: "```") ?? lines.endIndex
      let mark = index > 0 ? lines[index - 1].wholeMatch(of: /<!-- refused: (.+) -->/) : nil
      snippets.append(
        Snippet(
          article: name, line: start, source: lines[start..<end].joined(separator: "\n"),
          refusal: mark.map { String($0.1) }))
      index = end
    }
    return snippets
  }

  /// A file with the block's declarations as they are and its statements in a function.
  var file: String {
    var declarations = ""
    var statements = ""
    for item in Parser.parse(source: source).statements {
      let variable = item.item.as(VariableDeclSyntax.self)
      let isComputed = variable?.bindings.contains { $0.accessorBlock != nil } == true
      let isDeclaration = item.item.is(DeclSyntax.self) && (variable == nil || isComputed)
      if isDeclaration { declarations += item.description } else { statements += item.description }
    }
    let function =
      statements.isEmpty ? "" : "\nfunc statementsOfLine\(line)() async throws {\n\(statements)\n}\n"
    return "import CacheRuntime\nimport Foundation\n\(declarations)\(function)"
  }
}

/// The articles of the catalogue, and what the compiler says of their blocks.
enum Catalogue {
  static let articles: [URL] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/CacheRuntime/CacheRuntime.docc").standardized
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "md" }.sorted { $0.path() < $1.path() }
  }()

  /// Writes the blocks of an article as files of one module, and compiles them: those that must compile down to SIL,
  /// then, beside them, those that must be refused.
  static func diagnostics(of article: URL) throws -> (sound: [String], refused: [Int: [String]]) {
    let snippets = try Snippet.all(in: article)
    let folder = FileManager.default.temporaryDirectory.appending(path: "snippets-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ snippet: Snippet) throws -> String {
      let path = folder.appending(path: "\(snippet.article)-\(snippet.line).swift")
      try snippet.file.write(to: path, atomically: true, encoding: .utf8)
      return path.path()
    }
    let sound = try snippets.filter { $0.refusal == nil }.map(write)
    let compiler = try Compiler()
    let said = try compiler.diagnostics(of: sound, .sil)
    var refused: [Int: [String]] = [:]
    let wrong = snippets.filter { $0.refusal != nil }
    if !wrong.isEmpty {
      let paths = try wrong.map(write)
      let saidOfWrong = try compiler.diagnostics(of: sound + paths, .typecheck)
      for (snippet, path) in zip(wrong, paths) {
        refused[snippet.line] = saidOfWrong[path, default: []].filter { $0.severity == "error" }.map(\.text)
      }
    }
    return (
      said.flatMap { path, printed in printed.map { "\(URL(filePath: path).lastPathComponent):\($0)" } }
        .sorted(),
      refused
    )
  }
}

struct DocumentationTests {
  @Test(arguments: Catalogue.articles)
  func everyBlockCompilesOrIsRefusedAsItSays(_ article: URL) throws {
    let snippets = try Snippet.all(in: article)
    let (sound, refused) = try Catalogue.diagnostics(of: article)
    #expect(sound == [])
    for snippet in snippets {
      guard let text = snippet.refusal else { continue }
      let said = refused[snippet.line, default: []]
      #expect(said.contains { $0.contains(text) }, "\(snippet.testDescription): \(said)")
    }
  }

  @Test func thereAreArticles() throws {
    #expect(Catalogue.articles.count >= 8)
    #expect(try Catalogue.articles.flatMap(Snippet.all).count >= 30)
  }
}
