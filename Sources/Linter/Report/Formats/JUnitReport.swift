import Rules

/// JUnit's XML: a finding is a failed test, a file a suite of them.
///
/// A run without findings is one test that passed, since a report without tests counts as broken in many places.
enum JUnitReport {
  static func text(_ report: LintReport) -> String {
    var suites: [String: [(test: String, isError: Bool)]] = [:]
    for finding in report.findings {
      suites[finding.path, default: []].append((test(finding), false))
    }
    for problem in report.problems {
      let place = problem.position.map { ":\($0.line):\($0.column)" } ?? ""
      let error = XMLText.element("error", ["message": problem.message, "type": "error"], indent: 3)
      let test = XMLText.element(
        "testcase", ["classname": problem.path, "name": "recache\(place)"], indent: 2, [error])
      suites[problem.path, default: []].append((test, true))
    }
    if suites.isEmpty {
      let test = XMLText.element("testcase", ["classname": "recache", "name": "lint"], indent: 2)
      let suite = XMLText.element(
        "testsuite", ["name": "recache", "tests": "1", "failures": "0", "errors": "0"], indent: 1, [test])
      return document([suite], failures: 0, errors: 0)
    }
    let elements = suites.keys.sorted(by: PathText.precedes).map { path in
      let tests = suites[path, default: []]
      let errors = tests.count(where: \.isError)
      return XMLText.element(
        "testsuite",
        [
          "name": path, "tests": String(tests.count), "failures": String(tests.count - errors),
          "errors": String(errors),
        ], indent: 1, tests.map(\.test))
    }
    return document(elements, failures: report.findings.count, errors: report.problems.count)
  }

  private static func test(_ finding: Finding) -> String {
    let place = "\(finding.start.line):\(finding.start.column)"
    let notes = finding.notes.map { "\nnote: \($0.message)" }.joined()
    let failure = XMLText.element(
      "failure", ["message": finding.message + notes, "type": finding.severity.rawValue], indent: 3)
    return XMLText.element(
      "testcase", ["classname": finding.path, "name": "\(finding.rule):\(place)"], indent: 2, [failure])
  }

  private static func document(_ suites: [String], failures: Int, errors: Int) -> String {
    XMLText.head
      + XMLText.element(
        "testsuites",
        [
          "name": "recache", "tests": String(max(1, failures + errors)), "failures": String(failures),
          "errors": String(errors),
        ], suites)
  }
}
