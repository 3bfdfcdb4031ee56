// swift-tools-version: 6.2

import CompilerPluginSupport
import PackageDescription

// On Linux the library lies where the compiler looks anyway, and its pkg-config file has a flag that SwiftPM warns about.
#if os(Linux)
let hiredisConfiguration: String? = nil
#else
let hiredisConfiguration: String? = "hiredis"
#endif

let package = Package(
  name: "recache",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "CacheRuntime", targets: ["CacheRuntime"]),
    .library(name: "Linter", targets: ["Linter"]),
    .executable(name: "recache", targets: ["recache"]),
  ],
  traits: [
    .trait(
      name: "Macros",
      description:
        "The macros @CacheData, @CacheResource and @cache; without it swift-syntax is not built for the compiler."
    ),
    .trait(
      name: "SharedStore",
      description: "The store that many machines share, on Redis or Valkey; needs the system's libhiredis."
    ),
    .default(enabledTraits: ["Macros"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/swiftlang/swift-syntax", from: "603.0.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CHiredis",
      pkgConfig: hiredisConfiguration,
      providers: [.apt(["libhiredis-dev"]), .brew(["hiredis"])]),

    // The cache, which applications import, and what it shares with the compiler plug-in.
    .target(name: "DurationText"),
    .macro(
      name: "CacheMacros",
      dependencies: [
        "DurationText",
        .product(name: "SwiftCompilerPlugin", package: "swift-syntax"),
        .product(name: "SwiftDiagnostics", package: "swift-syntax"),
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
        .product(name: "SwiftSyntaxBuilder", package: "swift-syntax"),
        .product(name: "SwiftSyntaxMacros", package: "swift-syntax"),
      ]),
    .target(
      name: "CacheRuntime",
      dependencies: [
        "DurationText",
        .target(name: "CacheMacros", condition: .when(traits: ["Macros"])),
        .target(name: "CHiredis", condition: .when(traits: ["SharedStore"])),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
      ]),

    // The linter, from what a type is to the command line.
    .target(
      name: "HashProbe",
      dependencies: [
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
      ]),
    .target(
      name: "Rules",
      dependencies: [
        "CLibYAML",
        "HashProbe",
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
      ],
      resources: [.embedInCode("../../rules.yml")]),
    .target(
      name: "Linter",
      dependencies: [
        "CacheRuntime",
        "HashProbe",
        "Rules",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftParserDiagnostics", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
      ]),
    .executableTarget(
      name: "recache",
      dependencies: [
        "CacheRuntime",
        "Linter",
        "Rules",
        "HashProbe",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .testTarget(
      name: "CacheMacrosTests",
      dependencies: [
        "CacheMacros",
        .product(name: "SwiftSyntaxMacroExpansion", package: "swift-syntax"),
        .product(name: "SwiftSyntaxMacrosGenericTestSupport", package: "swift-syntax"),
      ]),
    .testTarget(
      name: "CompileFailTests",
      dependencies: [
        "CacheMacros",
        "CacheRuntime",
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
      ],
      exclude: ["Refused", "RefusedInSIL", "Accepted", "AcceptedAnywhere"]),
    // Random input that a seed gives again.
    .target(name: "SeededRandom", path: "Tests/SeededRandom"),
    // A process beside the tests of the cache: what several of them do to one store, and what one leaves that is killed.
    .executableTarget(name: "CacheWorker", dependencies: ["CacheRuntime"], path: "Tests/CacheWorker"),
    .testTarget(
      name: "CacheRuntimeTests",
      dependencies: [
        "CacheRuntime", "CacheWorker", "DurationText", "SeededRandom",
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "MetricsTestKit", package: "swift-metrics"),
      ],
      exclude: ["Conformance/rows.txt"]),
    .testTarget(
      name: "HashProbeTests",
      dependencies: [
        "CacheRuntime", "CacheWorker", "HashProbe", "SeededRandom",
        .product(name: "SwiftParser", package: "swift-syntax"),
      ],
      exclude: ["Corpus"]),
    .testTarget(
      name: "RulesTests",
      dependencies: [
        "HashProbe",
        "Linter",
        "Rules",
        "SeededRandom",
        .product(name: "SwiftParser", package: "swift-syntax"),
        .product(name: "SwiftSyntax", package: "swift-syntax"),
      ]),
    .testTarget(
      name: "LinterTests",
      dependencies: [
        "HashProbe", "Linter", "Rules", "SeededRandom",
        .product(name: "SwiftSyntax", package: "swift-syntax"),
      ],
      exclude: ["Report/Golden"]),
    .testTarget(name: "RecacheTests", dependencies: ["CacheRuntime", "SeededRandom", "recache"]),
  ],
  swiftLanguageModes: [.v6])

// A sanitizer wants everything built anew. With this in the environment the package is the cache and its tests alone, without
// macros, so that neither swift-syntax nor the linter is built for it: see `make test-races`.
if Context.environment["RECACHE_CACHE_ALONE"] == "1" {
  let kept: Set = [
    "CHiredis", "DurationText", "CacheRuntime", "SeededRandom", "CacheWorker", "CacheRuntimeTests",
  ]
  package.targets.removeAll { !kept.contains($0.name) }
  package.products.removeAll { $0.name != "CacheRuntime" }
  package.traits = package.traits.filter { $0.name == "SharedStore" }
  package.dependencies.removeAll {
    if case .sourceControl(_, let location, _) = $0.kind {
      location.hasSuffix("swift-syntax") || location.hasSuffix("swift-argument-parser")
    } else {
      false
    }
  }
  for target in package.targets {
    target.dependencies.removeAll {
      if case .targetItem(let name, _) = $0 { !kept.contains(name) } else { false }
    }
  }
}

for target in package.targets where target.type != .system {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .treatAllWarnings(as: .error),
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
    ]
}
