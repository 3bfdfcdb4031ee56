// How the shards of a cache are read and changed.

extension KeyedCore {
  /// Runs `body` under the lock of a shard: it may change what readers do not look at.
  func withLock<R>(of shard: UnsafeMutablePointer<StoreShard<Key, Value>>, _ body: () -> R) -> R {
    locks[shard - shards].withLock(body)
  }

  func forEachShard(_ body: (borrowing StoreShard<Key, Value>, _ index: Int) -> Void) {
    for index in 0...shardMask {
      locks[index].withLock { body(shards[index], index) }
    }
  }

  /// The keys of all results.
  var keys: [Key] {
    var all: [Key] = []
    forEachShard { shard, _ in all += shard.slots.map { shard.entries[$0].key } }
    return all
  }

  /// Changes every shard under its lock, then sees to what has left it.
  func change(_ body: (inout StoreShard<Key, Value>, inout [Removed<Key, Value>]) -> Void) {
    for index in 0...shardMask { change(shards + index, body) }
  }

  /// Changes a shard under its lock while nobody reads it, then sees to what has left it.
  func change(
    _ shard: UnsafeMutablePointer<StoreShard<Key, Value>>,
    _ body: (inout StoreShard<Key, Value>, inout [Removed<Key, Value>]) -> Void
  ) {
    var released: [Removed<Key, Value>] = []
    let difference = withLock(of: shard) {
      stripes.withoutReaders(shard: shard - shards) {
        readNotes()
        let before = shard.pointee.bytes
        body(&shard.pointee, &released)
        return shard.pointee.bytes - before
      }
    }
    CacheBudget.add(difference)
    release(released)
  }

  /// Tells the user's code of all results, for the cache itself goes.
  func releaseAll() {
    guard let onRelease = options.onRelease else { return }
    for index in 0...shardMask {
      for slot in shards[index].slots {
        if let value = (try? copying.value(of: shards[index].entries[slot].held)) ?? nil { onRelease(value) }
      }
    }
  }

  /// Tells the user's code of results that have left the cache; no lock is held.
  func release(_ released: [Removed<Key, Value>]) {
    guard let onRelease = options.onRelease else { return }
    for removed in released {
      if let value = (try? copying.value(of: removed.held)) ?? nil { onRelease(value) }
    }
  }
}
