import HTTPTypes
import Hummingbird
import NIOCore

/// The HTML around a page: everything but what its script shows.
enum Shell {
  static func html(_ page: Page, pages: [Page], session: String) -> String {
    document(
      title: page.title, pages: pages, current: page.id,
      session: session,
      main: """
        <header class="lead">
          <h1>\(HTMLText.escaped(page.title))</h1>
          <p>\(HTMLText.escaped(page.summary))</p>
        </header>
        <noscript><p class="note warning">This page shows what a script on the server does, and needs JavaScript for it.\
        </p></noscript>
        <div id="page" data-page="\(HTMLText.escaped(page.id))" aria-busy="true"></div>
        \(page.caches.isEmpty ? "" : aside)
        """)
  }

  static func notFound(_ id: String, pages: [Page]) -> String {
    document(
      title: "Not found", pages: pages, current: nil, session: nil,
      main: """
        <header class="lead">
          <h1>Not found</h1>
          <p>There is no page “\(HTMLText.escaped(id.prefix(100)))”.</p>
        </header>
        """)
  }

  static func response(_ status: HTTPResponse.Status, _ html: String) -> Response {
    Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8"],
      body: .init(byteBuffer: ByteBuffer(string: html)))
  }

  /// Where the part of the page beside the main one goes.
  private static let aside =
    "<aside class=\"region\" id=\"sidebar\" aria-label=\"The caches of this page\"></aside>"

  private static func document(
    title: String, pages: [Page], current: String?, session: String?, main: String
  ) -> String {
    let links = pages.map { page in
      let mark = page.id == current ? " aria-current=\"page\"" : ""
      let address = page.id == "overview" ? "/" : "/\(HTMLText.escaped(page.id))"
      return "<li><a href=\"\(address)\"\(mark)>\(HTMLText.escaped(page.title))</a></li>"
    }
    let badge = session.map {
      "<p class=\"session\">Session <b id=\"session\">\(HTMLText.escaped($0))</b></p>"
    }
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(HTMLText.escaped(title)) · recache dashboard</title>
      <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
      <link rel="stylesheet" href="/assets/style.css">
      <script type="module" src="/assets/page.js"></script>
      </head>
      <body>
      <a class="skip" href="#main">Skip to the page</a>
      <nav aria-label="Pages">
        <p class="brand"><img src="/assets/icon.svg" alt="" width="28" height="28">recache</p>
        <ul>\(links.joined())</ul>
        \(badge ?? "")
      </nav>
      <div class="column">
        <div class="status" role="status"><span id="connection">Connecting…</span><span id="spinner" hidden></span></div>
        <main id="main" tabindex="-1"\(main.hasSuffix(aside) ? " class=\"with-aside\"" : "")>\(main)</main>
      </div>
      </body>
      </html>
      """
  }
}
