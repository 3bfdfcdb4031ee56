import CacheRuntime
import Foundation
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// Serves the dashboard on loopback until it is told to stop.
@main
struct DashboardCommand {
  static func main() async {
    do {
      let port = try PortChoice.port(ProcessInfo.processInfo.environment["PORT"])
      LoggingSystem.bootstrap { PageLog(label: $0) }
      CacheBudget.limit = 256_000_000
      try RideData.write()
      defer { RideData.remove() }
      var logger = Logger(label: "Dashboard")
      logger.logLevel = .warning
      let application = DashboardServer().application(port: port, logger: logger) { port in
        say("Dashboard at http://127.0.0.1:\(port)/ (stop with Ctrl-C)", to: .standardOutput)
      }
      var configuration = ServiceGroupConfiguration(
        services: [application], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
      configuration.maximumGracefulShutdownDuration = .seconds(5)
      try await ServiceGroup(configuration: configuration).run()
      say("Dashboard stopped", to: .standardOutput)
    } catch let error as IOError where error.errnoCode == EADDRINUSE {
      say("error: the port is in use; choose another one with PORT=", to: .standardError)
      exit(2)
    } catch {
      say("error: \(error)", to: .standardError)
      exit(error is PortChoice ? 64 : 2)
    }
  }

  private static func say(_ text: String, to file: FileHandle) {
    try? file.write(contentsOf: Data("\(text)\n".utf8))
  }
}
