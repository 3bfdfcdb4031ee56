import Foundation

/// The file of this name that comes with the package.
public func resource(_ name: String) -> URL {
  Bundle.module.bundleURL.appendingPathComponent("Resources").appendingPathComponent(name)
}
