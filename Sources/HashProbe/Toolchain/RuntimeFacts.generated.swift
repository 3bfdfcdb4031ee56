// Generated from the sources of CacheRuntime by GeneratedRuntimeFactsTests; not to be edited.
extension RuntimeFacts {
  /// The facts in the form of those of the toolchain.
  static let text = #"""
    module CacheRuntime
    protocol CacheHashable
    protocol StrictlyKeyed
    protocol BitwiseKeyed
     : StrictlyKeyed
    extension AnyHashable
     : CacheHashable
    extension AnyHashable
     : StrictlyKeyed
    extension Argument
     : CacheHashable
    extension Array
     : CacheHashable where Element: CacheHashable
    extension Array
     : StrictlyKeyed where Element: StrictlyKeyed
    extension ArraySlice
     : CacheHashable where Element: CacheHashable
    extension ArraySlice
     : StrictlyKeyed where Element: StrictlyKeyed
    extension Bool
     : BitwiseKeyed
    extension Bool
     : CacheHashable
    extension Calendar
     : CacheHashable
    extension Character
     : CacheHashable
    extension Character
     : StrictlyKeyed
    extension CharacterSet
     : CacheHashable
    extension ClosedRange
     : CacheHashable where Bound: CacheHashable
    extension ClosureKey
     : CacheHashable
    extension ContiguousArray
     : CacheHashable where Element: CacheHashable
    extension ContiguousArray
     : StrictlyKeyed where Element: StrictlyKeyed
    extension Data
     : CacheHashable
    extension Data
     : StrictlyKeyed
    extension Date
     : CacheHashable
    extension DateComponents
     : CacheHashable
    extension Decimal
     : CacheHashable
    extension Dictionary
     : CacheHashable where Key: CacheHashable, Value: CacheHashable
    extension Dictionary
     : StrictlyKeyed where Key: StrictlyKeyed, Value: StrictlyKeyed
    extension Double
     : BitwiseKeyed
    extension Double
     : CacheHashable
    extension DynamicArgument
     : CacheHashable
    extension EmptyKey
     : CacheHashable
    extension ExactHashable
     : CacheHashable
    extension Float
     : BitwiseKeyed
    extension Float
     : CacheHashable
    extension IdentityArgument
     : CacheHashable
    extension IndexPath
     : CacheHashable
    extension Int
     : BitwiseKeyed
    extension Int
     : CacheHashable
    extension Int128
     : CacheHashable
    extension Int16
     : BitwiseKeyed
    extension Int16
     : CacheHashable
    extension Int32
     : BitwiseKeyed
    extension Int32
     : CacheHashable
    extension Int64
     : BitwiseKeyed
    extension Int64
     : CacheHashable
    extension Int8
     : BitwiseKeyed
    extension Int8
     : CacheHashable
    extension KeyNode
     : CacheHashable
    extension KeyPair
     : CacheHashable
    extension Locale
     : CacheHashable
    extension Measurement
     : CacheHashable
    extension Optional
     : CacheHashable where Wrapped: CacheHashable
    extension Optional
     : StrictlyKeyed where Wrapped: StrictlyKeyed
    extension Range
     : CacheHashable where Bound: CacheHashable
    extension Set
     : CacheHashable where Element: CacheHashable
    extension Set
     : StrictlyKeyed where Element: StrictlyKeyed
    extension StrictArgument
     : CacheHashable
    extension String
     : CacheHashable
    extension String
     : StrictlyKeyed
    extension Substring
     : CacheHashable
    extension Substring
     : StrictlyKeyed
    extension TimeZone
     : CacheHashable
    extension TypeArgument
     : CacheHashable
    extension UInt
     : BitwiseKeyed
    extension UInt
     : CacheHashable
    extension UInt128
     : CacheHashable
    extension UInt16
     : BitwiseKeyed
    extension UInt16
     : CacheHashable
    extension UInt32
     : BitwiseKeyed
    extension UInt32
     : CacheHashable
    extension UInt64
     : BitwiseKeyed
    extension UInt64
     : CacheHashable
    extension UInt8
     : BitwiseKeyed
    extension UInt8
     : CacheHashable
    extension URL
     : CacheHashable
    extension UUID
     : CacheHashable
    """#
}
