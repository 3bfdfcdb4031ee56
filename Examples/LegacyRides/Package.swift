// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "LegacyRides",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "RideKit", targets: ["RideKit"]),
    .executable(name: "LegacyRides", targets: ["LegacyRides"]),
  ],
  dependencies: [
    .package(name: "recache", path: "../.."),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    .target(
      name: "RideKit",
      dependencies: [
        .product(name: "CacheRuntime", package: "recache"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "SwiftCSV", package: "SwiftCSV"),
      ],
      resources: [.copy("Resources")]),
    .executableTarget(
      name: "LegacyRides",
      dependencies: [
        "RideKit",
        .product(name: "CacheRuntime", package: "recache"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
  ],
  swiftLanguageModes: [.v6])
