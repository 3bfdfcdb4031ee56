import CLibYAML

/// An event of libyaml's parser, copied out of C's memory.
struct Event {
  enum Content {
    case streamEnd, documentStart
    case alias(String)
    case scalar(String, isPlain: Bool)
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    /// The start of the stream or the end of a document, which carry nothing.
    case other
  }

  var content: Content
  var anchor: String?
  var tag: String?
  var range: Range<Int>

  static func next(of parser: UnsafeMutablePointer<yaml_parser_t>) throws(LocatedFault) -> Event {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw fault(of: parser.pointee) }
    defer { yaml_event_delete(&event) }
    return Event(event)
  }

  private init(_ event: yaml_event_t) {
    range = Self.range(event.start_mark, event.end_mark)
    switch event.type {
    case YAML_STREAM_END_EVENT: content = .streamEnd
    case YAML_DOCUMENT_START_EVENT: content = .documentStart
    case YAML_ALIAS_EVENT: content = .alias(Self.text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      content = .scalar(
        String(decoding: bytes, as: UTF8.self), isPlain: scalar.style == YAML_PLAIN_SCALAR_STYLE)
      anchor = Self.text(scalar.anchor)
      tag = Self.text(scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      content = .sequenceStart
      anchor = Self.text(event.data.sequence_start.anchor)
      tag = Self.text(event.data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT:
      content = .mappingStart
      anchor = Self.text(event.data.mapping_start.anchor)
      tag = Self.text(event.data.mapping_start.tag)
    case YAML_SEQUENCE_END_EVENT: content = .sequenceEnd
    case YAML_MAPPING_END_EVENT: content = .mappingEnd
    default: content = .other
    }
  }

  private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    pointer.map { String(cString: $0) }
  }

  private static func range(_ start: yaml_mark_t, _ end: yaml_mark_t) -> Range<Int> {
    let from = Int(clamping: start.index)
    return from..<max(from, Int(clamping: end.index))
  }

  private static func fault(of parser: yaml_parser_t) -> LocatedFault {
    let problem = parser.problem.map { String(cString: $0) } ?? "not enough memory"
    if parser.error == YAML_READER_ERROR {
      // The reader counts bytes and has no mark; the scalar at hand is the first it would not take.
      return LocatedFault(.syntax(problem), atByte: Int(clamping: parser.problem_offset))
    }
    let mark = parser.problem_mark
    let context = parser.context.map { String(cString: $0) }
    let range = Self.range(mark, mark)
    return LocatedFault(.syntax([problem, context].compactMap(\.self).joined(separator: " ")), at: range)
  }
}
