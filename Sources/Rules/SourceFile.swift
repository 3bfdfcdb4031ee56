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
  private let lines: LineTable

  package init(path: String, module: String?, bytes: [UInt8], tree: SourceFileSyntax) {
    self.path = path
    self.module = module
    self.bytes = bytes
    self.tree = tree
    self.imports = FileImports(tree)
    self.lines = LineTable(bytes)
  }

  /// Where an offset lies; one past the end counts as the end.
  package func position(at offset: Int) -> SourcePosition {
    let (line, column) = lines.lineAndColumn(at: offset)
    return SourcePosition(line: line, column: column, offset: offset)
  }
}

/// What rules may know beside the file in hand; made once for all files.
///
/// A class, because it is handed about by several threads, and a copy would count the references of all of its parts.
package final class RuleContext: Sendable {
  package let configuration: Configuration
  /// Everything declared under the linted directory.
  package let index: DeclarationIndex
  /// The ids that a suppression may name.
  let knownRules: [String]
  private let facts: ProjectFacts
  var names: ProjectNames { _read { yield facts.names } }
  var handles: HandleTable { _read { yield facts.handles } }
  let decider: Decider
  let probe: Probe
  let memory: FileMemory?

  /// - Parameter facts: Of the files in the index, where they are known already.
  package init(
    configuration: Configuration, index: DeclarationIndex, knownRules: [String] = Registry.ruleIDs,
    facts: ProjectFacts? = nil
  ) {
    self.knownRules = knownRules
    self.configuration = configuration
    self.index = index
    self.facts = facts ?? ProjectFacts(index.projectSummaries, configuration: configuration)
    self.decider = Decider(configuration: configuration, index: index)
    self.probe = Probe(index: index, configuration: configuration)
    memory = nil
  }

  private init(_ other: RuleContext, memory: FileMemory) {
    knownRules = other.knownRules
    configuration = other.configuration
    index = other.index
    facts = other.facts
    decider = other.decider
    probe = other.probe
    self.memory = memory
  }

  /// The same for rules that look at one file, one after the other.
  package func remembering(_ file: SourceFile) -> RuleContext {
    RuleContext(self, memory: FileMemory(of: file))
  }

  /// Whether an id, or `all`, means any rule.
  func knowsRule(_ id: String) -> Bool { id == Directive.Name.all || knownRules.contains(id) }

  /// The configured severity of a rule, or its own.
  func severity(of rule: RuleDescription) -> Severity {
    configuration.severities[rule.id] ?? rule.severity
  }
}

extension RuleContext {
  /// What the project's files say without their types being looked up.
  package struct ProjectFacts: Sendable {
    let names: ProjectNames
    let handles: HandleTable

    package init(_ summaries: [DeclarationSummary], configuration: Configuration) {
      names = ProjectNames(summaries, configuration: configuration)
      handles = HandleTable(summaries, configuration: configuration)
    }
  }
}
