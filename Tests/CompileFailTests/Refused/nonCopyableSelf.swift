import CacheRuntime

struct FileHandleLike: ~Copyable {
  @CacheData func size() -> Int { 1 }  // error: 'self' of non-copyable type 'FileHandleLike' cannot be part of the key of 'size()'; make it a static or global function of what it reads
}
