package import HashProbe
package import SwiftSyntax

/// A Swift file that was read and parsed.
package struct SourceFile: Sendable {
  /// As it is reported: relative to the working directory.
  package let path: String
  package let bytes: [UInt8]
  package let tree: SourceFileSyntax
}

/// What rules may know beside the file in hand.
package struct RuleContext: Sendable {
  package let configuration: Configuration
  /// Everything declared under the linted directory.
  package let index: DeclarationIndex
}
