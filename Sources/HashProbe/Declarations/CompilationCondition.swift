/// What stands behind `#if`, or its contrary behind `#else`.
package indirect enum CompilationCondition: Hashable, Codable, Sendable {
  /// `DEBUG`, `true`.
  case flag(String)
  /// `os(Linux)`, `canImport(UIKit)`, `swift(>=6.0)`.
  case call(String, String)
  case not(CompilationCondition)
  case all([CompilationCondition])
  case any([CompilationCondition])
}
