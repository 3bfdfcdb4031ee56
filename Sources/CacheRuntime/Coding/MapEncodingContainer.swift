/// A keyed container: key and value in turn.
struct MapEncodingContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: ContainerNode
  let encoder: BinaryValueEncoder
  var codingPath: [any CodingKey] { encoder.codingPath }

  private func begin(_ key: some CodingKey) {
    node.count += 1
    node.writer.write(text: key.stringValue)
  }

  func encodeNil(forKey key: Key) {
    begin(key)
    node.writer.write(.null)
  }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    let bytes = try encoder.nested(key).bytes(of: value)
    begin(key)
    node.writer.append(bytes)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    opened(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    opened(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { opened(SuperKey()) }

  func superEncoder(forKey key: Key) -> any Encoder { opened(key) }

  private func opened(_ key: some CodingKey) -> BinaryValueEncoder {
    begin(key)
    return encoder.opened(in: node, key)
  }

  func encode(_ value: Bool, forKey key: Key) {
    begin(key)
    node.writer.write(value)
  }

  func encode(_ value: String, forKey key: Key) {
    begin(key)
    node.writer.write(value)
  }

  func encode(_ value: Double, forKey key: Key) {
    begin(key)
    node.writer.write(value)
  }

  func encode(_ value: Float, forKey key: Key) {
    begin(key)
    node.writer.write(value)
  }

  func encode(_ value: Int, forKey key: Key) {
    begin(key)
    node.writer.write(value)
  }

  func encode(_ value: Int8, forKey key: Key) {
    begin(key)
    node.writer.write(value)
  }

  func encode(_ value: Int16, forKey key: Key) {
    begin(key)
    node.writer.write(value)
  }

  func encode(_ value: Int32, forKey key: Key) {
    begin(key)
    node.writer.write(value)
  }

  func encode(_ value: Int64, forKey key: Key) {
    begin(key)
    node.writer.write(value)
  }

  func encode(_ value: UInt, forKey key: Key) {
    begin(key)
    node.writer.write(value)
  }

  func encode(_ value: UInt8, forKey key: Key) {
    begin(key)
    node.writer.write(value)
  }

  func encode(_ value: UInt16, forKey key: Key) {
    begin(key)
    node.writer.write(value)
  }

  func encode(_ value: UInt32, forKey key: Key) {
    begin(key)
    node.writer.write(value)
  }

  func encode(_ value: UInt64, forKey key: Key) {
    begin(key)
    node.writer.write(value)
  }
}
