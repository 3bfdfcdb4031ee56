import SwiftDiagnostics

/// What a fix-it of the plug-in does, as the editor shows it.
enum Remedy: FixItMessage, Equatable {
  case declareThrows
  case removeAttribute(String)
  case removeOption(String)
  case removeSpecifier(String)
  case renameOption(String)
  case useResource

  var message: String {
    switch self {
    case .declareThrows: "replace 'rethrows' with 'throws'"
    case .removeAttribute(let name): "remove '@\(name)'"
    case .removeOption(let name): "remove option '\(name)'"
    case .removeSpecifier(let name): "remove '\(name)'"
    case .renameOption(let name): "replace with '\(name)'"
    case .useResource: "use '@CacheResource'"
    }
  }

  var fixItID: MessageID {
    switch self {
    case .declareThrows: MessageID(domain: "CacheMacros", id: "declareThrows")
    case .removeAttribute: MessageID(domain: "CacheMacros", id: "removeAttribute")
    case .removeOption: MessageID(domain: "CacheMacros", id: "removeOption")
    case .removeSpecifier: MessageID(domain: "CacheMacros", id: "removeSpecifier")
    case .renameOption: MessageID(domain: "CacheMacros", id: "renameOption")
    case .useResource: MessageID(domain: "CacheMacros", id: "useResource")
    }
  }
}
