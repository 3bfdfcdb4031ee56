import HTTPTypes
import Hummingbird
import NIOCore
import Reruns
import Testing

@testable import Dashboard

@Suite(.timeLimit(.minutes(1))) struct RequestTests {
  @Test func aPageComesWithItsHeadersAndIsEscaped() async throws {
    try await Site().test { client in
      let response = try await client.execute(uri: "/", method: .get)
      let html = String(buffer: response.body)
      #expect(response.status == .ok)
      #expect(html.contains("<h1>A &lt;title&gt;</h1>") && html.contains("Says &quot;so&quot; &amp; more."))
      #expect(response.headers[.contentSecurityPolicy]?.hasPrefix("default-src 'self';") == true)
      #expect(response.headers[.xContentTypeOptions] == "nosniff")
      #expect(response.headers[.cacheControl] == "no-store")
      #expect(!html.contains("<style") && !html.contains("style=") && !html.contains("http"))
    }
  }

  @Test func aStrangersAddressIsShownAsText() async throws {
    try await Site().test { client in
      let response = try await client.execute(uri: "/%3Cscript%3Ealert(1)%3C%2Fscript%3E", method: .get)
      #expect(response.status == .notFound)
      #expect(String(buffer: response.body).contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
      #expect(response.headers[.contentSecurityPolicy] != nil)
    }
  }

  @Test func theCookieIsForTheServerAloneAndIsGivenOnce() async throws {
    try await Site().test { client in
      let first = try await client.execute(uri: "/", method: .get)
      let header = try #require(first.headers[.setCookie])
      #expect(header.contains("HttpOnly") && header.contains("SameSite=Strict") && header.contains("Path=/"))
      let cookie = String(header.prefix { $0 != ";" })
      #expect(cookie.count == SessionCookie.name.count + 1 + 43)
      let second = try await client.execute(uri: "/", method: .get, headers: [.cookie: cookie])
      #expect(second.headers[.setCookie] == nil)
    }
  }

  @Test(arguments: [
    "", "recache_dashboard=", "recache_dashboard=abc", "recache_dashboard=\"; DROP", "=", ";;;",
  ])
  func aBadCookieIsNoSession(cookie: String) async throws {
    try await Site().test { client in
      let page = try await client.execute(uri: "/", method: .get, headers: [.cookie: cookie])
      #expect(page.status == .ok && page.headers[.setCookie] != nil)
      let events = try await client.execute(uri: "/events/overview", method: .get, headers: [.cookie: cookie])
      #expect(events.status == .unauthorized)
      #expect(try await client.send("{}", cookie: cookie) == .unauthorized)
    }
  }

  @Test(arguments: [
    ("{\"widget\":\"slider:Number\",\"number\":3}", HTTPResponse.Status.conflict),
    ("", .badRequest), ("[]", .badRequest), ("{", .badRequest), ("{\"widget\":\"a\"}", .badRequest),
    ("{\"widget\":\"a\",\"number\":1,\"press\":true}", .badRequest),
    ("{\"widget\":1,\"number\":1}", .badRequest),
    ("{\"widget\":\"a\",\"press\":false}", .badRequest), ("{\"widget\":\"a\",\"number\":1e999}", .badRequest),
    (String(repeating: "[", count: 4_000), .badRequest),
    ("{\"widget\":\"" + String(repeating: "a", count: 5_000) + "\",\"number\":1}", .contentTooLarge),
  ]) func aBadInteractionIsRefused(body: String, status: HTTPResponse.Status) async throws {
    try await Site().test { client in
      let cookie = try await client.cookie()
      #expect(try await client.send(body, cookie: cookie) == status)
    }
  }

  @Test func anInteractionOfAnotherSiteIsRefused() async throws {
    let press = "{\"widget\":\"button:Press\",\"press\":true}"
    try await Site().test { client in
      let cookie = try await client.cookie()
      for origin in [nil, "null", "http://evil.example", "https://localhost", "http://localhost:1"] {
        #expect(try await client.send(press, cookie: cookie, origin: origin) == .forbidden)
      }
      #expect(try await client.send(press, cookie: cookie, type: "text/plain") == .unsupportedMediaType)
      #expect(try await client.send(press, cookie: cookie, page: "other") == .notFound)
    }
  }

  @Test(arguments: [
    ([:], true), (["Origin": "http://localhost:1"], false), (["Origin": "null"], false),
    (["Origin": "http://localhost"], true), (["Sec-Fetch-Site": "same-origin"], true),
    (["Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"], true),
    (["Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty"], false),
    (["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "script"], false),
    (["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"], true),
    (["Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"], false),
  ]) func aPageOfAnotherOriginMayOnlyLinkToOurs(fields: [String: String], isAnswered: Bool) async throws {
    var headers = HTTPFields()
    for (name, value) in fields { headers[try #require(HTTPField.Name(name))] = value }
    let sent = headers
    try await Site().test { client in
      let response = try await client.execute(uri: "/", method: .get, headers: sent)
      #expect(response.status == (isAnswered ? .ok : .forbidden))
    }
  }

  @Test(arguments: [
    (HTTPRequest.Method.head, "/", HTTPResponse.Status.ok), (.head, "/overview", .ok),
    (.head, "/assets/page.js", .ok), (.head, "/none", .notFound),
    (.head, "/events/overview", .methodNotAllowed),
    (.options, "/", .methodNotAllowed), (.post, "/", .methodNotAllowed),
    (.put, "/events/overview", .methodNotAllowed),
    (.delete, "/none", .methodNotAllowed), (.trace, "/", .methodNotAllowed),
    (.connect, "/", .methodNotAllowed),
  ]) func anAddressIsForItsMethods(method: HTTPRequest.Method, path: String, status: HTTPResponse.Status)
    async throws
  {
    try await Site().test { client in
      let response = try await client.execute(
        uri: path, method: method, headers: [.origin: "http://localhost"])
      #expect(response.status == status)
      if method == .head { #expect(response.body.readableBytes == 0) }
      if status == .methodNotAllowed {
        #expect(response.headers[.allow] == (path.hasPrefix("/events/") ? "GET, POST" : "GET, HEAD"))
      }
    }
  }

  @Test func theCookieIsNamedForThePort() throws {
    func name(_ host: String) -> String {
      let head = HTTPRequest(method: .get, scheme: nil, authority: host, path: "/")
      return SessionCookie.name(for: Request(head: head, body: .init(buffer: ByteBuffer())))
    }
    #expect(name("127.0.0.1:8080") == "recache_dashboard_8080")
    #expect(name("[::1]:8081") == "recache_dashboard_8081")
    #expect(name("localhost") == "recache_dashboard" && name("localhost:x") == "recache_dashboard")
  }

  @Test(arguments: [
    ("127.0.0.1", true), ("127.0.0.1:8080", true), ("localhost:1", true), ("LOCALHOST", true),
    ("[::1]", true),
    ("[::1]:80", true), ("evil.example", false), ("127.0.0.1.evil.example", false),
    ("localhost.evil.example:80", false),
    ("127.0.0.1:80:80", false), ("127.0.0.1@evil.example", false), ("", false), ("[::1].evil.example", false),
    ("127.0.0.1:evil", false),
  ]) func onlyLoopbackNamesAreHosts(host: String, isLoopback: Bool) {
    #expect(LoopbackOnly<BasicRequestContext>.isLoopback(host) == isLoopback)
  }

  @Test func theAssetsAreThereAndNothingElseIs() async throws {
    try await Site().test { client in
      for name in ["style.css", "page.js", "elements.js", "widgets.js", "chart.js", "code.js", "icon.svg"] {
        let response = try await client.execute(uri: "/assets/\(name)", method: .get)
        #expect(response.status == .ok && response.body.readableBytes > 100)
      }
      for name in ["other.js", "..%2Fpage.js", "%2e%2e", "page.js%00"] {
        #expect(try await client.execute(uri: "/assets/\(name)", method: .get).status == .notFound)
      }
    }
  }

  @Test(arguments: [
    ("a", "a"), ("<b>&\"'", "&lt;b&gt;&amp;&quot;&#39;"), ("</script>", "&lt;/script&gt;"),
    ("é\u{301}<", "é\u{301}&lt;"),
    ("<\u{301}", "&lt;\u{301}"),
  ]) func textIsEscaped(text: String, html: String) {
    #expect(HTMLText.escaped(text) == html)
  }
}
