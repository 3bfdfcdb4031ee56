// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "recache-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    // Without the macros, whose swift-syntax takes a quarter of an hour to build: their expansion stands in
    // `Sources/CacheBenchmarks/Generated`, and a test of the root package keeps it the same as the macros'.
    .package(name: "recache", path: "..", traits: [])
  ],
  targets: [
    .executableTarget(
      name: "CacheBenchmarks",
      dependencies: ["CAllocator", .product(name: "CacheRuntime", package: "recache")]),
    // A store on disk beside plain files.
    .executableTarget(
      name: "StoreBenchmarks", dependencies: [.product(name: "CacheRuntime", package: "recache")]),
    // The guide's table of large data: in memory, from disk, beside plain files and Streamlit.
    .executableTarget(
      name: "LargeValues", dependencies: [.product(name: "CacheRuntime", package: "recache")]),
    // What the allocator has given out, which Swift's C library modules do not tell.
    .target(name: "CAllocator"),
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
