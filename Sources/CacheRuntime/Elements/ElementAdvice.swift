/// What is said of elements and widgets in cached functions.
enum ElementAdvice {
  /// A widget was read where it may not be.
  static func refused(_ widget: Widget, in function: String) -> String {
    let what = "\(widget.kind) '\(widget.label)' is read in cached function '\(function)', whose results "
    if widget.isNeverCached {
      return what
        + "cannot depend on it; read it outside and pass the value as an argument. This result is not cached."
    }
    return what
      + "do not tell its values apart; read it outside and pass the value as an argument, or allow it with "
      + "'experimentalAllowWidgets: true'. This result is not cached."
  }

  /// An element was shown by a function on `cache`.
  static func legacy(_ kind: Element.Kind, in function: String) -> String {
    """
    '\(function)' shows an element ('\(kind)') and is cached by 'cache', so it is shown only when the function runs; \
    move it to '@CacheData' or '@CacheResource', which show elements again at every call, or silence this with \
    'suppressStWarning: true'
    """
  }
}
