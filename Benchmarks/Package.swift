// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "recache-benchmarks",
  platforms: [.macOS(.v15)],
  targets: [
    // Compiles the eviction policies that CacheRuntime ships, through a link to their folder, beside those it does not.
    .executableTarget(name: "EvictionSimulator"),
    .testTarget(name: "EvictionSimulatorTests", dependencies: ["EvictionSimulator"]),
  ],
  swiftLanguageModes: [.v6])

for target in package.targets {
  target.swiftSettings = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ]
}
