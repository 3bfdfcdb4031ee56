/// An unkeyed container: one value behind the other.
struct SequenceEncodingContainer: UnkeyedEncodingContainer {
  let node: ContainerNode
  let encoder: BinaryValueEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }
  var count: Int { node.count }

  func encodeNil() {
    node.count += 1
    node.writer.write(.null)
  }

  func encode<Value: Encodable>(_ value: Value) throws {
    let bytes = try encoder.nested().bytes(of: value)
    node.count += 1
    node.writer.append(bytes)
  }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    opened().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { opened().unkeyedContainer() }

  func superEncoder() -> any Encoder { opened() }

  private func opened() -> BinaryValueEncoder {
    node.count += 1
    return encoder.opened(in: node)
  }

  func encode(_ value: Bool) {
    node.count += 1
    node.writer.write(value)
  }

  func encode(_ value: String) {
    node.count += 1
    node.writer.write(value)
  }

  func encode(_ value: Double) {
    node.count += 1
    node.writer.write(value)
  }

  func encode(_ value: Float) {
    node.count += 1
    node.writer.write(value)
  }

  func encode(_ value: Int) {
    node.count += 1
    node.writer.write(value)
  }

  func encode(_ value: Int8) {
    node.count += 1
    node.writer.write(value)
  }

  func encode(_ value: Int16) {
    node.count += 1
    node.writer.write(value)
  }

  func encode(_ value: Int32) {
    node.count += 1
    node.writer.write(value)
  }

  func encode(_ value: Int64) {
    node.count += 1
    node.writer.write(value)
  }

  func encode(_ value: UInt) {
    node.count += 1
    node.writer.write(value)
  }

  func encode(_ value: UInt8) {
    node.count += 1
    node.writer.write(value)
  }

  func encode(_ value: UInt16) {
    node.count += 1
    node.writer.write(value)
  }

  func encode(_ value: UInt32) {
    node.count += 1
    node.writer.write(value)
  }

  func encode(_ value: UInt64) {
    node.count += 1
    node.writer.write(value)
  }
}

/// A single value.
struct SingleEncodingContainer: SingleValueEncodingContainer {
  let encoder: BinaryValueEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }

  func encodeNil() { encoder.writer.write(.null) }

  func encode<Value: Encodable>(_ value: Value) throws {
    encoder.writer.append(try encoder.nested().bytes(of: value))
  }

  func encode(_ value: Bool) { encoder.writer.write(value) }

  func encode(_ value: String) { encoder.writer.write(value) }

  func encode(_ value: Double) { encoder.writer.write(value) }

  func encode(_ value: Float) { encoder.writer.write(value) }

  func encode(_ value: Int) { encoder.writer.write(value) }

  func encode(_ value: Int8) { encoder.writer.write(value) }

  func encode(_ value: Int16) { encoder.writer.write(value) }

  func encode(_ value: Int32) { encoder.writer.write(value) }

  func encode(_ value: Int64) { encoder.writer.write(value) }

  func encode(_ value: UInt) { encoder.writer.write(value) }

  func encode(_ value: UInt8) { encoder.writer.write(value) }

  func encode(_ value: UInt16) { encoder.writer.write(value) }

  func encode(_ value: UInt32) { encoder.writer.write(value) }

  func encode(_ value: UInt64) { encoder.writer.write(value) }
}
