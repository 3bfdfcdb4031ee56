import HashProbe
import SwiftParser

/// Which package target a file belongs to, by the manifests among the files that were found.
struct ModuleMap {
  private var layout = PackageLayout()

  /// - Parameter files: Canonical paths; a manifest that cannot be read is as good as none.
  init(manifestsAmong files: [String], _ pool: WorkerPool) {
    let manifests = files.filter { $0.hasSuffix("/Package.swift") }
    let targets = pool.map(manifests) { path -> [PackageTarget]? in
      guard let bytes = try? contents(of: path, limit: 1 << 20), BracketRun.excess(in: bytes) == nil else {
        return nil
      }
      return PackageLayout.targets(in: bytes.withUnsafeBufferPointer { Parser.parse(source: $0) })
    }
    for (path, targets) in zip(manifests, targets) {
      if let targets { layout.add(targets, in: PathText.parent(of: path)) }
    }
  }

  func module(ofFile path: String) -> String? { layout.module(ofFile: path) }
}
