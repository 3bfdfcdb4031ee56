import CacheRuntime

final class UnsendableResource { var count = 0 }

@CacheResource func unsendableResource() -> UnsendableResource { UnsendableResource() }  // error: type 'UnsendableResource' does not conform to the 'Sendable' protocol
