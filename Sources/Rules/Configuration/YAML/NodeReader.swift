import CLibYAML

/// Reads one YAML document from libyaml's events into located nodes.
///
/// Bounds keep a hostile file from costing more than its size: nesting is limited, so recursion is; a node that
/// an alias repeats is shared in memory, and what all aliases stand for together is limited, so that reading the
/// nodes is as well.
struct NodeReader: ~Copyable {
  static let maximumDepth = 32
  static let maximumAliasedNodes = 10_000

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// False where there was no memory for the parser, which must not be asked then.
  private let isReady: Bool
  private var anchors: [String: Anchor] = [:]
  private var aliasedNodes = 0

  private enum Anchor {
    /// Its node is being read: an alias to it here would contain itself.
    case open
    case complete(Node)
  }

  /// Reads the only document in `bytes`, which are valid UTF-8.
  static func read(_ bytes: [UInt8]) throws(LocatedFault) -> Node {
    try bytes.withUnsafeBufferPointer { buffer throws(LocatedFault) in
      var reader = NodeReader(buffer)
      return try reader.readStream()
    }
  }

  private init(_ input: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    isReady = yaml_parser_initialize(parser) == 1
    guard isReady else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    if isReady { yaml_parser_delete(parser) }
    parser.deinitialize(count: 1)
    parser.deallocate()
  }

  private mutating func readStream() throws(LocatedFault) -> Node {
    guard isReady else { throw LocatedFault(.syntax("not enough memory"), at: nil) }
    _ = try next()
    guard case .documentStart = try next().content else { throw LocatedFault(.empty, at: nil) }
    let root = try readNode(try next(), depth: 0)
    _ = try next()
    let rest = try next()
    guard case .streamEnd = rest.content else { throw LocatedFault(.severalDocuments, at: rest.range) }
    if case .scalar("", isPlain: true) = root.content { throw LocatedFault(.empty, at: nil) }
    return root
  }

  private mutating func readNode(_ event: Event, depth: Int) throws(LocatedFault) -> Node {
    guard depth < Self.maximumDepth else {
      throw LocatedFault(.nestedTooDeeply(limit: Self.maximumDepth), at: event.range)
    }
    if let anchor = event.anchor { anchors[anchor] = .open }
    let node: Node
    switch event.content {
    case .alias(let name): return try resolve(name, at: event.range)
    case .scalar(let text, let isPlain):
      try check(event, allows: "tag:yaml.org,2002:str")
      node = Node(
        content: .scalar(text, isPlain: isPlain && event.tag == nil), range: event.range, weight: 1)
    case .sequenceStart:
      try check(event, allows: "tag:yaml.org,2002:seq")
      node = try readSequence(event, depth)
    case .mappingStart:
      try check(event, allows: "tag:yaml.org,2002:map")
      node = try readMapping(event, depth)
    case .documentStart, .sequenceEnd, .mappingEnd, .streamEnd, .other:
      throw LocatedFault(.syntax("a value is missing"), at: event.range)
    }
    if let anchor = event.anchor { anchors[anchor] = .complete(node) }
    return node
  }

  private mutating func readSequence(_ start: Event, _ depth: Int) throws(LocatedFault) -> Node {
    var items: [Node] = []
    while true {
      let event = try next()
      if case .sequenceEnd = event.content {
        let weight = items.reduce(1) { $0 + $1.weight }
        return Node(content: .sequence(items), range: start.range, weight: weight)
      }
      items.append(try readNode(event, depth: depth + 1))
    }
  }

  private mutating func readMapping(_ start: Event, _ depth: Int) throws(LocatedFault) -> Node {
    var entries: [Node.Entry] = []
    var seen: [String: Range<Int>] = [:]
    while true {
      let event = try next()
      if case .mappingEnd = event.content {
        let weight = entries.reduce(1) { $0 + $1.value.weight + 1 }
        return Node(content: .mapping(entries), range: start.range, weight: weight)
      }
      let key = try readNode(event, depth: depth + 1)
      guard case .scalar(let name, _) = key.content else {
        throw LocatedFault(.keyIsNoString, at: event.range)
      }
      if let first = seen.updateValue(event.range, forKey: name) {
        throw LocatedFault(.duplicateKey(name), at: event.range, first: first)
      }
      let value = try readNode(try next(), depth: depth + 1)
      entries.append(Node.Entry(key: name, keyRange: event.range, value: value))
    }
  }

  private mutating func resolve(_ name: String, at range: Range<Int>) throws(LocatedFault) -> Node {
    switch anchors[name] {
    case nil: throw LocatedFault(.unknownAlias(name), at: range)
    case .open: throw LocatedFault(.aliasWithinItself(name), at: range)
    case .complete(let node):
      aliasedNodes += node.weight
      guard aliasedNodes <= Self.maximumAliasedNodes else {
        throw LocatedFault(.tooManyAliases(limit: Self.maximumAliasedNodes), at: range)
      }
      return node
    }
  }

  private func check(_ event: Event, allows tag: String) throws(LocatedFault) {
    guard let given = event.tag, given != tag, given != "!" else { return }
    throw LocatedFault(.tag(given), at: event.range)
  }

  private func next() throws(LocatedFault) -> Event { try Event.next(of: parser) }
}
