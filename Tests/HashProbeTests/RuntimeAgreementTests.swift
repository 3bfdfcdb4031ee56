import Foundation
import HashProbe
import Testing

/// What the probe says of the toolchain's types is what the cache does with them, for every one of the facts.
@Suite struct RuntimeAgreementTests {
  private static let modules = [
    "Swift", "_Concurrency", "_StringProcessing", "Foundation", "FoundationEssentials",
    "FoundationNetworking",
    "Dispatch", "Synchronization", "RegexBuilder", "Observation",
  ]

  /// The types that have no parameters, by their names with modules.
  private static func types(of index: DeclarationIndex) -> [(name: String, number: TypeNumber)] {
    index.types.compactMap { type -> (String, TypeNumber)? in
      guard index.isToolchain(type.number), type.kind != .protocol,
        index.module(of: type.number).map(modules.contains) == true,
        case .declared(_, let arguments) = index.selfType(type.number), arguments.isEmpty
      else { return nil }
      return (index.fullName(type.number), type.number)
    }
  }

  /// The overloads that take arguments, and what the probe has to say of those that they take.
  enum Overloads: String, CaseIterable {
    case part, storedPart

    func expects(_ verdict: Verdict) -> Bool {
      verdict.answer == .hashable && (self == .part || verdict.isStable == true)
    }
  }

  @Test(arguments: Overloads.allCases)
  func `What is called hashable is taken as an argument, and nothing else`(overloads: Overloads)
    throws
  {
    let probe = Probe(index: DeclarationIndex())
    let types = Self.types(of: probe.index)
    #expect(types.count > 500)
    let function = overloads.rawValue
    var lines = Self.modules.dropFirst().map { "import \($0)" } + ["import CacheRuntime"]
    let first = lines.count + 1
    lines += types.map {
      "func ask(_ value: \($0.name)) { _ = CacheExpansion.\(function)(value, \"value\", \"ask\") }"
    }
    let answer = try Compiler.typecheck(
      lines.joined(separator: "\n") + "\n", arguments: Compiler.runtimeArguments)
    let errors = Dictionary(grouping: answer.errors, by: \.line)
    var compared = 0
    var differences: [String] = []
    for (position, type) in types.enumerated() {
      let said = errors[first + position, default: []].map(\.message)
      let isRefused = said.contains { $0.contains("'\(function)' is unavailable") }
      // What is not there on this platform, or cannot be copied, was not asked.
      guard said.isEmpty || isRefused else { continue }
      compared += 1
      let verdict = probe.verdict(onArgument: probe.index.selfType(type.number), module: nil)
      if overloads.expects(verdict) == isRefused {
        differences.append(
          "\(type.name): \(verdict.answer) \(verdict.isStable ?? false), the cache \(isRefused ? "refuses" : "takes") it"
        )
      }
    }
    #expect(compared > 500)
    #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
  }
}
