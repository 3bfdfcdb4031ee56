// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "Dashboard",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "Dashboard", targets: ["Dashboard"])],
  dependencies: [
    .package(name: "recache", path: "../.."),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
  ],
  targets: [
    // Scripts that run again at each interaction, without a server and without pages.
    .target(name: "Reruns", dependencies: [.product(name: "CacheRuntime", package: "recache")]),
    .executableTarget(
      name: "Dashboard",
      dependencies: [
        "Reruns",
        .product(name: "CacheRuntime", package: "recache"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "SwiftCSV", package: "SwiftCSV"),
      ],
      resources: [
        .embedInCode("Assets/style.css"),
        .embedInCode("Assets/page.js"),
        .embedInCode("Assets/elements.js"),
        .embedInCode("Assets/widgets.js"),
        .embedInCode("Assets/chart.js"),
        .embedInCode("Assets/code.js"),
        .embedInCode("Assets/icon.svg"),
      ]),
    .testTarget(
      name: "DashboardTests",
      dependencies: [
        "Dashboard", "Reruns", .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
      ]),
    .testTarget(name: "RerunsTests", dependencies: ["Reruns"]),
  ],
  swiftLanguageModes: [.v6])
