/// Parsing alone, with the threads, the order and the memory of a lint run: what such a run is measured against.
package struct BareParsing {
  package let files: Int
  package let bytes: Int

  package init(paths: [String], workingDirectory: String, workers: Int? = nil) {
    let scope = LintScope(paths: paths, workingDirectory: workingDirectory)
    let sizes = scope.linted.map { (try? FileStatus(of: $0.canonical).size) ?? 0 }
    let order = sizes.indices.sorted { sizes[$0] > sizes[$1] }
    let parsed = WorkerPool(workers: workers).map(scope.linted, order: order) { path -> Int? in
      guard case .success(let bytes) = SourceReader.read(path) else { return nil }
      let file = SourceReader.parse(bytes, path: path.shown, module: nil)
      return file.bytes.count
    }
    files = parsed.count { $0 != nil }
    bytes = parsed.reduce(0) { $0 + ($1 ?? 0) }
  }
}
