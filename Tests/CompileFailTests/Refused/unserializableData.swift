import CacheRuntime

final class Connection: Sendable {}

@CacheData func connect() -> Connection { Connection() }  // error: unserializable
