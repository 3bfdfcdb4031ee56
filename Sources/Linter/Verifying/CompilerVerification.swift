package import HashProbe

/// Puts verdicts to the compiler, whose answer wins.
///
/// 1. Each verdict belongs to the **package** around its declaration, which is built once, debug, as `swift build` does.
/// 2. The verdicts of a **module** become the lines of one source, type-checked with the arguments of that module.
/// 3. What the compiler says of a line takes the place of what the index said.
///
/// A single file outside of any package is type-checked with the questions behind it.
package struct CompilerVerification {
  private let probe: Probe
  /// As it was named.
  private let path: String
  private let workingDirectory: String
  private let timeLimit: Duration

  package init(probe: Probe, path: String, workingDirectory: String, timeLimit: Duration) {
    self.probe = probe
    self.path = path
    self.workingDirectory = workingDirectory
    self.timeLimit = timeLimit
  }

  package func verify(_ report: inout ProbeReport) throws(VerificationFailure) {
    var items = report.types.indices.map {
      Item(.type($0), report.types[$0], report.types[$0].declaredAt?.path)
    }
    items += report.parameters.indices.filter { report.parameters[$0].isHashed }.map {
      Item(.parameter($0), report.parameters[$0].verdict, report.parameters[$0].place.path)
    }
    for (root, items) in Dictionary(grouping: items, by: { root(of: $0) }).sorted(by: {
      ($0.key ?? "") < ($1.key ?? "")
    }) {
      for (position, verdict) in try verdicts(on: items, in: root) {
        switch position {
        case .type(let index): report.types[index] = verdict
        case .parameter(let index): report.parameters[index].verdict = verdict
        }
      }
    }
  }

  /// A verdict with its place in the report and the file that it is about.
  private struct Item {
    enum Position: Hashable { case type(Int), parameter(Int) }

    var position: Position
    var verdict: Verdict
    var file: String?

    init(_ position: Position, _ verdict: Verdict, _ file: String?) {
      self.position = position
      self.verdict = verdict
      self.file = file
    }
  }

  private func root(of item: Item) -> String? {
    let file = PathText.absolute(item.file ?? path, in: workingDirectory)
    guard let canonical = try? canonicalPath(file), let status = try? FileStatus(of: canonical) else {
      return nil
    }
    return LintScope.packageRoot(
      above: status.kind == .directory ? canonical : PathText.parent(of: canonical))
  }

  private func verdicts(
    on items: [Item], in root: String?
  ) throws(VerificationFailure) -> [(Item.Position, Verdict)] {
    guard let root else { return try verdictsWithoutPackage(on: items) }
    let withTests = items.contains { item in
      let file = PathText.absolute(item.file ?? path, in: workingDirectory)
      return file.hasPrefix(root + "/Tests/") || module(of: item)?.hasSuffix("Tests") == true
    }
    let build = try PackageBuild.build(root, withTests: withTests, timeLimit: timeLimit)
    var verdicts: [(Item.Position, Verdict)] = []
    for (module, items) in Dictionary(grouping: items, by: { module(of: $0) }).sorted(by: {
      ($0.key ?? "") < ($1.key ?? "")
    }) {
      verdicts += try self.verdicts(on: items, of: module, build)
    }
    return verdicts
  }

  /// The module that a verdict is about, or one that it names.
  private func module(of item: Item) -> String? {
    if let file = item.file, let module = probe.index.module(ofFile: file) { return module }
    return probe.question(for: item.verdict)?.modules.filter { !ToolchainFacts.modules.contains($0) }.min()
  }

  private func verdicts(
    on items: [Item], of module: String?, _ build: PackageBuild
  ) throws(VerificationFailure) -> [(Item.Position, Verdict)] {
    let compiled = module.flatMap { build[$0] }
    var asked: [(item: Item, question: CompilerQuestion)] = []
    var verdicts: [(Item.Position, Verdict)] = []
    for item in items {
      guard let question = probe.question(for: item.verdict) else {
        verdicts.append(
          (item.position, item.verdict.unasked("its type cannot be written down outside of its declaration")))
        continue
      }
      if let reason = reason(against: question, build, module) {
        verdicts.append((item.position, item.verdict.unasked(reason)))
      } else {
        asked.append((item, question))
      }
    }
    guard !asked.isEmpty else { return verdicts }
    let modules = asked.reduce(into: Set<String>()) { $0.formUnion($1.question.modules) }
    let imports = modules.subtracting(["Swift", "_Concurrency", "_StringProcessing"]).sorted().map { name in
      build[name]?.isTestable == true ? "@testable import \(name)" : "import \(name)"
    }
    var arguments = compiled?.arguments ?? []
    if let compiled { arguments += ["-I", compiled.importPath] }
    let answers = try self.answers(to: asked.map(\.question), before: imports, arguments, file: nil)
    return verdicts
      + zip(asked, answers).map { ($0.item.position, $0.item.verdict.answered($1)) }
  }

  /// Why a type cannot be named from another file of another module.
  private func reason(against question: CompilerQuestion, _ build: PackageBuild, _ module: String?) -> String?
  {
    if question.access <= .fileprivate { return "it is private to its file, where nobody else can ask" }
    for name in question.modules.sorted() where !ToolchainFacts.modules.contains(name) {
      guard let built = build[name] else { return "the build has no module '\(name)'" }
      if question.access < .public, !built.isTestable {
        return "it is internal, and the module '\(name)' was built without '-enable-testing'"
      }
    }
    return nil
  }

  /// A file of its own is asked from within, where private names are in sight.
  private func verdictsWithoutPackage(on items: [Item]) throws(VerificationFailure) -> [(
    Item.Position, Verdict
  )] {
    let file = PathText.absolute(path, in: workingDirectory)
    let source: [UInt8]
    do { source = try contents(of: file, limit: SourceReader.sizeLimit) } catch {
      throw .noPackage(path: path)
    }
    let lines = String(decoding: source, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    var asked: [(item: Item, question: CompilerQuestion)] = []
    var verdicts: [(Item.Position, Verdict)] = []
    for item in items {
      if let question = probe.question(for: item.verdict) {
        asked.append((item, question))
      } else {
        verdicts.append(
          (item.position, item.verdict.unasked("its type cannot be written down outside of its declaration")))
      }
    }
    let arguments = lines.contains { $0.hasPrefix("@main") } ? ["-parse-as-library"] : []
    let answers = try self.answers(to: asked.map(\.question), before: lines, arguments, file: path)
    return verdicts + zip(asked, answers).map { ($0.item.position, $0.item.verdict.answered($1)) }
  }

  /// - Parameter file: The single file that stands before the questions; its own errors are failures.
  private func answers(
    to questions: [CompilerQuestion], before: [String], _ arguments: [String], file: String?
  ) throws(VerificationFailure) -> [CompilerAnswer] {
    var source = TypecheckedProbe(before: before)
    for question in questions { source.ask(question) }
    let scratch: ScratchDirectory
    do {
      scratch = try ScratchDirectory()
      try scratch.write(Array(source.source.utf8), to: "Probe.swift")
    } catch {
      throw .scratch(error)
    }
    let run: ChildProcess
    do {
      run = try ChildProcess.run(
        "swiftc",
        ["-typecheck", "-module-name", "RecacheProbe"] + arguments + [
          "-diagnostic-style", "llvm", "-no-color-diagnostics", scratch.path + "/Probe.swift",
        ], timeLimit: timeLimit, outputLimit: 64 << 20)
    } catch {
      throw .notStarted(program: "swiftc", error)
    }
    if run.ending == .timedOut { throw .timedOut(what: "type-checking the questions", timeLimit) }
    var diagnostics = CompilerDiagnostic.read(run.text)
    if let file {
      let own = diagnostics.filter { $0.isError && ($0.line ?? 0) <= before.count }.map { diagnostic in
        var diagnostic = diagnostic
        diagnostic.path = file
        return diagnostic
      }
      guard own.isEmpty else { throw .notCompiled(path: file, own) }
    }
    diagnostics.removeAll { $0.path != scratch.path + "/Probe.swift" && $0.path != nil }
    return source.answers(diagnostics)
      ?? questions.map { _ in
        .unclear(diagnostics.first { $0.isError }?.text ?? "the compiler did not answer")
      }
  }
}
