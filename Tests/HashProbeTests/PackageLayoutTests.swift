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
    return layout
  }()

  @Test(arguments: [
    ("/p/Sources/Core/A.swift", "Core"),
    ("/p/Sources/Core/Deep/A.swift", "Core"),
    ("/p/Libraries/Tables/A.swift", "Tables"),
    ("/p/Whole/A.swift", "whole_sale"),
    ("/p/Tests/CoreTests/A.swift", "CoreTests"),
    ("/p/Sources/Computed/A.swift", "Computed"),
    ("/p/Package.swift", nil),
    ("/p/Scripts/A.swift", nil),
    ("/p/Examples/One/Sources/A.swift", "One"),
    ("/p/Examples/One/Sources/One/A.swift", "One"),
    ("/q/Sources/Core/A.swift", nil),
  ])
  func `A file belongs to the target whose folder it lies in`(path: String, module: String?) {
    #expect(Self.layout.module(ofFile: path) == module)
  }

  @Test func `Flags are those that the manifest defines`() {
    #expect(Self.layout.flags(ofFile: "/p/Sources/Core/A.swift") == ["FAST"])
  }
}
