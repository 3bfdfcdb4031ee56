import HashProbe
import SwiftParser

/// Which package target a file belongs to, by the manifests among the files that were found.
struct ModuleMap {
  private var layout = PackageLayout()

  /// - Parameter files: Canonical paths; a manifest that cannot be read is as good as none.
  init(manifestsAmong files: [String]) {
    for path in files where path.hasSuffix("/Package.swift") {
      guard let bytes = try? contents(of: path, limit: 1 << 20) else { continue }
      let tree = bytes.withUnsafeBufferPointer { Parser.parse(source: $0) }
      layout.add(tree, in: PathText.parent(of: path))
    }
  }

  func module(ofFile path: String) -> String? { layout.module(ofFile: path) }
}
