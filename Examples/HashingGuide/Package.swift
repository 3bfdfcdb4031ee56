// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "HashingGuide",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "recache", path: "../..")],
  targets: [
    .target(
      name: "HashingGuide",
      dependencies: [.product(name: "CacheRuntime", package: "recache")])
  ],
  swiftLanguageModes: [.v6])
