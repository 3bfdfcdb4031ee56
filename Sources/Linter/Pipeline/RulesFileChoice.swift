package import Rules

/// Which rules file is in force for a run.
package enum RulesFileChoice {
  /// The shipped rules, extended by the named file or by the `.recache.yml` nearest to the paths.
  /// - Throws: `RulesFileError`, or `ConflictingRulesFiles` where two paths have different ones.
  package static func configuration(named: String?, paths: [String]) throws -> Configuration {
    try Configuration.load(project: file(named: named, paths: paths))
  }

  /// The file that extends the shipped rules: the named one, or the `.recache.yml` nearest to the paths.
  package static func file(named: String?, paths: [String]) throws(ConflictingRulesFiles) -> String? {
    if let named { return named }
    return try nearest(to: paths)
  }

  /// The folder from which on a rules file's patterns count, absolute.
  package static func folder(of file: String?, in workingDirectory: String) -> String {
    file.map { PathText.parent(of: PathText.absolute($0, in: workingDirectory)) } ?? workingDirectory
  }

  /// Where to look for the rules of a file that need not exist: the file, or else the nearest folder that does.
  package static func placeOfRules(for path: String) -> [String] {
    var place = path
    while (try? FileStatus(of: place.isEmpty ? "." : place)) == nil {
      guard let slash = place.lastIndex(of: "/") else { return ["."] }
      place = slash == place.startIndex ? "/" : String(place[..<slash])
    }
    return [place.isEmpty ? "." : place]
  }

  private static func nearest(to paths: [String]) throws(ConflictingRulesFiles) -> String? {
    var first: (path: String, file: String?)?
    for path in paths where (try? FileStatus(of: path)) != nil {
      let file = RulesFileSearch.nearest(to: path)
      guard let known = first else {
        first = (path, file)
        continue
      }
      guard known.file == file else {
        throw ConflictingRulesFiles(paths: [known.path, path], files: [known.file, file])
      }
    }
    return first?.file
  }
}

/// Two paths of one run have different rules files.
package struct ConflictingRulesFiles: Error, Hashable, CustomStringConvertible {
  package var paths: [String]
  package var files: [String?]

  package var description: String {
    let rules = zip(paths, files).map { "'\($0)' has \($1.map { "'\($0)'" } ?? "no rules file")" }
    return "error: \(rules.joined(separator: ", ")); run them apart or name one with '--rules'"
  }
}
