#if SharedStore
internal import CHiredis

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

// One connection, used by one thread at a time. hiredis formats the commands and reads the replies; the waiting is done
// here, with the socket never blocking, because its own time-outs begin anew with every byte.

/// A connection to the server.
final class ServerConnection {
  private let context: UnsafeMutablePointer<redisContext>
  private let assembly: ReplyAssembly
  private let longestReply: Int

  /// - Parameters:
  ///   - dialled: A context of hiredis that does not block; the connection owns it from now on.
  ///   - longestReply: How many bytes an answer may have.
  init(dialled: DialledContext, longestReply: Int) {
    context = dialled.take()
    assembly = ReplyAssembly()
    self.longestReply = longestReply
    context.pointee.reader.pointee.fn = ReplyAssembly.functions
    context.pointee.reader.pointee.privdata = Unmanaged.passUnretained(assembly).toOpaque()
    #if canImport(Darwin)
    var on: Int32 = 1
    setsockopt(context.pointee.fd, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
    #endif
  }

  deinit { redisFree(context) }

  /// Waits until the connection stands, and says who we are.
  func open(_ address: ServerAddress, _ deadline: inout TransferDeadline) throws(ServerError) {
    do throws(ServerError) {
      try wait(POLLOUT, deadline)
    } catch {
      throw .unreachable("no answer from \(address)")
    }
    var fault: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    guard getsockopt(context.pointee.fd, SOL_SOCKET, SO_ERROR, &fault, &size) == 0, fault == 0 else {
      throw .unreachable("\(address): \(String(cString: strerror(fault)))")
    }
    if let password = address.password {
      let names = address.user.map { [$0] } ?? []
      try enter(["AUTH"] + names + [password], &deadline)
    }
    if address.database != 0 { try enter(["SELECT", "\(address.database)"], &deadline) }
  }

  private func enter(_ words: [String], _ deadline: inout TransferDeadline) throws(ServerError) {
    let reply = try send([ServerCommand(words)], &deadline)
    do throws(ServerError) {
      for reply in reply { try reply.expectOK() }
    } catch {
      if case .refused(let text) = error { throw .notAuthenticated(text) }
      throw error
    }
  }

  /// Whether the server has closed the connection, or said what it was not asked for, since the last answer.
  var isStale: Bool {
    var descriptor = pollfd(fd: context.pointee.fd, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 0) != 0
  }

  /// Sends commands one behind the other, then reads their answers.
  func send(
    _ commands: [ServerCommand], _ deadline: inout TransferDeadline
  ) throws(ServerError) -> [ServerReply] {
    for command in commands { try write(command, &deadline) }
    var replies: [ServerReply] = []
    for _ in commands { replies.append(try read(&deadline)) }
    let reader = context.pointee.reader.pointee
    guard reader.pos == reader.len else { throw .garbage("more answers than commands") }
    return replies
  }

  private func write(_ command: ServerCommand, _ deadline: inout TransferDeadline) throws(ServerError) {
    guard let formatted = command.formatted() else { throw .garbage("the command could not be formatted") }
    defer { redisFreeCommand(formatted.start) }
    var sent = 0
    while sent < formatted.count {
      let count = Self.send(context.pointee.fd, formatted.start + sent, formatted.count - sent)
      if count > 0 {
        sent += count
        deadline.moved(count)
      } else if count < 0, errno == EAGAIN || errno == EWOULDBLOCK {
        try wait(POLLOUT, deadline)
      } else if count < 0, errno == EINTR {
        continue
      } else {
        throw .closed
      }
    }
  }

  /// Writes without the signal that would end the process when the server has gone.
  private static func send(_ socket: Int32, _ start: UnsafePointer<CChar>, _ count: Int) -> Int {
    #if canImport(Darwin)
    Darwin.send(socket, start, count, 0)
    #else
    Glibc.send(socket, start, count, Int32(MSG_NOSIGNAL))
    #endif
  }

  private func read(_ deadline: inout TransferDeadline) throws(ServerError) -> ServerReply {
    assembly.begin()
    var before = context.pointee.reader.pointee.len
    while true {
      var object: UnsafeMutableRawPointer?
      guard redisGetReplyFromReader(context, &object) == REDIS_OK else { throw fault() }
      if let object { return Unmanaged<ReplyNode>.fromOpaque(object).takeRetainedValue().reply }
      try wait(POLLIN, deadline)
      guard redisBufferRead(context) == REDIS_OK else { throw fault() }
      let length = context.pointee.reader.pointee.len
      guard length <= longestReply else { throw .garbage("an answer of more than \(longestReply) bytes") }
      deadline.moved(max(0, length - before))
      before = length
    }
  }

  private func fault() -> ServerError {
    switch context.pointee.err {
    case REDIS_ERR_EOF, REDIS_ERR_IO: return .closed
    default:
      let text = withUnsafeBytes(of: context.pointee.errstr) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }.map { (32..<127).contains($0) ? $0 : 63 }, as: UTF8.self)
      }
      return .garbage(text)
    }
  }

  private func wait(_ events: some BinaryInteger, _ deadline: TransferDeadline) throws(ServerError) {
    while true {
      let time = deadline.remainingMilliseconds()
      guard time > 0 else { throw .timedOut }
      var descriptor = pollfd(fd: context.pointee.fd, events: Int16(events), revents: 0)
      let ready = poll(&descriptor, 1, time)
      if ready > 0 { return }
      if ready < 0, errno != EINTR { throw .closed }
    }
  }
}

#endif
