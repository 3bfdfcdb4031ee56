package import SwiftSyntax

/// Which module each file of a set of packages belongs to, as their manifests spell it.
///
/// Manifests are programs; what they compute is not known here. A target that is not written out is found by the
/// convention that its folder, `Sources/NAME` or `Tests/NAME`, carries its name.
package struct PackageLayout: Sendable {
  /// By the package's directory, without a `/` at the end.
  private var packages: [String: [PackageTarget]] = [:]

  package init() {}

  /// Adds the package whose `Package.swift` lies in `directory`.
  package mutating func add(_ manifest: SourceFileSyntax, in directory: String) {
    add(Self.targets(in: manifest), in: directory)
  }

  /// Adds a package by its targets.
  package mutating func add(_ targets: [PackageTarget], in directory: String) {
    packages[directory] = targets
  }

  /// The targets that a manifest spells out.
  package static func targets(in manifest: SourceFileSyntax) -> [PackageTarget] {
    let finder = TargetFinder(viewMode: .sourceAccurate)
    finder.walk(manifest)
    return finder.targets
  }

  /// The paths of the packages that a manifest names by them: `.package(path: "../Other")`.
  package static func localDependencies(in manifest: SourceFileSyntax) -> [String] {
    let finder = TargetFinder(viewMode: .sourceAccurate)
    finder.walk(manifest)
    return finder.localDependencies
  }

  /// The module of a file; `nil` where it belongs to none, as manifests and scripts do.
  package func module(ofFile path: String) -> String? {
    // The code of a tutorial is shown and not compiled.
    guard let (relative, targets) = package(of: path), !relative.contains(".docc/") else { return nil }
    let owner = targets.filter { $0.owns(relative) }.max { $0.depth(in: relative) < $1.depth(in: relative) }
    if let owner { return owner.module }
    // What a target leaves out of its folder belongs to none.
    if targets.contains(where: { $0.depth(in: relative) > 0 }) { return nil }
    let parts = relative.split(separator: "/")
    guard let first = parts.first, Self.sourceFolders.contains(String(first)) || first == "Tests" else {
      return nil
    }
    if parts.count > 2 { return PackageTarget.moduleName(String(parts[1])) }
    let only = targets.filter { !$0.isTest }
    return parts.count == 2 && only.count == 1 ? only.first?.module : nil
  }

  /// What `.define("NAME")` defines in the package around a file.
  package func flags(ofFile path: String) -> Set<String> {
    Set(package(of: path)?.targets.flatMap(\.flags) ?? [])
  }

  private func package(of path: String) -> (relative: String, targets: [PackageTarget])? {
    var directory = path[...]
    while let slash = directory.lastIndex(of: "/") {
      directory = directory[..<slash]
      if let targets = packages[String(directory)] {
        return (String(path[slash...].dropFirst()), targets)
      }
    }
    return packages[""].map { (path, $0) }
  }

  static let sourceFolders = ["Sources", "Source", "src", "srcs"]
}

/// A target as far as it says where its files are.
package struct PackageTarget: Hashable, Sendable {
  var module: String
  /// Where its files may lie, relative to the package; `""` is the package's own folder.
  var folders: [String]
  /// What of a folder belongs to it, all if there is none, and what does not: files and folders in it.
  var sources: [String] = []
  var excluded: [String] = []
  var isTest: Bool
  var flags: [String]

  /// Whether a file, by its path in the package, is one of its sources.
  func owns(_ path: String) -> Bool {
    folders.contains { folder in
      guard let rest = Self.rest(of: path, in: folder), !Self.isManifest(path) else { return false }
      func lies(in entry: String) -> Bool { rest == entry || rest.hasPrefix(entry + "/") || entry.isEmpty }
      return !excluded.contains(where: lies) && (sources.isEmpty || sources.contains(where: lies))
    }
  }

  /// How much of a path its folder covers.
  func depth(in path: String) -> Int {
    folders.filter { Self.rest(of: path, in: $0) != nil }.map(\.utf8.count).max() ?? 0
  }

  private static func rest(of path: String, in folder: String) -> Substring? {
    if folder.isEmpty { return path[...] }
    let rest = path.utf8.dropFirst(folder.utf8.count)
    guard rest.first == UInt8(ascii: "/"), path.utf8.starts(with: folder.utf8) else { return nil }
    return Substring(rest.dropFirst())
  }

  /// `Package.swift`, `Package@swift-6.0.swift`.
  private static func isManifest(_ path: String) -> Bool {
    !path.contains("/") && path.hasSuffix(".swift")
      && (path == "Package.swift" || path.hasPrefix("Package@swift-"))
  }

  /// A target's name as an identifier.
  static func moduleName(_ name: String) -> String {
    String(name.map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "_" })
  }
}

private final class TargetFinder: SyntaxVisitor {
  private static let kinds: Set<String> = ["target", "executableTarget", "testTarget", "macro", "plugin"]
  var targets: [PackageTarget] = []
  var localDependencies: [String] = []

  override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
    let called = node.calledExpression.as(MemberAccessExprSyntax.self)?.declName.baseName.text
    if called == "package", let path = text(of: "path", in: node) { localDependencies.append(path) }
    guard let callee = node.calledExpression.as(MemberAccessExprSyntax.self),
      Self.kinds.contains(callee.declName.baseName.text), let name = text(of: "name", in: node)
    else { return .visitChildren }
    let kind = callee.declName.baseName.text
    let isTest = kind == "testTarget"
    var folders = (isTest ? ["Tests"] : kind == "plugin" ? ["Plugins"] : []) + PackageLayout.sourceFolders
    folders = folders.map { "\($0)/\(name)" }
    if let path = text(of: "path", in: node) { folders = [Self.plain(path)] }
    // A dependency is written `.target(name:)` too, inside of a target that was added already.
    targets.append(
      PackageTarget(
        module: PackageTarget.moduleName(name), folders: folders, sources: paths(of: "sources", in: node),
        excluded: paths(of: "exclude", in: node), isTest: isTest, flags: defines(in: node)))
    return .visitChildren
  }

  /// Without `.` and slashes that say nothing.
  private static func plain(_ path: String) -> String {
    path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  private func paths(of label: String, in node: FunctionCallExprSyntax) -> [String] {
    let list = node.arguments.first { $0.label?.text == label }?.expression.as(ArrayExprSyntax.self)
    return list?.elements.compactMap { element in
      element.expression.as(StringLiteralExprSyntax.self)?.representedLiteralValue.map(Self.plain)
    } ?? []
  }

  private func text(of label: String, in node: FunctionCallExprSyntax) -> String? {
    node.arguments.first { $0.label?.text == label }
      .flatMap { $0.expression.as(StringLiteralExprSyntax.self)?.representedLiteralValue }
  }

  private func defines(in node: FunctionCallExprSyntax) -> [String] {
    let settings = node.arguments.first { $0.label?.text == "swiftSettings" }
    return settings?.expression.as(ArrayExprSyntax.self)?.elements.compactMap { element in
      guard let call = element.expression.as(FunctionCallExprSyntax.self),
        call.calledExpression.as(MemberAccessExprSyntax.self)?.declName.baseName.text == "define",
        call.arguments.count == 1
      else { return nil }
      return call.arguments.first?.expression.as(StringLiteralExprSyntax.self)?.representedLiteralValue
    } ?? []
  }
}
