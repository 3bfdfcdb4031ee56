import CacheRuntime

@CacheData func suppressed<T: ~Copyable>(_ _type: T.Type) -> Int { 1 }  // error: 'suppressed(_:)' takes or returns a '~Copyable' value, which a cache cannot hold; require 'Copyable'
