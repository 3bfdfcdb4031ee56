import CacheRuntime

// The type checker finds these before the plug-in is asked.
@CacheData(maxEntrys: 5) func unknownOption() -> Int { 1 }  // error: incorrect argument label in macro expansion (have 'maxEntrys:', expected 'maxEntries:')
