import HTTPTypes
import Hummingbird
import NIOCore

/// A file of the page's own: style, scripts and icon, compiled into the program.
enum Asset {
  private static func bytes(_ name: String) -> (content: [UInt8], type: String)? {
    let script = "text/javascript; charset=utf-8"
    return switch name {
    case "style.css": (PackageResources.style_css, "text/css; charset=utf-8")
    case "page.js": (PackageResources.page_js, script)
    case "elements.js": (PackageResources.elements_js, script)
    case "widgets.js": (PackageResources.widgets_js, script)
    case "chart.js": (PackageResources.chart_js, script)
    case "code.js": (PackageResources.code_js, script)
    case "icon.svg": (PackageResources.icon_svg, "image/svg+xml")
    default: nil
    }
  }

  static func response(_ name: String) throws -> Response {
    guard let (content, type) = bytes(name) else {
      throw HTTPError(.notFound, message: "there is no file of this name")
    }
    return Response(
      status: .ok, headers: [.contentType: type, .cacheControl: "no-cache"],
      body: .init(byteBuffer: ByteBuffer(bytes: content)))
  }
}
