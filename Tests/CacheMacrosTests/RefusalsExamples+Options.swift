@testable import CacheMacros

/// Options that are refused.
let optionExamples: [RefusalExample] = [
  RefusalExample(
    .unknownOption, source: "@CacheData(1️⃣maxEntrys: 5) func load() -> Int { 1 }",
    said: "error: '@CacheData' has no option 'maxEntrys'; did you mean 'maxEntries'?",
    fixIt: "replace with 'maxEntries'", fixed: "@CacheData(maxEntries: 5) func load() -> Int { 1 }"),
  RefusalExample(
    .unknownOption, source: "@CacheData(ttl: 5, 1️⃣max_entries: 5) func load() -> Int { 1 }",
    said: "error: '@CacheData' has no option 'max_entries'; did you mean 'maxEntries'?",
    fixIt: "replace with 'maxEntries'", fixed: "@CacheData(ttl: 5, maxEntries: 5) func load() -> Int { 1 }"),
  RefusalExample(
    .unknownOption, source: "@CacheResource(1️⃣colour: 5) func load() -> Int { 1 }",
    said: "error: '@CacheResource' has no option 'colour'; remove it"),
  RefusalExample(
    .duplicateOption, source: "@CacheData(ttl: 5, 1️⃣ttl: 6) func load() -> Int { 1 }",
    said: "error: option 'ttl' of '@CacheData' is given twice; remove one",
    fixIt: "remove option 'ttl'", fixed: "@CacheData(ttl: 5) func load() -> Int { 1 }"),
  RefusalExample(
    .removedOption, source: "@CacheData(1️⃣allowOutputMutation: true) func load() -> Int { 1 }",
    said: "error: '@CacheData' has no option 'allowOutputMutation' any more; remove it",
    fixIt: "remove option 'allowOutputMutation'", fixed: "@CacheData func load() -> Int { 1 }"),
  RefusalExample(
    .removedOption, source: "@CacheResource(1️⃣suppressStWarning: true, ttl: \"1h\") func load() -> Int { 1 }",
    said: "error: '@CacheResource' has no option 'suppressStWarning' any more; remove it",
    fixIt: "remove option 'suppressStWarning'", fixed: "@CacheResource(ttl: \"1h\") func load() -> Int { 1 }"),
  RefusalExample(
    .persistedResource, source: "@CacheResource(maxEntries: 2, 1️⃣persist: .disk) func load() -> Int { 1 }",
    said:
      "error: a resource cannot leave the process, so '@CacheResource' has no option 'persist'; remove it, or cache what it is made from with '@CacheData'",
    fixIt: "remove option 'persist'", fixed: "@CacheResource(maxEntries: 2) func load() -> Int { 1 }"),
  RefusalExample(
    .unreadableDuration, source: "@CacheData(ttl: 1️⃣\"1 flecond\") func load() -> Int { 1 }",
    said:
      "error: 'ttl': unknown unit 'flecond' at character 3 of '1 flecond'; use w, d, h, m, s, ms, us or ns"),
  RefusalExample(
    .unreadableDuration, source: "@CacheData(ttl: 5, idle: 1️⃣\"\") func load() -> Int { 1 }",
    said: "error: 'idle': the text of a duration is empty; write numbers with units, such as '1h30m'"),
  RefusalExample(
    .unreadableDuration, source: "@CacheData(ttl: 1️⃣\"100\") func load() -> Int { 1 }",
    said: "error: 'ttl': '100' has no unit at character 1 of '100'; write '100s' for seconds"),
  RefusalExample(
    .unreadableDuration, source: "@cache(ttl: 1️⃣\"-1d\") func load() -> Int { 1 }",
    said:
      "error: 'ttl': a duration cannot be negative, at character 1 of '-1d'; write zero or more, such as '1h30m'"
  ),
  RefusalExample(
    .negativeDuration, source: "@CacheData(ttl: 1️⃣-5) func load() -> Int { 1 }",
    said: "error: 'ttl' cannot be negative ('-5'); use a positive length of time, or 0 to store nothing"),
  RefusalExample(
    .negativeDuration, source: "@CacheData(idle: .seconds(1️⃣-0.5)) func load() -> Int { 1 }",
    said:
      "error: 'idle' cannot be negative ('.seconds(-0.5)'); use a positive length of time, or 0 to store nothing"
  ),
  RefusalExample(
    .emptyBound, source: "@CacheData(maxEntries: 1️⃣0) func load() -> Int { 1 }",
    said: "error: 'maxEntries' must be at least 1, not 0; leave it out for no bound"),
  RefusalExample(
    .emptyBound, source: "@CacheResource(maxBytes: 1️⃣-1_024) func load() -> Int { 1 }",
    said: "error: 'maxBytes' must be at least 1, not -1_024; leave it out for no bound"),
  RefusalExample(
    .timeWithoutSpinner,
    source: "@CacheData(showSpinner: false, showTime: 1️⃣true) func load() -> Int { 1 }",
    said:
      "error: 'showTime' adds the time to the spinner of '@CacheData', and 'showSpinner: false' shows none; remove one of the two",
    fixIt: "remove option 'showTime'", fixed: "@CacheData(showSpinner: false) func load() -> Int { 1 }"),
  RefusalExample(
    .persistedWidgets,
    source: "@CacheData(persist: 1️⃣.disk, experimentalAllowWidgets: true) func load() -> Int { 1 }",
    said:
      "error: results of '@CacheData' that depend on widgets live in memory only; remove 'persist', or read the widgets outside and pass their values",
    fixIt: "remove option 'persist'",
    fixed: "@CacheData(experimentalAllowWidgets: true) func load() -> Int { 1 }"),
  RefusalExample(
    .persistedWidgets,
    source: "@CacheData(persist: 1️⃣true, experimentalAllowWidgets: true) func load() -> Int { 1 }",
    said:
      "error: results of '@CacheData' that depend on widgets live in memory only; remove 'persist', or read the widgets outside and pass their values",
    fixIt: "remove option 'persist'",
    fixed: "@CacheData(experimentalAllowWidgets: true) func load() -> Int { 1 }"),
  RefusalExample(
    .persistedWidgets,
    source:
      "@CacheData(persist: 1️⃣.shared(coordinated: false), experimentalAllowWidgets: true) func load() -> Int { 1 }",
    said:
      "error: results of '@CacheData' that depend on widgets live in memory only; remove 'persist', or read the widgets outside and pass their values",
    fixIt: "remove option 'persist'",
    fixed: "@CacheData(experimentalAllowWidgets: true) func load() -> Int { 1 }"),
  RefusalExample(
    .hashedExcludedParameter,
    source:
      "@CacheData(hashFuncs: [.hash(1️⃣Database.self) { $0.name }]) func load(_ _db: Database, n: Int) -> Int { n }",
    said:
      "error: parameter '_db' is excluded from the key, so the hash function for 'Database' is never used; remove one of the two"
  ),
  RefusalExample(
    .processHash,
    source:
      "@CacheData(persist: .disk, hashFuncs: [.hash(Region.self) { $0.1️⃣hashValue }]) func load(_ r: Region) -> Int { 1 }",
    said:
      "error: 'hashValue' is another in every process, so no result with 'persist:' would be found by it again; return what it is made from"
  ),
  RefusalExample(
    .duplicateHashFunction,
    source:
      "@CacheData(hashFuncs: [.hash(Region.self) { $0.code }, .hash(1️⃣Region.self, by: \\.name)]) func load(in region: Region) -> Int { 1 }",
    said: "error: there are two hash functions for 'Region'; remove one"),
  RefusalExample(
    .shadowedOption,
    source: "@CacheData(maxEntries: 1️⃣limit) func load(limit: Int) -> Int { limit }",
    said:
      "error: 'maxEntries' names 'limit', which is a parameter of 'load(limit:)' where the option is used; call one of the two something else"
  ),
  RefusalExample(
    .shadowedOption,
    source:
      "@CacheData(storeIf: { (rows: [Int]) in rows.count > 1️⃣least }) func load(rows: Int, more least: Int) -> [Int] { [] }",
    said:
      "error: 'storeIf' names 'least', which is a parameter of 'load(rows:more:)' where the option is used; call one of the two something else"
  ),
]
