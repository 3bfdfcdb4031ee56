import CacheRuntime

/// A model that can be saved, and not hashed.
struct Person: Codable {
  var name: String
}

@CacheData
func identity(_ person: Person) throws -> Person { person }

@CacheData(hashFuncs: [.hash(Person.self) { $0.name }])
func identityByName(_ person: Person) throws -> Person { person }
