#if SharedStore
internal import Crypto

/// A script that the server runs as one step; it is sent once and named by its digest from then on.
struct ServerScript: Sendable {
  private let source: [UInt8]
  private let digest: [UInt8]

  init(_ source: String) {
    self.source = Array(source.utf8)
    digest = Insecure.SHA1.hash(data: self.source).flatMap { byte in
      Array((byte < 16 ? "0" : "").utf8) + Array(String(byte, radix: 16).utf8)
    }
  }

  func byDigest(keys: [[UInt8]], _ arguments: [[UInt8]]) -> ServerCommand {
    ServerCommand([Array("EVALSHA".utf8), digest, Array("\(keys.count)".utf8)] + keys + arguments)
  }

  func whole(keys: [[UInt8]], _ arguments: [[UInt8]]) -> ServerCommand {
    ServerCommand([Array("EVAL".utf8), source, Array("\(keys.count)".utf8)] + keys + arguments)
  }

  /// Writes an entry, unless something was cleared since its computation began.
  ///
  /// Keys: entry, mark of its clears, list of the function's entries by age, their sizes, generations. Arguments: the entry,
  /// its life in milliseconds, the mark as it was seen, the most entries and bytes (0 for any), what the names of entries
  /// begin with, the entry's digest, the time, the generations as they were seen.
  ///
  /// - Returns (the script): 1 when it was written, 0 when it was not.
  static let write = ServerScript(
    """
    if (redis.call('GET', KEYS[2]) or '') ~= ARGV[3] then return 0 end
    for i = 5, #KEYS do
      if redis.call('GET', KEYS[i]) ~= ARGV[i + 4] then return 0 end
    end
    local life, most, bytes = tonumber(ARGV[2]), tonumber(ARGV[4]), tonumber(ARGV[5])
    redis.call('SET', KEYS[1], ARGV[1], 'PX', life)
    for i = 5, #KEYS do
      if redis.call('PTTL', KEYS[i]) < life then redis.call('PEXPIRE', KEYS[i], life) end
    end
    if most == 0 and bytes == 0 then return 1 end
    local generations = table.concat(ARGV, '', 9)
    if redis.call('HGET', KEYS[4], 'generations') ~= generations then
      for _, digest in ipairs(redis.call('ZRANGE', KEYS[3], 0, -1)) do
        if digest ~= ARGV[7] then redis.call('DEL', ARGV[6] .. digest) end
      end
      redis.call('DEL', KEYS[3], KEYS[4])
      redis.call('HSET', KEYS[4], 'generations', generations)
    end
    local before = tonumber(redis.call('HGET', KEYS[4], ARGV[7]) or '0')
    redis.call('HSET', KEYS[4], ARGV[7], #ARGV[1])
    local sum = redis.call('HINCRBY', KEYS[4], 'sum', #ARGV[1] - before)
    redis.call('ZADD', KEYS[3], ARGV[8], ARGV[7])
    while (most > 0 and redis.call('ZCARD', KEYS[3]) > most) or (bytes > 0 and sum > bytes) do
      local oldest = redis.call('ZRANGE', KEYS[3], 0, 0)[1]
      if not oldest then break end
      redis.call('ZREM', KEYS[3], oldest)
      sum = redis.call('HINCRBY', KEYS[4], 'sum', -tonumber(redis.call('HGET', KEYS[4], oldest) or '0'))
      redis.call('HDEL', KEYS[4], oldest)
      redis.call('DEL', ARGV[6] .. oldest)
    end
    for i = 3, 4 do
      if redis.call('PTTL', KEYS[i]) < life then redis.call('PEXPIRE', KEYS[i], life) end
    end
    return 1
    """)

  /// Takes out what is still the caller's own: a lease that has passed to another stays.
  static let release = ServerScript(
    "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0")

  /// Makes a lease last longer, while it is still the caller's own.
  static let renew = ServerScript(
    "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0"
  )
}

extension ServerPool {
  /// Runs a script as one step of the server.
  func run(_ script: ServerScript, keys: [[UInt8]], _ arguments: [[UInt8]]) throws(ServerError) -> Int64 {
    let first = try send([script.byDigest(keys: keys, arguments)])
    if case .error(let text)? = first.first, text.hasPrefix("NOSCRIPT") {
      return try number(send([script.whole(keys: keys, arguments)]))
    }
    return try number(first)
  }

  private func number(_ replies: [ServerReply]) throws(ServerError) -> Int64 {
    guard let reply = replies.first else { throw .garbage("no answer") }
    return try reply.expectInteger()
  }
}

#endif
