// Generated from the sources of CacheRuntime by GeneratedRuntimeFactsTests; not to be edited.
extension RuntimeFacts {
  /// The facts in the form of those of the toolchain.
  static let text = #"""
    module CacheRuntime
    protocol StrictlyKeyed
    protocol BitwiseKeyed
     : StrictlyKeyed
    extension AnyHashable
     : StrictlyKeyed
    extension Array
     : StrictlyKeyed where Element: StrictlyKeyed
    extension ArraySlice
     : StrictlyKeyed where Element: StrictlyKeyed
    extension Bool
     : BitwiseKeyed
    extension Character
     : StrictlyKeyed
    extension ContiguousArray
     : StrictlyKeyed where Element: StrictlyKeyed
    extension Data
     : StrictlyKeyed
    extension Dictionary
     : StrictlyKeyed where Key: StrictlyKeyed, Value: StrictlyKeyed
    extension Double
     : BitwiseKeyed
    extension Float
     : BitwiseKeyed
    extension Int
     : BitwiseKeyed
    extension Int16
     : BitwiseKeyed
    extension Int32
     : BitwiseKeyed
    extension Int64
     : BitwiseKeyed
    extension Int8
     : BitwiseKeyed
    extension Optional
     : StrictlyKeyed where Wrapped: StrictlyKeyed
    extension Set
     : StrictlyKeyed where Element: StrictlyKeyed
    extension String
     : StrictlyKeyed
    extension Substring
     : StrictlyKeyed
    extension UInt
     : BitwiseKeyed
    extension UInt16
     : BitwiseKeyed
    extension UInt32
     : BitwiseKeyed
    extension UInt64
     : BitwiseKeyed
    extension UInt8
     : BitwiseKeyed
    """#
}
