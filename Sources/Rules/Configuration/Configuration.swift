package import HashProbe

/// The rules in force: the shipped `rules.yml`, extended by a project's `.recache.yml`.
package struct Configuration: Hashable, Sendable {
  package var legacy: LegacyAPI
  package var replacements: Replacements
  /// In order of precedence: the project's own rows, then the shipped ones.
  package var decisions: [DecisionRow]
  package var options: [OptionChange]
  package var widgets: [String]
  package var hashing: [HashingFact]
  /// By rule id; a rule that is not named has the severity of its description.
  package var severities: [String: Severity]
  /// Module → the modules whose names it carries too: `NIO` → `NIOCore`, `NIOPosix`.
  package var reexports: [String: [String]] = [:]
  /// What is not linted: patterns as in `.gitignore`, from the folder of the rules file on.
  package var exclude: [String] = []
  /// Whether a suppression without a reason is a finding.
  package var requiresReasons = false
}

/// The catch-all API that goes: a file counts when it imports one of `modules`.
package struct LegacyAPI: Hashable, Sendable {
  package var modules: [String]
  package var attributes: [String]
  package var functions: [String]
}

/// The names that take the place of the legacy ones.
package struct Replacements: Hashable, Sendable {
  package var data: Names
  package var resource: Names

  package struct Names: Hashable, Sendable {
    package var attribute: String
    package var function: String
  }

  package subscript(kind: Decision.Kind) -> Names {
    switch kind {
    case .data: data
    case .resource: resource
    }
  }
}

/// A row of the decision table.
package struct DecisionRow: Hashable, Sendable {
  package var useCase: String
  package var kind: Decision.Kind
  /// The return types it is about, shipped ones with their module in front (`TabularData.DataFrame`).
  package var types: [TypeExpression]
  /// Names called in a body (`contentsOfCSVFile`, `JSONDecoder`) that prefer this row among those whose types match.
  package var calls: [String]
  /// What to know beside the decision.
  package var note: String?
  /// A shipped row does not mean a type of that name which the project itself declares; a project's own row does.
  package var isShipped: Bool
}

/// What becomes of an option of the legacy API.
package struct OptionChange: Hashable, Sendable {
  package var name: String
  package var action: Action
  /// Why, for the message; without a full stop.
  package var because: String
  /// Which replacement it concerns; `nil`: both.
  package var only: Decision.Kind?
  /// `true` as its value says that the author asked for one shared object: resource, where the type is unknown.
  package var asksForSharing: Bool
  /// Takes its place, written as `name: value`, when the body reads widgets.
  package var whenWidgets: String?

  package enum Action: Hashable, Sendable {
    case remove
    case rename(String)
    /// Literal value → its successor; `nil` removes the option with it.
    case values([String: String?])
  }
}

/// Whether a type that neither the project nor the toolchain declares is hashable.
package struct HashingFact: Hashable, Sendable {
  package var type: TypeExpression
  package var isHashable: Bool
  package var isStable: Bool
  package var because: String?
}
