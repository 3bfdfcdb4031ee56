@testable import Rules

extension Configuration {
  /// The shipped rules, which other tests hold to be readable.
  static let shippedForTests: Configuration = {
    do {
      return try Configuration.shipped()
    } catch {
      preconditionFailure("rules.yml: \(error)")
    }
  }()
}
