import Dispatch

/// The threads that scripts run on, away from those of the server: a script may block, and the pages of others go on.
package final class ScriptThreads: TaskExecutor {
  private let queue = DispatchQueue(label: "scripts", attributes: .concurrent)

  /// Threads that start when there is work.
  package init() {}

  /// Runs a piece of a script.
  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = asUnownedTaskExecutor()
    queue.async { job.runSynchronously(on: executor) }
  }
}
