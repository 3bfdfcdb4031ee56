import CacheRuntime

final class UnsendableResource { var count = 0 }

@CacheResource func unsendableResource() -> UnsendableResource { UnsendableResource() }  // error: unsendable
