import CacheRuntime

@CacheData(ttl: -5) func negativeNumber() -> Int { 1 }  // error: 'ttl' cannot be negative ('-5'); use a positive length of time, or 0 to store nothing
@CacheData(ttl: .hours(-1)) func negativeHours() -> Int { 1 }  // error: 'ttl' cannot be negative ('.hours(-1)'); use a positive length of time, or 0 to store nothing
@CacheData(idle: -0.5) func negativeIdle() -> Int { 1 }  // error: 'idle' cannot be negative ('-0.5'); use a positive length of time, or 0 to store nothing
