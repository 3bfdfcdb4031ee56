import CacheRuntime

final class Connection: Sendable {}

@CacheData func connect() -> Connection { Connection() }  // error: 'require' is unavailable: the result of a '@CacheData' function is a class that cannot be copied; conform it to 'Codable', return a structure, or share one object with '@CacheResource'

@CacheData func connections() -> [String: Connection] { [:] }  // error: 'require' is unavailable: the result of a '@CacheData' function is a class that cannot be copied; conform it to 'Codable', return a structure, or share one object with '@CacheResource'
