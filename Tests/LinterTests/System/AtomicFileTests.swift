import Foundation
import Testing

@testable import Linter

/// Reports and baselines go where the path leads.
struct AtomicFileTests {
  @Test(arguments: ["there.json", "out/there.json", "link", "out/link"])
  func aLinkThatLeadsNowhereYetStaysOne(destination: String) throws {
    let tree = try TemporaryTree()
    try tree.makeDirectory("out")
    try tree.link("report.json", to: destination)
    try tree.link("link", to: "out/link")
    try tree.link("out/link", to: "../there.json")
    try AtomicFile.write(Array("new".utf8), to: tree.path + "/report.json")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: tree.path + "/report.json") == destination)
    #expect(try tree.read("report.json") == "new")
    #expect(try tree.read(destination.hasSuffix("link") ? "there.json" : destination) == "new")
    #expect(try tree.names().filter { $0.contains(".recache-") } == [])
    // Once it is there, it is replaced in its place.
    try AtomicFile.write(Array("newer".utf8), to: tree.path + "/report.json")
    #expect(try tree.read(destination.hasSuffix("link") ? "there.json" : destination) == "newer")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: tree.path + "/report.json") == destination)
  }

  @Test func whatCannotBeIsSaid() throws {
    let tree = try TemporaryTree(["A.swift": ""])
    try tree.link("loop", to: "loop")
    try tree.link("far", to: "none/at/all")
    for (name, code) in [("loop", ELOOP), ("far", ENOENT), ("none/a", ENOENT), ("A.swift/b", ENOTDIR)] {
      #expect(throws: SystemError(code: code), "\(name)") {
        try AtomicFile.write([1], to: tree.path + "/" + name)
      }
    }
    #expect(try tree.names() == ["A.swift", "far", "loop"])
  }
}
