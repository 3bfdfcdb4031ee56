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
  enum Ending: Hashable {
    case exited(Int32), signalled(Int32), timedOut
    /// It has ended, and the system does not say how.
    case lost
  }

  /// What becomes of standard error.
  enum Errors { case joined, apart }

  var ending: Ending
  /// What it wrote, no more than the limit; with joined errors both streams, in the order in which it came.
  var output: [UInt8]
  /// Standard error where it is kept apart.
  var errors: [UInt8]

  /// The output as text.
  var text: String { String(decoding: output, as: UTF8.self) }

  /// - Parameters:
  ///   - program: Looked for in `PATH` unless it holds a `/`.
  ///   - input: Standard input; it goes through a file, so that no pipe can fill up.
  ///   - environment: Added to this process's own, or taken out of it.
  ///   - timeLimit: Without one it may take as long as it takes.
  ///   - outputLimit: In bytes, for each stream.
  /// - Throws: What the system says where the program cannot be started.
  static func run(
    _ program: String, _ arguments: [String], input: [UInt8] = [], environment: [String: String?] = [:],
    errors: Errors = .joined, timeLimit: Duration? = nil, outputLimit: Int = 4 << 20
  ) throws(SystemError) -> ChildProcess {
    let scratch = input.isEmpty ? nil : try ScratchDirectory()
    try scratch?.write(input, to: "input")
    let output = try OutputPipe(limit: outputLimit)
    let complaints = errors == .apart ? try OutputPipe(limit: outputLimit) : nil
    let pipes = [output, complaints].compactMap(\.self)
    RunningGroup.prepare()
    let process = try spawn(
      program, arguments, environment, input: scratch.map { $0.path + "/input" } ?? "/dev/null",
      output: output.writing, errors: (complaints ?? output).writing)
    RunningGroup.enter(process)
    defer { RunningGroup.leave() }
    for pipe in pipes { pipe.closeWriting() }
    let deadline = timeLimit.map { ContinuousClock.now + $0 }
    while true {
      OutputPipe.wait(for: pipes)
      for pipe in pipes { pipe.take() }
      var ended = ending(of: process, waits: false)
      if ended == nil, let deadline, ContinuousClock.now >= deadline {
        kill(-process, SIGKILL)
        _ = ending(of: process, waits: true)
        ended = .timedOut
      }
      guard let ended else { continue }
      // A grandchild may keep a pipe open; it ends with the group.
      kill(-process, SIGKILL)
      for pipe in pipes { pipe.take() }
      return ChildProcess(ending: ended, output: output.bytes, errors: complaints?.bytes ?? [])
    }
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ environment: [String: String?], input: String,
    output: Int32, errors: Int32
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
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_adddup2(&actions, errors, 2)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    posix_spawnattr_setpgroup(&attributes, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    var settings = self.settings(adding: environment)
    defer { (words + settings).forEach { free($0) } }
    var process = pid_t()
    let code = posix_spawnp(&process, program, &actions, &attributes, &words, &settings)
    guard code == 0 else { throw SystemError(code: code) }
    return process
  }

  /// The environment as C has it; who calls it frees the words.
  private static func settings(adding added: [String: String?]) -> [UnsafeMutablePointer<CChar>?] {
    var settings: [UnsafeMutablePointer<CChar>?] = added.compactMap { name, value in
      value.flatMap { strdup(name + "=" + $0) }
    }
    var entry = environ
    while let word = entry.pointee {
      let name = String(cString: word).prefix { $0 != "=" }
      if added.index(forKey: String(name)) == nil { settings.append(strdup(word)) }
      entry += 1
    }
    return settings + [nil]
  }

  private static func ending(of process: pid_t, waits: Bool) -> Ending? {
    var status: Int32 = 0
    while true {
      let result = waitpid(process, &status, waits ? 0 : WNOHANG)
      if result == process {
        return status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .signalled(status & 0x7F)
      }
      if result < 0, errno == EINTR { continue }
      return result < 0 ? .lost : nil
    }
  }
}

/// The process group that goes when a signal ends this program.
private enum RunningGroup {
  private static let group = Atomic<Int32>(0)

  /// Who ignores the end of its children is not told how they ended; what starts a program may have left it so.
  static func prepare() {
    if let before = signal(SIGCHLD, SIG_DFL), !isIgnoring(before) { signal(SIGCHLD, before) }
  }

  static func enter(_ process: pid_t) {
    group.store(process, ordering: .sequentiallyConsistent)
    exchange(for: endBoth)
  }

  static func leave() {
    group.store(0, ordering: .sequentiallyConsistent)
    exchange(for: SIG_DFL)
  }

  /// A signal that this program was started to ignore stays ignored, as `nohup` would have it.
  private static func exchange(for handler: Handler?) {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      if let before = signal(number, handler), isIgnoring(before) { signal(number, SIG_IGN) }
    }
  }

  private typealias Handler = @convention(c) (Int32) -> Void

  private static func isIgnoring(_ handler: Handler) -> Bool {
    unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
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
