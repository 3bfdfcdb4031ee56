import HashProbe
import SwiftSyntax

/// The names that a body calls, and the argument labels of those calls: `DataFrame`, `contentsOfCSVFile`.
struct CalledNames {
  var called: Set<String>
  var labels: Set<String>

  init(in body: some SyntaxProtocol) {
    let collector = Collector(viewMode: .sourceAccurate)
    collector.walk(body)
    called = collector.called
    labels = collector.labels
  }

  /// All of them in alphabetical order, so that the same body always gives the same list.
  var all: [String] { called.union(labels).sorted() }

  private final class Collector: SyntaxVisitor {
    var called: Set<String> = []
    var labels: Set<String> = []

    override func visit(_ node: FunctionCallExprSyntax) -> SyntaxVisitorContinueKind {
      var callee = node.calledExpression
      if let specialized = callee.as(GenericSpecializationExprSyntax.self) { callee = specialized.expression }
      if let reference = callee.as(DeclReferenceExprSyntax.self) {
        called.insert(reference.baseName.plainText)
      } else if let member = callee.as(MemberAccessExprSyntax.self) {
        called.insert(member.declName.baseName.plainText)
        // `URLSession.shared.data(from:)`, `FileHandle.standardInput.read(upToCount:)`: the type says what is done.
        if let base = member.base?.firstToken(viewMode: .sourceAccurate) { called.insert(base.plainText) }
      }
      for argument in node.arguments {
        if let label = argument.label { labels.insert(label.plainText) }
      }
      return .visitChildren
    }
  }
}
