import Foundation
import Testing

@testable import Rules

@Suite struct SchemaTests {
  private static let rules = RulesFileFaultTests.rules
  private static let text = Configuration.schemaText(knownRules: rules)

  private func schema() throws -> Instance {
    try JSONDecoder().decode(Instance.self, from: Data(Self.text.utf8))
  }

  private static func instance(_ bytes: [UInt8]) throws -> Instance {
    Instance(try NodeReader.read(bytes))
  }

  /// The refused files that are YAML, with whether the schema is to see their fault.
  private static let instances: [(file: RefusedFile, instance: Instance)] = RefusedFile.all.compactMap {
    file in
    (try? instance(Array(file.source.utf8))).map { (file, $0) }
  }

  @Test func theShippedFileIsValid() throws {
    #expect(try SchemaValidator.accepts(try Self.instance(PackageResources.rules_yml), try schema()))
  }

  @Test(arguments: instances.map(\.file))
  func whatTheLoaderRefusesTheSchemaRefusesToo(_ file: RefusedFile) throws {
    let instance = try Self.instance(Array(file.source.utf8))
    #expect(try SchemaValidator.accepts(instance, try schema()) == !file.isRefusedBySchema)
  }

  @Test func itIsTheSameEveryTime() {
    #expect(Configuration.schemaText(knownRules: Self.rules) == Self.text)
    #expect(Self.text.hasPrefix("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"))
    #expect(Self.text.hasSuffix("}\n"))
  }

  /// The same through a validator that others wrote, where there is one.
  @Test(.enabled(if: python("import jsonschema") == 0))
  func anotherValidatorAgrees() throws {
    let valid = [try Self.instance(PackageResources.rules_yml)]
    let invalid = Self.instances.filter(\.file.isRefusedBySchema).map(\.instance)
    let accepted = Self.instances.filter { !$0.file.isRefusedBySchema }.map(\.instance)
    let question: Instance = .object([
      "schema": try schema(), "valid": .array(valid + accepted), "invalid": .array(invalid),
    ])
    let file = FileManager.default.temporaryDirectory.appending(path: "recache-schema-\(UUID()).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try JSONEncoder().encode(question).write(to: file)
    let status = Self.python(
      """
      import json, jsonschema, sys
      q = json.load(open(sys.argv[1]))
      jsonschema.Draft202012Validator.check_schema(q["schema"])
      v = jsonschema.Draft202012Validator(q["schema"])
      sys.exit(0 if all(v.is_valid(x) for x in q["valid"]) and not any(v.is_valid(x) for x in q["invalid"]) else 3)
      """, file.path)
    #expect(status == 0)
  }

  private static func python(_ arguments: String...) -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c"] + arguments
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
