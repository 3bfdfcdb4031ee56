package import HashProbe
package import SwiftSyntax

/// A Swift file that was read and parsed.
package struct SourceFile: Sendable {
  /// As it is reported: relative to the working directory.
  package let path: String
  /// The package target that it belongs to, if any.
  package let module: String?
  package let bytes: [UInt8]
  package let tree: SourceFileSyntax
  let imports: FileImports
  /// The offset at which each line starts.
  private let lineStarts: [Int]

  package init(path: String, module: String?, bytes: [UInt8], tree: SourceFileSyntax) {
    self.path = path
    self.module = module
    self.bytes = bytes
    self.tree = tree
    self.imports = FileImports(tree)
    self.lineStarts = Self.lineStarts(in: bytes)
  }

  /// Where an offset lies; one past the end counts as the end.
  package func position(at offset: Int) -> SourcePosition {
    var low = 0
    var high = lineStarts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourcePosition(line: low + 1, column: offset - lineStarts[low] + 1, offset: offset)
  }

  /// Lines end with `\n`, `\r\n` or `\r`, as they do for the compiler.
  private static func lineStarts(in bytes: [UInt8]) -> [Int] {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() {
      let isLoneReturn =
        byte == UInt8(ascii: "\r") && bytes[offset...].dropFirst().first != UInt8(ascii: "\n")
      if byte == UInt8(ascii: "\n") || isLoneReturn { starts.append(offset + 1) }
    }
    return starts
  }
}

/// What rules may know beside the file in hand; made once for all files.
package struct RuleContext: Sendable {
  package let configuration: Configuration
  /// Everything declared under the linted directory.
  package let index: DeclarationIndex
  /// The ids that a suppression may name.
  let knownRules: [String]
  let names: ProjectNames
  let handles: HandleTable
  let decider: Decider
  let probe: Probe
  private(set) var memory: FileMemory?

  package init(
    configuration: Configuration, index: DeclarationIndex, knownRules: [String] = Registry.ruleIDs
  ) {
    self.knownRules = knownRules
    self.configuration = configuration
    self.index = index
    self.names = ProjectNames(index: index, configuration: configuration)
    self.handles = HandleTable(index: index, configuration: configuration)
    self.decider = Decider(configuration: configuration, index: index)
    self.probe = Probe(index: index, configuration: configuration)
  }

  /// The same for rules that look at one file, one after the other.
  package func remembering(_ file: SourceFile) -> RuleContext {
    var context = self
    context.memory = FileMemory(of: file)
    return context
  }

  /// Whether an id, or `all`, means any rule.
  func knowsRule(_ id: String) -> Bool { id == Directive.Name.all || knownRules.contains(id) }

  /// The configured severity of a rule, or its own.
  func severity(of rule: RuleDescription) -> Severity {
    configuration.severities[rule.id] ?? rule.severity
  }
}
