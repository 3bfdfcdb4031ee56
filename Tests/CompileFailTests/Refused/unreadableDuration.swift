import CacheRuntime

@CacheData(ttl: "1 flecond") func flecond() -> Int { 1 }  // error: 'ttl': unknown unit 'flecond' at character 3 of '1 flecond'; use w, d, h, m, s, ms, us or ns
@CacheResource(ttl: "") func emptyDuration() -> Int { 1 }  // error: 'ttl': the text of a duration is empty; write numbers with units, such as '1h30m'
@CacheData(ttl: "100") func hundred() -> Int { 1 }  // error: 'ttl': '100' has no unit at character 1 of '100'; write '100s' for seconds
