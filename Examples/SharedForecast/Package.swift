// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "SharedForecast",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "recache", path: "../..", traits: ["SharedStore"])],
  targets: [
    .executableTarget(
      name: "SharedForecast",
      dependencies: [.product(name: "CacheRuntime", package: "recache")])
  ],
  swiftLanguageModes: [.v6])
