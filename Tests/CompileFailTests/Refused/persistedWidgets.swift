import CacheRuntime

@CacheData(persist: .disk, experimentalAllowWidgets: true) func persistedWidgets() -> Int { 1 }  // error: results of '@CacheData' that depend on widgets live in memory only; remove 'persist', or read the widgets outside and pass their values
