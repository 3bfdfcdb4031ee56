package import HashProbe

/// Says of a function whether its result is data or a resource: by the table, then by what the index knows.
package struct Decider: Sendable {
  let index: DeclarationIndex
  let table: DecisionTable
  let sharingOption: String
  let answers = ConformanceAnswers()

  package init(configuration: Configuration, index: DeclarationIndex) {
    self.index = index
    table = DecisionTable(configuration)
    sharingOption = configuration.options.first(where: \.asksForSharing)?.name ?? "allowOutputMutation"
  }

  /// Decides on one function.
  ///
  /// - Parameters:
  ///   - returnType: As it is written or inferred, names not looked up.
  ///   - spelled: The same as the source spells it, for the decision to repeat.
  ///   - scope: The types around the function, outermost first.
  ///   - generics: Its own parameters and what it demands of them, without those of the types around it.
  ///   - calls: The names that its body uses, which prefer one row of several.
  ///   - sharingAsked: Whether its author asked for one shared object.
  package func decide(
    returnType: TypeExpression, spelled: String, scope: [String], generics: GenericSignature,
    module: String?, imports: [String], calls: [String], sharingAsked: Bool
  ) -> Decision {
    var names = index.scope(in: scope, module: module, imports: Set(imports))
    names.addGenericParameters(generics.parameters.map(\.name))
    let question = Question(
      scope: names, circumstances: circumstances(names, Set(imports), Set(calls)), module: module,
      assumptions: index.assumptions(of: generics, in: names))
    let resolved = index.resolve(returnType, in: names)

    var decision: Decision
    if let match = table.match(expanded(returnType, in: names), in: question.circumstances) {
      let notes = match.row.note.map { [Finding.Note(message: $0)] } ?? []
      decision = Decision(
        kind: match.row.kind, returnType: spelled, because: match.row.useCase, confidence: .certain,
        notes: notes)
    } else if let nature = nature(of: resolved, question) {
      decision = Decision(
        kind: nature.kind, returnType: spelled, because: nature.because, confidence: .likely)
    } else {
      return unsure(spelled, sharingAsked)
    }
    addCautions(to: &decision, resolved, question, sharingAsked)
    return decision
  }

  private func unsure(_ spelled: String, _ sharingAsked: Bool) -> Decision {
    let what = "the type '\(spelled)' is not known"
    let because =
      sharingAsked
      ? "\(what), and '\(sharingOption): true' asks for one shared object"
      : "\(what); if you are unsure, start with data"
    return Decision(
      kind: sharingAsked ? .resource : .data, returnType: spelled, because: because, confidence: .unsure,
      isSafe: false)
  }

  /// What a person should know beside the decision, and what makes its fix unsafe.
  private func addCautions(
    to decision: inout Decision, _ type: ResolvedType, _ question: Question, _ sharingAsked: Bool
  ) {
    switch decision.kind {
    case .resource:
      guard let culprit = unsendable(type, question) else { return }
      decision.isSafe = false
      decision.notes.append(culprit)
    case .data:
      if sharingAsked {
        decision.notes.append(
          Finding.Note(
            message:
              "'\(sharingOption): true' let callers change one shared value; each of them gets a copy now"))
      }
      if let culprit = uncopyable(type, question) {
        decision.isSafe = false
        decision.notes.append(culprit)
      }
    }
  }

  private func circumstances(
    _ scope: NameScope, _ imports: Set<String>, _ calls: Set<String>
  ) -> DecisionTable.Circumstances {
    DecisionTable.Circumstances(calls: calls, imports: imports) { [index] name in
      index.declares(name, in: scope)
    }
  }
}

/// What a return type is judged under.
struct Question {
  var scope: NameScope
  var circumstances: DecisionTable.Circumstances
  var module: String?
  /// What the function demands of its generic parameters.
  var assumptions: Set<Assumption> = []
  /// The types being judged, so that recursive ones end.
  var visiting: Set<TypeNumber> = []
  /// What has been found out so far.
  let judged = JudgedTypes()
}

/// The natures of the types that one return type is made of.
final class JudgedTypes {
  var natures: [ResolvedType: Decider.Nature?] = [:]
}

extension DeclarationIndex {
  /// Whether a name means a type of the project, rather than one of the toolchain or of a module not at hand.
  func declares(_ name: String, in scope: NameScope) -> Bool {
    guard let type = try? TypeExpression(parsing: name) else { return false }
    switch resolve(type, in: scope) {
    case .declared(let number, _): return !isToolchain(number)
    case .existential(let parts), .opaque(let parts):
      guard case .declared(let number, _)? = parts.first else { return false }
      return !isToolchain(number)
    case .parameter, .member: return true
    default: return false
    }
  }
}
