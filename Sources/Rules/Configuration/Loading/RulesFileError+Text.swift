extension RulesFileError: CustomStringConvertible {
  /// The message, then the line and a caret where there is a place.
  ///
  ///     rules.yml:7:3: error: unknown rule 'legacy-cach'; did you mean 'legacy-cache'?
  ///       legacy-cach: warning
  ///       ^~~~~~~~~~~
  package var description: String {
    guard let place else { return "\(SingleLine(path)): error: \(message)" }
    let head = "\(SingleLine(path)):\(place.line):\(place.column): error: \(message)"
    let excerpt = Excerpt(place)
    return excerpt.line.isEmpty ? head : "\(head)\n\(excerpt.line)\n\(excerpt.caret)"
  }

  /// What is wrong, in one line.
  package var message: String {
    switch fault {
    case .missing: "no such file"
    case .isDirectory: "this is a directory, not a file"
    case .notAFile: "this is not a regular file"
    case .unreadable(let code): "the file cannot be read (\(SystemMessage(code)))"
    case .tooLarge(let limit): "the file is larger than \(limit) bytes"
    case .notUTF8: "the file is not UTF-8"
    case .empty: "the file is empty; start with 'version: \(RulesFile.version)'"
    case .emptyBaseline: "the file is empty; '--write-baseline' writes it"
    case .severalDocuments: "the file holds more than one document; remove the '---' and what follows"
    case .syntax(let problem): "not YAML: \(SingleLine(problem))"
    case .nestedTooDeeply(let limit): "nested deeper than \(limit) levels"
    case .tooManyAliases(let limit): "aliases stand for more than \(limit) values; write out what is meant"
    case .aliasWithinItself(let name): "alias \(quoted(name)) stands within what it names"
    case .unknownAlias(let name): "no anchor \(quoted(name)) stands before this alias"
    case .tag(let tag): "tag \(quoted(tag)) is not supported; write the value without it"
    case .keyIsNoString: "a key must be a string"
    case .duplicateKey(let key): "key \(quoted(key)) is there twice\(firstPlace)"
    case .wrongType(let expected, let found): "expected \(expected), found \(SingleLine(found))"
    case .missingKey(let key): "key \(quoted(key)) is missing"
    case .unknownKey(let key, let near): "unknown key \(quoted(key))\(didYouMean(near))"
    case .unknownRule(let id, let near): "unknown rule \(quoted(id))\(didYouMean(near))"
    case .unknownValue(let value, let allowed, let near):
      "unknown value \(quoted(value))"
        + (near.map { didYouMean($0) } ?? "; use \(allowed.map(quoted).joined(separator: ", "))")
    case .unsupportedVersion(let version, let supported):
      "version \(version) is not supported; this recache reads version \(supported)"
    case .emptyText: "the text is empty"
    case .emptyList: "the list is empty"
    case .duplicateValue(let value): "\(quoted(value)) is there twice\(firstPlace)"
    case .badIdentifier(let text): "\(quoted(text)) is not a Swift identifier"
    case .badType(let text): "\(quoted(text)) is not a Swift type"
    case .typeWithoutModule(let text):
      "\(quoted(text)) names no module; write the module in front, such as 'Foundation.Data'"
    case .badPathPattern(let text): "\(quoted(text)) is not a path pattern"
    case .badArgument(let text): "\(quoted(text)) is not an argument; write 'name: value'"
    case .needsOneOf(let keys): "one of \(keys.map(quoted).joined(separator: ", ")) is missing"
    case .conflict(let one, let other): "\(quoted(one)) and \(quoted(other)) exclude each other"
    case .needsKey(let key, let other): "\(quoted(key)) needs \(quoted(other)) beside it"
    }
  }

  private var firstPlace: String { place?.firstLine.map { "; the first is on line \($0)" } ?? "" }

  private func didYouMean(_ name: String?) -> String {
    name.map { "; did you mean \(quoted($0))?" } ?? ""
  }

  private func quoted(_ text: String) -> String { "'\(SingleLine(text))'" }
}
