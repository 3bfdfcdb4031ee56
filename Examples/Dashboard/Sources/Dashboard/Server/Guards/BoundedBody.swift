import HTTPTypes
import Hummingbird
import NIOCore

/// The body of a request, which must be small and come soon.
enum BoundedBody {
  static func read(_ request: Request, most: Int, within patience: Duration) async throws -> ByteBuffer {
    let tooLarge = HTTPError(.contentTooLarge, message: "an interaction has at most \(most) bytes")
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > most { throw tooLarge }
    return try await withThrowingTaskGroup(of: ByteBuffer.self) { group in
      group.addTask {
        do {
          return try await request.body.collect(upTo: most)
        } catch is NIOTooManyBytesError {
          throw tooLarge
        }
      }
      group.addTask {
        try await Task.sleep(for: patience)
        throw HTTPError(.requestTimeout, message: "an interaction comes at once")
      }
      defer { group.cancelAll() }
      guard let body = try await group.next() else { throw CancellationError() }
      return body
    }
  }
}
