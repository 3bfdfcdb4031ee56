/// A type whose names were looked up.
package indirect enum ResolvedType: Hashable, Sendable {
  /// A declared type with an argument for each generic parameter, those of the types around it first.
  case declared(TypeNumber, [ResolvedType])
  /// A generic parameter that nothing is known to stand for.
  case parameter(ParameterName)
  /// `T.Element` of a generic parameter, or an associated type that only the compiler can infer.
  case member(ResolvedType, String)
  case tuple([ResolvedType])
  /// A function; its parameters and results do not matter here.
  case function(isSendable: Bool, TypeExpression)
  case metatype(ResolvedType)
  /// `any P & Q`; no parts: `Any`.
  case existential([ResolvedType])
  /// `some P & Q`.
  case opaque([ResolvedType])
  case pack(ResolvedType)
  /// A name that no declaration was found for.
  case unknown(String, [ResolvedType] = [])
}

/// Which declared type is meant, within its index.
package struct TypeNumber: Hashable, Sendable {
  package let value: Int
}

/// A generic parameter by its name and by what declares it.
package struct ParameterName: Hashable, Sendable {
  /// The type that declares it; `nil` for a parameter of a function.
  package var owner: TypeNumber?
  package var name: String
}
