import SwiftCompilerPlugin
import SwiftSyntaxMacros

@main
struct CacheMacrosPlugin: CompilerPlugin {
  let providingMacros: [any Macro.Type] = [
    CacheDataMacro.self, CacheResourceMacro.self, LegacyCacheMacro.self,
  ]
}
