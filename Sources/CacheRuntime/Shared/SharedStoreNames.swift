#if SharedStore

/// What things are called on the server; all names begin with the store's own.
///
/// ```
/// recache:e:<key>         an entry          recache:g:all            generation of everything
/// recache:c:<key>         its last clear    recache:g:kind:data      … of a kind
/// recache:l:<key>         its lease         recache:g:f:<function>   … of a function
/// recache:i:<function>    entries by age    recache:g:t:<tag>        … of a tag
/// recache:s:<function>    their sizes
/// ```
struct SharedStoreNames: Sendable {
  let namespace: String

  var entries: [UInt8] { Array("\(namespace):e:".utf8) }
  func entry(_ key: StoreKey) -> [UInt8] { entries + Array("\(key.digest)".utf8) }
  func mark(_ key: StoreKey) -> [UInt8] { Array("\(namespace):c:\(key.digest)".utf8) }
  func lease(_ key: StoreKey) -> [UInt8] { Array("\(namespace):l:\(key.digest)".utf8) }
  func ages(_ function: StoreFunction) -> [UInt8] { Array("\(namespace):i:\(function.digest)".utf8) }
  func sizes(_ function: StoreFunction) -> [UInt8] { Array("\(namespace):s:\(function.digest)".utf8) }

  var everything: [UInt8] { Array("\(namespace):g:all".utf8) }
  func kind(_ kind: CacheKind) -> [UInt8] { Array("\(namespace):g:kind:\(kind.rawValue)".utf8) }
  func function(_ function: StoreFunction) -> [UInt8] { Array("\(namespace):g:f:\(function.digest)".utf8) }
  func tag(_ tag: String) -> [UInt8] { Array("\(namespace):g:t:\(tag)".utf8) }

  /// The generations on which an entry of the function depends.
  func generations(of function: StoreFunction) -> [[UInt8]] {
    [everything, kind(function.kind), self.function(function)] + function.tags.map(tag)
  }
}

#endif
