/// Return types as people write them, with what is to be decided; written by hand, apart from `rules.yml`.
struct DecidedSpelling: Sendable {
  var type: String
  var kind: String
  var useCase: String
  var calls: Set<String> = []

  static func data(_ type: String, _ useCase: String, calls: Set<String> = []) -> DecidedSpelling {
    DecidedSpelling(type: type, kind: "data", useCase: useCase, calls: calls)
  }

  static func resource(_ type: String, _ useCase: String) -> DecidedSpelling {
    DecidedSpelling(type: type, kind: "resource", useCase: useCase)
  }

  static let all: [DecidedSpelling] = [
    // Reading a CSV file
    .data("DataFrame", "Reading a CSV file"),
    .data("TabularData.DataFrame", "Reading a CSV file", calls: ["DataFrame", "contentsOfCSVFile"]),
    .data("DataFrame?", "Reading a CSV file"),
    .data("[DataFrame]", "Reading a CSV file"),
    .data("[String: DataFrame]", "Reading a CSV file"),
    .data("CSV<Named>", "Reading a CSV file"),
    .data("SwiftCSV.CSV<Enumerated>", "Reading a CSV file"),
    .data("NamedCSV", "Reading a CSV file"),
    .data("[[String: String]]", "Reading a CSV file", calls: ["NamedCSV"]),
    .data("[[String: String]]", "Simple computations with basic types"),
    .data("[[String]]", "Reading a CSV file", calls: ["CSVReader"]),
    // Reading a text file
    .data("String", "Reading a text file", calls: ["contentsOfFile"]),
    .data("[String]", "Reading a text file", calls: ["contentsOf", "split"]),
    .data("Swift.Array<Swift.String>", "Reading a text file", calls: ["readLine"]),
    .data("Data", "Reading a text file", calls: ["contentsOf"]),
    // Transforming data frames
    .data("DataFrame", "Transforming data frames", calls: ["grouped"]),
    .data("DataFrame.Slice", "Transforming data frames"),
    .data("TabularData.DataFrame.Slice", "Transforming data frames"),
    .data("Column<Double>", "Transforming data frames"),
    .data("any RowGroupingProtocol", "Transforming data frames"),
    // Computing with numeric arrays
    .data("[Double]", "Computing with numeric arrays"),
    .data("Array<Double>", "Computing with numeric arrays"),
    .data("[[Float]]", "Computing with numeric arrays"),
    .data("Array<Array<Float>>", "Computing with numeric arrays"),
    .data("[Int]?", "Computing with numeric arrays"),
    .data("SIMD4<Float>", "Computing with numeric arrays"),
    .data("MLShapedArray<Float>", "Computing with numeric arrays"),
    .data("CoreML.MLMultiArray", "Computing with numeric arrays"),
    .data("MLXArray", "Computing with numeric arrays"),
    .data("Tensor<Float>", "Computing with numeric arrays"),
    .data("Complex<Double>", "Computing with numeric arrays"),
    // Simple computations with basic types
    .data("Int", "Simple computations with basic types"),
    .data("Swift.Int", "Simple computations with basic types"),
    .data("String", "Simple computations with basic types"),
    .data("Bool?", "Simple computations with basic types"),
    .data("(Int, String)", "Simple computations with basic types"),
    .data("(count: Int, name: String)?", "Simple computations with basic types"),
    .data("[String: Int]", "Simple computations with basic types"),
    .data("Set<UUID>", "Simple computations with basic types"),
    .data("Result<Int, any Error>", "Simple computations with basic types"),
    .data("Foundation.Date", "Simple computations with basic types"),
    .data("FoundationEssentials.URL", "Simple computations with basic types"),
    .data("CGRect", "Simple computations with basic types"),
    .data("CoreGraphics.CGPoint", "Simple computations with basic types"),
    .data("OrderedDictionary<String, Decimal>", "Simple computations with basic types"),
    .data("BigInt", "Simple computations with basic types"),
    .data("sending String", "Simple computations with basic types"),
    // Querying a database
    .data("DataFrame", "Querying a database", calls: ["execute"]),
    .data("Int", "Querying a database", calls: ["fetchOne", "sql"]),
    .data("[PostgresRow]", "Querying a database"),
    .data("[MySQLNIO.MySQLRow]", "Querying a database"),
    .data("[Row]", "Querying a database"),
    .data("BSONDocument?", "Querying a database"),
    .data("RESPValue", "Querying a database"),
    // Querying an API
    .data("[String: Any]", "Querying an API", calls: ["URLSession", "JSONSerialization"]),
    .data("Data", "Querying an API", calls: ["URLSession"]),
    .data("String", "Querying an API", calls: ["HTTPClientRequest"]),
    .data("ByteBuffer", "Querying an API"),
    .data("NIO.ByteBuffer", "Querying an API"),
    // Running a model
    .data("[VNClassificationObservation]", "Running a model (inference)"),
    .data("any MLFeatureProvider", "Running a model (inference)"),
    .data("[String: Double]", "Running a model (inference)", calls: ["prediction"]),
    .data("MLMultiArray", "Running a model (inference)", calls: ["prediction"]),
    .data("[TranscriptionResult]", "Running a model (inference)"),
    .data("String", "Running a model (inference)", calls: ["respond"]),
    // Images
    .data("CGImage", "Creating or processing images"),
    .data("UIImage?", "Creating or processing images"),
    .data("AppKit.NSImage", "Creating or processing images"),
    .data("[CIImage]", "Creating or processing images"),
    .data("SwiftUI.Image", "Creating or processing images"),
    // Charts
    .data("some ChartContent", "Creating charts"),
    .data("Chart<Content>", "Creating charts"),
    .data("LineGraph<Float, Float>", "Creating charts"),
    .resource("BarChartView", "Creating charts"),
    // Models
    .resource("MLModel", "Loading models"),
    .resource("CoreML.MLModel?", "Loading models"),
    .resource("VNCoreMLModel", "Loading models"),
    .resource("NLModel", "Loading models"),
    .resource("ModelContext", "Loading models"),
    .resource("any LLMModel", "Loading models"),
    .resource("WhisperKit", "Loading models"),
    .resource("ORTSession", "Loading models"),
    .resource("any Tokenizer", "Loading models"),
    .resource("(MLModel, [String])", "Loading models"),
    // Database connections
    .resource("DatabaseQueue", "Initializing database connections"),
    .resource("GRDB.DatabasePool", "Initializing database connections"),
    .resource("any DatabaseWriter", "Initializing database connections"),
    .resource("some DatabaseReader", "Initializing database connections"),
    .resource("any GRDB.DatabaseWriter & Sendable", "Initializing database connections"),
    .resource("OpaquePointer?", "Initializing database connections"),
    .resource("SQLite.Connection", "Initializing database connections"),
    .resource("PostgresClient", "Initializing database connections"),
    .resource("MySQLConnection", "Initializing database connections"),
    .resource("MongoCollection<Ride>", "Initializing database connections"),
    .resource("RedisConnectionPool", "Initializing database connections"),
    .resource("ValkeyClient", "Initializing database connections"),
    .resource("NSPersistentContainer", "Initializing database connections"),
    .resource("SwiftData.ModelContext", "Initializing database connections"),
    .resource("any FluentKit.Database", "Initializing database connections"),
    .resource("[String: DatabaseQueue]", "Initializing database connections"),
    .resource("Result<DatabaseQueue, any Error>", "Initializing database connections"),
    .resource("(rows: [String], database: DatabaseQueue)", "Initializing database connections"),
    .resource("[NSManagedObject]", "Initializing database connections"),
    // File handles
    .resource("FileHandle", "Opening persistent file handles"),
    .resource("Foundation.FileHandle?", "Opening persistent file handles"),
    .resource("UnsafeMutablePointer<FILE>", "Opening persistent file handles"),
    .resource("UnsafeMutablePointer<FILE>?", "Opening persistent file handles"),
    .resource("FileDescriptor", "Opening persistent file handles"),
    .resource("InputStream", "Opening persistent file handles"),
    .resource("_NIOFileSystem.ReadFileHandle", "Opening persistent file handles"),
    // Threads
    .resource("Thread", "Opening persistent threads"),
    .resource("Task<Void, Never>", "Opening persistent threads"),
    .resource("_Concurrency.Task<DataFrame, any Error>", "Opening persistent threads"),
    .resource("Swift.Task<Int, Never>", "Opening persistent threads"),
    .resource("DispatchQueue", "Opening persistent threads"),
    .resource("any EventLoopGroup", "Opening persistent threads"),
    .resource("EventLoopFuture<[String]>", "Opening persistent threads"),
    .resource("AsyncStream<Int>", "Opening persistent threads"),
    .resource("NIO.EventLoopGroup", "Opening persistent threads"),
    .resource("OperationQueue", "Opening persistent threads"),
    // Beyond the guide
    .resource("URLSession", "Opening network clients and connections"),
    .resource("Foundation.URLSession", "Opening network clients and connections"),
    .resource("HTTPClient", "Opening network clients and connections"),
    .resource("Mutex<Int>", "Sharing locks and memory"),
    .resource("UnsafeMutablePointer<Int>", "Sharing locks and memory"),
    .resource("any MTLDevice", "Sharing drawing and GPU objects"),
  ]

  /// Types of which the table says nothing, or not all that it would take.
  static let unknown = [
    "Ride", "[Ride]", "Other.DataFrame", "Other.Task<Int, Never>", "DataFrame.Unheard", "Slice",
    "(Int, Ride)", "[String: Ride]", "Result<Ride, any Error>", "Box<DatabaseQueue>", "Void", "()",
    "(Int) -> DataFrame", "() -> DatabaseQueue", "Int.Type", "some Sequence", "App.Array<Int>",
  ]
}
