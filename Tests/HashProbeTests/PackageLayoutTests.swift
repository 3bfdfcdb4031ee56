import HashProbe
import SwiftParser
import Testing

@Suite struct PackageLayoutTests {
  static let layout = {
    var layout = PackageLayout()
    layout.add(
      Parser.parse(
        source: """
          let package = Package(name: "app", targets: [
            .target(name: "Core", dependencies: [.target(name: "Tables")]),
            .target(name: "Tables", path: "./Libraries/Tables/", swiftSettings: [.define("FAST")]),
            .target(name: "whole-sale", path: "Whole"),
            .testTarget(name: "CoreTests"),
          ])
          """), in: "/p")
    layout.add(
      Parser.parse(
        source: "let package = Package(name: \"one\", targets: [.executableTarget(name: \"One\")])"),
      in: "/p/Examples/One")
    layout.add(
      Parser.parse(
        source: """
          let package = Package(name: "flat", targets: [
            .target(name: "Flat", path: ".", exclude: ["Demo", "./Tests/", "Old.swift"]),
            .target(name: "Parts", path: "Parts", sources: ["Code", "One.swift"]),
            .testTarget(name: "FlatTests", path: "Tests"),
          ])
          """), in: "/f")
    return layout
  }()

  @Test(arguments: [
    ("/p/Sources/Core/A.swift", "Core"),
    ("/p/Sources/Core/Deep/A.swift", "Core"),
    ("/p/Libraries/Tables/A.swift", "Tables"),
    ("/p/Whole/A.swift", "whole_sale"),
    ("/p/Tests/CoreTests/A.swift", "CoreTests"),
    ("/p/Sources/Computed/A.swift", "Computed"),
    ("/p/Sources/Core/Core.docc/Resources/Step1.swift", nil),
    ("/p/Package.swift", nil),
    ("/p/Scripts/A.swift", nil),
    ("/p/Examples/One/Sources/A.swift", "One"),
    ("/p/Examples/One/Sources/One/A.swift", "One"),
    ("/q/Sources/Core/A.swift", nil),
    ("/f/A.swift", "Flat"),
    ("/f/Deep/A.swift", "Flat"),
    ("/f/Demo/A.swift", nil),
    ("/f/Demonstration/A.swift", "Flat"),
    ("/f/Old.swift", nil),
    ("/f/Package.swift", nil),
    ("/f/Package@swift-6.0.swift", nil),
    ("/f/Tests/A.swift", "FlatTests"),
    ("/f/Parts/Code/A.swift", "Parts"),
    ("/f/Parts/One.swift", "Parts"),
  ])
  func `A file belongs to the target whose folder it lies in`(path: String, module: String?) {
    #expect(Self.layout.module(ofFile: path) == module)
  }

  @Test func `Flags are those that the manifest defines`() {
    #expect(Self.layout.flags(ofFile: "/p/Sources/Core/A.swift") == ["FAST"])
  }
}
