import Linter

/// What was to be read from standard input or from a list, and could not be.
struct UnreadableInput: Error, CustomStringConvertible {
  var description: String

  /// The largest source, and the largest list.
  private static let sizeLimit = 64 << 20

  private init(_ name: String, _ reason: String) { description = "\(name): error: \(reason)" }

  /// All of standard input.
  static func readStandardInput() throws(UnreadableInput) -> [UInt8] {
    do {
      return try readAll(from: Terminal.standardInput.descriptor, limit: sizeLimit)
    } catch {
      throw UnreadableInput("standard input", "cannot be read: \(error.text)")
    }
  }

  /// The paths in a list; `-` is standard input.
  static func readList(_ name: String) throws(UnreadableInput) -> [String] {
    let bytes: [UInt8]
    if name == "-" {
      bytes = try readStandardInput()
    } else {
      do { bytes = try readAll(ofFile: name, limit: sizeLimit) } catch {
        throw UnreadableInput(name, "cannot be read: \(error.text)")
      }
    }
    do {
      return try FileList.paths(in: bytes)
    } catch {
      throw UnreadableInput(
        name == "-" ? "standard input" : name, "path \(error.entry) of the list is not valid UTF-8")
    }
  }
}
