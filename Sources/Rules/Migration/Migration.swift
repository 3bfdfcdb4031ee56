import HashProbe
import SwiftSyntax

/// One use with all that is to be said of it: what it caches, what that is, and how the use is rewritten.
///
/// Both rules of the migration read it, so that the fix of `removed-option` on a legacy use *is* the fix of
/// `legacy-cache`: removing `allowOutputMutation: true` alone would destroy the evidence for a resource.
struct Migration {
  let use: CacheUse
  let function: CachedFunction
  /// Only of a legacy use; of the others the name says what they are.
  let decision: Decision?
  let kind: Decision.Kind
  let options: OptionPlan
  let fix: Fix?
  /// Why there is no fix, or only an unsafe one.
  let reasons: [Finding.Note]

  static func migrations(in file: SourceFile, _ context: RuleContext) -> [Migration] {
    let find = { CacheUse.uses(in: file, context).map { Migration(of: $0, in: file, context) } }
    return context.memory?.migrations(in: file, find) ?? find()
  }

  init(of use: CacheUse, in file: SourceFile, _ context: RuleContext) {
    self.use = use
    var function: CachedFunction
    switch use.form {
    case .attribute(_, let declaration, let insideConditional):
      function = CachedFunction(declaration)
      if insideConditional { function.doubts.append(.insideConditional) }
      let replaced = Set(Decision.Kind.allCases.map { context.configuration.replacements[$0].attribute })
      if use.generation == .legacy, declaration.attributes.contains(anyOf: replaced) {
        function.obstacles.append(.alreadyReplaced)
      }
    case .call(let call): function = CachedFunction(in: call, of: file, context.index)
    }
    self.function = function
    switch use.generation {
    case .legacy:
      let decision = Self.decide(use, function, file.imports, file, context)
      self.decision = decision
      kind = decision.kind
    case .replacement(let kind):
      decision = nil
      self.kind = kind
    }
    options = OptionPlan(of: use, as: kind, body: function.calls, context.configuration)
    let names = context.configuration.replacements[kind]
    let replacement = decision == nil ? nil : use.replacement(names)
    reasons = Self.reasons(
      function, options, attribute: "@" + names.attribute, isAttribute: use.isAttribute,
      isLegacy: decision != nil)
    fix = Self.fix(use, function, options, decision, replacement: replacement, file)
  }

  private static func fix(
    _ use: CacheUse, _ function: CachedFunction, _ options: OptionPlan, _ decision: Decision?,
    replacement: String?, _ file: SourceFile
  ) -> Fix? {
    guard options.obstacle == nil else { return nil }
    // An attribute of the new API that the compiler refuses for another reason loses its old options all the same.
    if replacement != nil, !function.obstacles.isEmpty { return nil }
    var edits = options.edits(of: use, in: file.bytes)
    if let replacement { edits.append(use.renaming(to: replacement, in: file.bytes)) }
    guard !edits.isEmpty else { return nil }
    let isDecided = decision.map { $0.isSafe && $0.confidence != .unsure } ?? true
    let isSafe = isDecided && function.doubts.isEmpty && options.doubts.isEmpty
    return Fix(
      title: title(use, options, replacement), applicability: isSafe ? .safe : .unsafe,
      edits: Edit.joined(edits))
  }

  private static func title(_ use: CacheUse, _ options: OptionPlan, _ replacement: String?) -> String {
    var parts: [String] = []
    if let replacement { parts.append("replace '\(use.spelling)' with '\(use.spelling(of: replacement))'") }
    let removed = options.changes.filter { $0.outcome == .removed }.map { "'\($0.name)'" }
    if !removed.isEmpty { parts.append("remove " + removed.joined(separator: ", ")) }
    let written = options.changes.compactMap { change -> String? in
      if case .replaced(let name, let value) = change.outcome { return "'\(name): \(value)'" }
      return nil
    }
    if !written.isEmpty { parts.append("write " + written.joined(separator: ", ")) }
    return parts.joined(separator: " and ")
  }

  private static func decide(
    _ use: CacheUse, _ function: CachedFunction, _ imports: FileImports, _ file: SourceFile,
    _ context: RuleContext
  ) -> Decision {
    let sharing = context.configuration.options.filter(\.asksForSharing).map(\.name)
    let asksForSharing =
      use.arguments?.contains { argument in
        argument.label.map { sharing.contains($0.plainText) } == true
          && argument.expression.trimmedText == "true"
      } ?? false
    guard let returnType = function.returnType, let result = function.result else {
      return .unwritten(asksForSharing: asksForSharing)
    }
    return context.decider.decide(
      returnType: result, spelled: returnType, scope: function.scope,
      generics: function.generics, module: file.module, imports: imports.modules,
      calls: function.calls?.all ?? [], sharingAsked: asksForSharing)
  }
}

extension Decision {
  /// Nothing says what is returned: shared if that was asked for, and data otherwise.
  fileprivate static func unwritten(asksForSharing: Bool) -> Decision {
    Decision(
      kind: asksForSharing ? .resource : .data, returnType: "",
      because: asksForSharing
        ? "its result is not written out, and 'allowOutputMutation: true' asks for one shared object"
        : "its result is not written out; if you are unsure, start with data",
      confidence: .unsure, isSafe: false)
  }
}

extension CacheUse {
  var isAttribute: Bool {
    if case .attribute = form { return true }
    return false
  }

  /// The edit that puts another name in its place; from `@` on, unless a comment stands in between.
  func renaming(to replacement: String, in bytes: [UInt8]) -> Edit {
    let written = String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    let plain = isAttribute ? "@" + name.text : name.text
    if module == nil, written == plain {
      return Edit(start: range.lowerBound, end: range.upperBound, replacement: spelling(of: replacement))
    }
    if let module, isAttribute, written == "@" + module.text + "." + name.text {
      return Edit(
        start: range.lowerBound, end: range.upperBound, replacement: "@" + module.text + "." + replacement)
    }
    return Edit(start: name.startOffset, end: name.endOffset, replacement: replacement)
  }
}

extension Edit {
  /// The same edits in ascending order, those that touch made one.
  static func joined(_ edits: [Edit]) -> [Edit] {
    var joined: [Edit] = []
    for edit in edits.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if let last = joined.last, last.end == edit.start {
        joined[joined.count - 1] = Edit(
          start: last.start, end: edit.end, replacement: last.replacement + edit.replacement)
      } else {
        joined.append(edit)
      }
    }
    return joined
  }
}

extension AttributeListSyntax {
  fileprivate func contains(anyOf names: Set<String>) -> Bool {
    contains { element in
      guard case .attribute(let attribute) = element else { return false }
      let name = attribute.attributeName
      return (name.as(IdentifierTypeSyntax.self)?.name ?? name.as(MemberTypeSyntax.self)?.name)
        .map { names.contains($0.plainText) } ?? false
    }
  }
}
