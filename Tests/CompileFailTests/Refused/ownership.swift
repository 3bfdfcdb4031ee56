import CacheRuntime

@CacheData func borrowed(name: borrowing String) -> Int { 1 }  // error: 'borrowing' parameter 'name' of 'borrowed(name:)' cannot be part of the key; remove 'borrowing'
@CacheData func consumed(name: consuming String) -> Int { 1 }  // error: 'consuming' parameter 'name' of 'consumed(name:)' cannot be part of the key; remove 'consuming'
