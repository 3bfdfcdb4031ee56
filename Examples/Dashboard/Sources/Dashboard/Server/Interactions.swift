import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Reruns

/// What a page sends when somebody touches a widget.
struct SentInteraction: Decodable {
  var widget: String
  var number: Double?
  var text: String?
  var press: Bool?

  /// The interaction, if exactly one is meant.
  var interaction: Interaction? {
    switch (number, text, press) {
    case (let number?, nil, nil): .change(widget: widget, .number(number))
    case (nil, let text?, nil): .change(widget: widget, .text(text))
    case (nil, nil, true?): .press(widget: widget)
    default: nil
    }
  }
}

extension DashboardServer {
  /// Takes an interaction and answers with the number of the run that will see it.
  func interact(_ id: String, _ request: Request) async throws -> Response {
    let page = try page(id)
    let (_, guest) = try guest(of: request)
    guard guest.mayAsk(now: guests.now()) else {
      throw HTTPError(.tooManyRequests, message: "too many interactions; wait a moment")
    }
    guard request.headers[.contentType]?.hasPrefix("application/json") == true else {
      throw HTTPError(.unsupportedMediaType, message: "an interaction is JSON")
    }
    let body = try await BoundedBody.read(request, most: Self.mostBodyBytes, within: Self.patience)
    guard let sent = try? JSONDecoder().decode(SentInteraction.self, from: Data(body.readableBytesView)),
      let interaction = sent.interaction
    else {
      throw HTTPError(
        .badRequest, message: "an interaction names a widget and one of 'number', 'text' and 'press'")
    }
    do {
      let run = try runner(of: page, for: guest).receive(interaction)
      return Response(
        status: .accepted, headers: [.contentType: "application/json"],
        body: .init(byteBuffer: ByteBuffer(string: "{\"run\":\(run)}")))
    } catch {
      throw Self.answer(to: error)
    }
  }

  private static func answer(to error: InteractionError) -> HTTPError {
    switch error {
    case .noSuchWidget: HTTPError(.conflict, message: "the page has no such widget any more")
    case .wrongInput: HTTPError(.badRequest, message: "the widget does not take this value")
    case .busy: HTTPError(.tooManyRequests, message: "too many interactions wait; wait a moment")
    case .ended: HTTPError(.unauthorized, message: "the session is over; load the page again")
    }
  }
}
