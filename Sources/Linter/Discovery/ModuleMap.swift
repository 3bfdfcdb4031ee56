/// Which package target a file belongs to.
struct ModuleMap {
  func module(ofFile path: String) -> String? { nil }
}
