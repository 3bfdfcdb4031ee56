#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif
import Synchronization

/// A program that is run to its end or until its time is over, with no shell in between.
///
/// It leads a process group of its own, so that what it starts ends with it: when the time is over, and when a signal
/// ends this program.
struct ChildProcess {
  enum Ending: Hashable { case exited(Int32), signalled(Int32), timedOut }

  var ending: Ending
  /// What it wrote to both streams, in the order in which it came; no more than the limit.
  var output: String

  /// - Parameter program: Looked for in `PATH` unless it holds a `/`.
  /// - Throws: What the system says where the program cannot be started.
  static func run(
    _ program: String, _ arguments: [String], timeLimit: Duration, outputLimit: Int = 4 << 20
  ) throws(SystemError) -> ChildProcess {
    let pipe = try openPipe()
    defer { close(pipe.reading) }
    let process: pid_t
    do {
      defer { close(pipe.writing) }
      process = try spawn(program, arguments, output: pipe.writing)
    }
    RunningGroup.enter(process)
    defer { RunningGroup.leave() }
    var reader = OutputReader(descriptor: pipe.reading, limit: outputLimit)
    let deadline = ContinuousClock.now + timeLimit
    while true {
      let isOpen = reader.read(for: .milliseconds(50))
      if let status = status(of: process, waits: false) {
        // A grandchild may keep the pipe open; it ends with the group.
        kill(-process, SIGKILL)
        reader.drain()
        return ChildProcess(ending: ending(status), output: reader.text)
      }
      if ContinuousClock.now >= deadline {
        kill(-process, SIGKILL)
        _ = status(of: process, waits: true)
        reader.drain()
        return ChildProcess(ending: .timedOut, output: reader.text)
      }
      if !isOpen { usleep(10_000) }
    }
  }

  private static func openPipe() throws(SystemError) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .last }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    return (ends[0], ends[1])
  }

  private static func spawn(
    _ program: String, _ arguments: [String], output: Int32
  ) throws(SystemError) -> pid_t {
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    #else
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, output, 2)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    defer { words.forEach { free($0) } }
    words.append(nil)
    var process = pid_t()
    let code = posix_spawnp(&process, program, &actions, &attributes, words, environ)
    guard code == 0 else { throw SystemError(code: code) }
    return process
  }

  private static func status(of process: pid_t, waits: Bool) -> Int32? {
    var status: Int32 = 0
    while true {
      let result = waitpid(process, &status, waits ? 0 : WNOHANG)
      if result == process { return status }
      if result < 0, errno == EINTR { continue }
      return result < 0 ? 0 : nil
    }
  }

  private static func ending(_ status: Int32) -> Ending {
    status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .signalled(status & 0x7F)
  }
}

/// Reads a pipe without waiting for its end.
private struct OutputReader {
  let descriptor: Int32
  let limit: Int
  private var bytes: [UInt8] = []

  init(descriptor: Int32, limit: Int) {
    self.descriptor = descriptor
    self.limit = limit
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Waits for output and takes what is there; `false`: nobody can write any more.
  mutating func read(for time: Duration) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    let milliseconds = time.components.attoseconds / 1_000_000_000_000_000 + time.components.seconds * 1_000
    guard poll(&request, 1, Int32(clamping: milliseconds)) > 0 else { return true }
    return take()
  }

  mutating func drain() { _ = take() }

  private mutating func take() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count < 0 }
      bytes += buffer.prefix(min(count, limit - bytes.count))
    }
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}

/// The process group that goes when a signal ends this program.
private enum RunningGroup {
  private static let group = Atomic<Int32>(0)

  static func enter(_ process: pid_t) {
    group.store(process, ordering: .sequentiallyConsistent)
    for signalNumber in [SIGINT, SIGTERM, SIGHUP] { signal(signalNumber, endBoth) }
  }

  static func leave() {
    group.store(0, ordering: .sequentiallyConsistent)
    for signalNumber in [SIGINT, SIGTERM, SIGHUP] { signal(signalNumber, SIG_DFL) }
  }

  /// Calls nothing that a signal handler may not.
  static func end(_ number: Int32) {
    let process = group.load(ordering: .sequentiallyConsistent)
    if process > 0 { kill(-process, SIGKILL) }
    signal(number, SIG_DFL)
    raise(number)
  }
}

private func endBoth(_ number: Int32) { RunningGroup.end(number) }
