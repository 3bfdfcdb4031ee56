import CacheRuntime

@CacheData func rethrowing(_ _body: () throws -> Int) rethrows -> Int { try _body() }  // error: 'rethrowing(_:)' rethrows what its argument throws and cannot be cached; declare it 'throws'
