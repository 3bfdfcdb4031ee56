#if SharedStore
internal import CHiredis

// hiredis reads the protocol and calls a function for each string, number and array; what these return becomes the reply.
// Its own functions allocate an array of as many elements as the server claims, and end the process where memory ends.
// These allocate for what has come, and refuse what no command of the store can have for an answer.

/// What of a reply has been read.
final class ReplyNode {
  var value: ServerReply
  var children: [ReplyNode]?

  init(_ value: ServerReply) { self.value = value }

  var reply: ServerReply { children.map { .array($0.map(\.reply)) } ?? value }
}

/// Counts the parts of one reply; the reader's functions find it in each task.
final class ReplyAssembly {
  /// More parts than the longest answer to a command of the store.
  static let maximumParts = 1_024
  /// No error or status is longer, and what goes to the log is shorter.
  static let maximumLine = 200

  private var parts = 0

  func begin() { parts = 0 }

  private func countPart() -> Bool {
    parts += 1
    return parts <= Self.maximumParts
  }

  /// The functions, which live as long as the process: readers point to them.
  nonisolated(unsafe) static let functions: UnsafeMutablePointer<redisReplyObjectFunctions> = {
    let functions = UnsafeMutablePointer<redisReplyObjectFunctions>.allocate(capacity: 1)
    functions.initialize(to: redisReplyObjectFunctions())
    functions.pointee.createString = { task, text, length in
      let bytes = UnsafeRawBufferPointer(start: text, count: Int(length))
      switch task?.pointee.type {
      case REDIS_REPLY_STRING: return add(.bytes([UInt8](bytes)), to: task)
      case REDIS_REPLY_STATUS: return add(.status(line(bytes)), to: task)
      case REDIS_REPLY_ERROR: return add(.error(line(bytes)), to: task)
      default: return nil
      }
    }
    functions.pointee.createArray = { task, count in
      guard task?.pointee.type == REDIS_REPLY_ARRAY, count >= 0, count <= maximumParts else { return nil }
      return add(.array([]), to: task)
    }
    functions.pointee.createInteger = { task, number in add(.integer(Int64(number)), to: task) }
    functions.pointee.createNil = { task in add(.null, to: task) }
    functions.pointee.freeObject = { object in
      if let object { Unmanaged<ReplyNode>.fromOpaque(object).release() }
    }
    recache_refuse_newer_replies(functions)
    return functions
  }()

  /// A part of the reply, owned by the array it stands in, or by the reader.
  private static func add(
    _ value: ServerReply, to task: UnsafePointer<redisReadTask>?
  ) -> UnsafeMutableRawPointer? {
    guard let task, let own = task.pointee.privdata,
      Unmanaged<ReplyAssembly>.fromOpaque(own).takeUnretainedValue().countPart()
    else { return nil }
    let node = ReplyNode(value)
    if case .array = value { node.children = [] }
    guard let parent = task.pointee.parent else { return Unmanaged.passRetained(node).toOpaque() }
    guard let array = parent.pointee.obj else { return nil }
    Unmanaged<ReplyNode>.fromOpaque(array).takeUnretainedValue().children?.append(node)
    return Unmanaged.passUnretained(node).toOpaque()
  }

  private static func line(_ bytes: UnsafeRawBufferPointer) -> String {
    String(decoding: bytes.prefix(maximumLine).map { (32..<127).contains($0) ? $0 : 63 }, as: UTF8.self)
  }
}

#endif
