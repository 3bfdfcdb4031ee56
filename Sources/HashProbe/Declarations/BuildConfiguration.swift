/// For which platform and with which flags `#if` is answered.
package struct BuildConfiguration: Hashable, Sendable {
  package var operatingSystem: String
  package var architecture: String
  package var languageVersion: [Int]
  /// What `-D` defines.
  package var flags: Set<String>
  /// What `canImport` may find, the modules of the linted directory among them.
  package var modules: Set<String>

  package init(
    operatingSystem: String = host.operatingSystem, architecture: String = host.architecture,
    languageVersion: [Int] = [6, 3], flags: Set<String> = ["DEBUG"], modules: Set<String> = []
  ) {
    self.operatingSystem = operatingSystem
    self.architecture = architecture
    self.languageVersion = languageVersion
    self.flags = flags
    self.modules = modules
  }

  /// The platform this program was built for.
  package static let host: (operatingSystem: String, architecture: String) = {
    #if os(macOS)
    let operatingSystem = "macOS"
    #elseif os(Windows)
    let operatingSystem = "Windows"
    #else
    let operatingSystem = "Linux"
    #endif
    #if arch(arm64)
    return (operatingSystem, "arm64")
    #else
    return (operatingSystem, "x86_64")
    #endif
  }()

  /// Whether code under all these conditions is compiled.
  package func isActive(_ conditions: [CompilationCondition]) -> Bool {
    conditions.allSatisfy(holds)
  }

  private func holds(_ condition: CompilationCondition) -> Bool {
    switch condition {
    case .flag(let name): name == "true" || flags.contains(name)
    case .call(let name, let argument): holds(name, argument)
    case .not(let condition): !holds(condition)
    case .all(let conditions): conditions.allSatisfy(holds)
    case .any(let conditions): conditions.contains(where: holds)
    }
  }

  private func holds(_ name: String, _ argument: String) -> Bool {
    switch name {
    case "os": argument == operatingSystem || (argument == "OSX" && operatingSystem == "macOS")
    case "arch": argument == architecture
    case "canImport": canImport(String(argument.prefix { $0 != "," && $0 != "." }))
    case "swift", "compiler", "_compiler_version": compares(argument)
    case "hasFeature", "hasAttribute": !Self.optionalFeatures.contains(argument)
    case "_endian": argument == "little"
    case "_pointerBitWidth": argument == "_64"
    case "_runtime": (argument == "_ObjC") == (operatingSystem == "macOS")
    default: false
    }
  }

  /// The C library is part of what is known of the toolchain, and each platform has another one.
  private func canImport(_ module: String) -> Bool {
    switch module {
    case "Glibc": operatingSystem == "Linux"
    case "Darwin": operatingSystem == "macOS"
    default: modules.contains(module)
    }
  }

  /// Features that a compiler has only when they are asked for.
  private static let optionalFeatures: Set<String> = [
    "Embedded", "StrictMemorySafety", "AccessLevelOnImport", "Lifetimes", "LifetimeDependence",
    "SafeInteropWrappers", "AddressableTypes",
  ]

  /// `>=5.9`, `<6`.
  private func compares(_ argument: String) -> Bool {
    let digits = argument.drop { !$0.isNumber }
    let version = digits.split(separator: ".").map { Int($0) ?? 0 }
    let isOlder = languageVersion.lexicographicallyPrecedes(version)
    return argument.hasPrefix("<") ? isOlder : !isOlder
  }
}
