import SwiftDiagnostics

/// What the plug-in says of a use of `@CacheData`, `@CacheResource` or `@cache` that it does not expand as written.
///
/// Every text of the plug-in is in this file, one case each: first what is wrong, then the remedy. Where each is looked
/// for stands in `Refusals+….swift`; each is pinned by `RefusalsTests` (source, message, place, fix-it) and by a fixture
/// that the compiler itself refuses.
///
/// ## What a macro cannot see
/// A macro is given its own declaration and the headers of what encloses it, never the neighbours or the enclosing body:
/// - two overloads whose handles clash are the compiler's to say (`invalid redeclaration of '$f'`); `handle: false` on all
///   but one of them leaves the handle out; an operator never has one, since `$+` is no name;
/// - of what a local function captures, only `self` and the parameters of enclosing functions are seen here, not their
///   local variables and not members used without `self.`; for these `captureCheck` asks the compiler;
/// - an option that the attribute does not declare, or one given twice, is the type checker's to say as well, before the
///   plug-in is asked;
/// - a property outside a type is refused by the compiler alone (`'body' macro cannot be attached to var`);
/// - types are seen as they are spelt; what conforms to what is the type checker's to say.
enum Refusal: Equatable, Sendable {
  // The declaration

  /// The attribute is on a type, an extension, an import or another declaration that computes nothing.
  case notAFunction(attribute: String, kind: String)
  /// The attribute is on a stored or computed property; the compiler expands no body there.
  case property(attribute: String, name: String)
  /// The attribute is on a getter, setter or observer.
  case accessor(attribute: String, kind: String)
  /// The attribute is on a subscript.
  case subscripting(attribute: String)
  /// An initializer makes a new value by contract.
  case initializer(attribute: String)
  /// A deinitializer has neither arguments nor a result.
  case deinitializer(attribute: String)
  /// A protocol requirement has no body to run.
  case protocolRequirement(attribute: String, function: String)
  /// A function outside a protocol has no body to run.
  case missingBody(attribute: String, function: String)
  /// What a rethrowing function throws depends on a closure, and its body cannot move into a nested function.
  case rethrowing(function: String)
  /// A hit would not write the argument back.
  case inoutParameter(function: String, parameter: String)
  /// A hit would not change `self`.
  case mutating(function: String)
  /// The body would consume `self`, which the key holds.
  case consumingMethod(function: String)
  /// There is nothing to keep: the result is `Void` or `Never`.
  case noResult(function: String, attribute: String, result: String)
  /// A generic parameter, a parameter or the result need not be copyable or escapable; what a cache holds must be both.
  case suppressedConformance(function: String, constraint: String)
  /// A `borrowing` or `consuming` parameter cannot be both in the key and in the body.
  case ownership(function: String, parameter: String, specifier: String)
  /// `self` cannot be part of the key, since its type is declared `~Copyable`.
  case nonCopyableSelf(function: String, type: String)
  /// A result builder does not see a body that moves into a nested function; known by its name, `…Builder`.
  case resultBuilder(function: String, builder: String)
  /// A local function under the attribute of a function around it; the compiler expands no macro inside of itself.
  case nestedInItself(function: String, inner: String, attribute: String)
  /// A second cache attribute on one function.
  case alreadyCached(function: String, by: String, attribute: String)

  // What it takes and returns

  /// No key can hold a closure, and no hash function is given.
  case closureParameter(function: String, parameter: String)
  /// Data is copied and stored; a closure cannot be.
  case closureResult(function: String)
  /// A task is work and not its value; warning on a resource and on `@cache`, error on data.
  case taskResult(function: String, type: String, isError: Bool)
  /// A sequence that its first reader uses up; warning on a resource and on `@cache`, error on data.
  case streamResult(function: String, type: String, isError: Bool)
  /// A lazy sequence holds the work and not the elements; warning on a resource and on `@cache`, error on data.
  case lazyResult(function: String, type: String, isError: Bool)
  /// A local function uses a parameter of an enclosing function, which its key would miss.
  case capturedParameter(function: String, parameter: String)
  /// A local function uses the `self` of the method around it, which its key would miss.
  case capturedSelf(function: String)

  // The options

  /// An option that the attribute does not have.
  case unknownOption(attribute: String, option: String, suggestion: String?)
  /// One option twice.
  case duplicateOption(attribute: String, option: String)
  /// An option that `@cache` had and its successors have not.
  case removedOption(attribute: String, option: String)
  /// A resource cannot leave the process.
  case persistedResource(attribute: String)
  /// A literal text that is no length of time; `problem` is the text of `DurationTextError`, the same as at run time.
  case unreadableDuration(option: String, problem: String)
  /// A literal length of time below zero.
  case negativeDuration(option: String, written: String)
  /// A literal bound under which the cache could hold nothing.
  case emptyBound(option: String, written: String)
  /// The time is to be shown beside a spinner that is not.
  case timeWithoutSpinner(attribute: String)
  /// What a person does with widgets is of this run, and no store keeps results by it.
  case persistedWidgets(attribute: String)
  /// A hash function for the type of a parameter that is excluded, with no other parameter that could need it.
  case hashedExcludedParameter(parameter: String, type: String)
  /// A hash function of what is another in every process, for a key that leaves it.
  case processHash(name: String)
  /// Two hash functions for one type.
  case duplicateHashFunction(type: String)
  /// An option that names a parameter of the function, inside of which it is used.
  case shadowedOption(option: String, name: String, function: String)
}

extension Refusal {
  /// The text, one line: what is wrong; the remedy.
  var text: String {
    switch self {
    case .notAFunction(let attribute, let kind):
      "'@\(attribute)' caches functions, not \(kind); put it on a function with a body"
    case .property(let attribute, let name):
      "'@\(attribute)' cannot be on property '\(name)'; make it a function, or cache a function that it calls"
    case .accessor(let attribute, let kind):
      "'@\(attribute)' cannot be on accessor '\(kind)'; cache a function that it calls"
    case .subscripting(let attribute):
      "'@\(attribute)' cannot be on a subscript; cache a function that it calls"
    case .initializer(let attribute):
      "'@\(attribute)' cannot be on an initializer; cache a function that returns the new value"
    case .deinitializer(let attribute):
      "'@\(attribute)' cannot be on a deinitializer; release what is cached with 'onRelease'"
    case .protocolRequirement(let attribute, let function):
      "protocol requirement '\(function)' has no body to cache; put '@\(attribute)' on the functions that implement it"
    case .missingBody(let attribute, let function):
      "'\(function)' has no body to cache; write one, or remove '@\(attribute)'"
    case .rethrowing(let function):
      "'\(function)' rethrows what its argument throws and cannot be cached; declare it 'throws'"
    case .inoutParameter(let function, let parameter):
      "a hit would not write 'inout' parameter '\(parameter)' of '\(function)' back; take a value and return the new one"
    case .mutating(let function):
      "a hit would not change 'self' as mutating method '\(function)' does; return the new value from a method that does not mutate"
    case .consumingMethod(let function):
      "'\(function)' consumes 'self', which the key needs; remove 'consuming'"
    case .noResult(let function, let attribute, let result):
      "'\(function)' returns \(result), so there is nothing to cache; return a value, or remove '@\(attribute)'"
    case .suppressedConformance(let function, let constraint):
      "'\(function)' takes or returns a '\(constraint)' value, which a cache cannot hold; require \(Self.required(by: constraint))"
    case .ownership(let function, let parameter, let specifier):
      "'\(specifier)' parameter '\(parameter)' of '\(function)' cannot be part of the key; remove '\(specifier)'"
    case .nonCopyableSelf(let function, let type):
      "'self' of non-copyable type '\(type)' cannot be part of the key of '\(function)'; make it a static or global function of what it reads"
    case .resultBuilder(let function, let builder):
      "'@\(builder)' cannot build the body of cached '\(function)'; cache a function that calls it"
    case .nestedInItself(let function, let inner, let attribute):
      "the compiler does not expand '@\(attribute)' on '\(inner)' inside of '\(function)', which is under it too; move '\(inner)' out"
    case .alreadyCached(let function, let other, let attribute):
      "'\(function)' is already cached by '@\(other)'; remove '@\(attribute)'"
    case .closureParameter(let function, let parameter):
      "cannot hash closure argument '\(parameter)' of '\(function)'; exclude it with an underscore before its internal name ('_\(parameter)'), or take a value that says which closure is meant"
    case .closureResult(let function):
      "'\(function)' returns a closure, which cannot be copied and stored as data; use '@CacheResource'"
    case .taskResult(let function, let type, _):
      "'\(function)' returns '\(type)', which is the work and not its value; make the function 'async' and return the value"
    case .streamResult(let function, let type, _):
      "'\(function)' returns '\(type)', which its first reader uses up; collect the elements and return an array"
    case .lazyResult(let function, let type, _):
      "'\(function)' returns lazy '\(type)', which does its work at each reading; return an array"
    case .capturedParameter(let function, let parameter):
      "local function '\(function)' uses '\(parameter)' of the function around it, which its key would miss; pass it as a parameter"
    case .capturedSelf(let function):
      "local function '\(function)' uses the 'self' around it, which its key would miss; make it a method, or pass what it needs as a parameter"
    case .unknownOption(let attribute, let option, let suggestion):
      if let suggestion {
        "'@\(attribute)' has no option '\(option)'; did you mean '\(suggestion)'?"
      } else {
        "'@\(attribute)' has no option '\(option)'; remove it"
      }
    case .duplicateOption(let attribute, let option):
      "option '\(option)' of '@\(attribute)' is given twice; remove one"
    case .removedOption(let attribute, let option):
      "'@\(attribute)' has no option '\(option)' any more; remove it"
    case .persistedResource(let attribute):
      "a resource cannot leave the process, so '@\(attribute)' has no option 'persist'; remove it, or cache what it is made from with '@CacheData'"
    case .unreadableDuration(let option, let problem):
      "'\(option)': \(problem)"
    case .negativeDuration(let option, let written):
      "'\(option)' cannot be negative ('\(written)'); use a positive length of time, or 0 to store nothing"
    case .emptyBound(let option, let written):
      "'\(option)' must be at least 1, not \(written); leave it out for no bound"
    case .timeWithoutSpinner(let attribute):
      "'showTime' adds the time to the spinner of '@\(attribute)', and 'showSpinner: false' shows none; remove one of the two"
    case .persistedWidgets(let attribute):
      "results of '@\(attribute)' that depend on widgets live in memory only; remove 'persist', or read the widgets outside and pass their values"
    case .hashedExcludedParameter(let parameter, let type):
      "parameter '\(parameter)' is excluded from the key, so the hash function for '\(type)' is never used; remove one of the two"
    case .processHash(let name):
      "'\(name)' is another in every process, so no result with 'persist:' would be found by it again; return what it is made from"
    case .duplicateHashFunction(let type):
      "there are two hash functions for '\(type)'; remove one"
    case .shadowedOption(let option, let name, let function):
      "'\(option)' names '\(name)', which is a parameter of '\(function)' where the option is used; call one of the two something else"
    }
  }

  private static func required(by constraint: String) -> String {
    constraint == "~Escapable" ? "'Escapable'" : "'Copyable'"
  }
}

extension Refusal: DiagnosticMessage {
  var message: String { text }

  var severity: DiagnosticSeverity {
    switch self {
    case .taskResult(_, _, let isError), .streamResult(_, _, let isError), .lazyResult(_, _, let isError):
      isError ? .error : .warning
    default: .error
    }
  }

  var diagnosticID: MessageID { MessageID(domain: "CacheMacros", id: kind.rawValue) }

  /// The case without its values.
  var kind: Kind {
    switch self {
    case .notAFunction: .notAFunction
    case .property: .property
    case .accessor: .accessor
    case .subscripting: .subscripting
    case .initializer: .initializer
    case .deinitializer: .deinitializer
    case .protocolRequirement: .protocolRequirement
    case .missingBody: .missingBody
    case .rethrowing: .rethrowing
    case .inoutParameter: .inoutParameter
    case .mutating: .mutating
    case .consumingMethod: .consumingMethod
    case .noResult: .noResult
    case .suppressedConformance: .suppressedConformance
    case .ownership: .ownership
    case .nonCopyableSelf: .nonCopyableSelf
    case .resultBuilder: .resultBuilder
    case .nestedInItself: .nestedInItself
    case .alreadyCached: .alreadyCached
    case .closureParameter: .closureParameter
    case .closureResult: .closureResult
    case .taskResult: .taskResult
    case .streamResult: .streamResult
    case .lazyResult: .lazyResult
    case .capturedParameter: .capturedParameter
    case .capturedSelf: .capturedSelf
    case .unknownOption: .unknownOption
    case .duplicateOption: .duplicateOption
    case .removedOption: .removedOption
    case .persistedResource: .persistedResource
    case .unreadableDuration: .unreadableDuration
    case .negativeDuration: .negativeDuration
    case .emptyBound: .emptyBound
    case .timeWithoutSpinner: .timeWithoutSpinner
    case .persistedWidgets: .persistedWidgets
    case .hashedExcludedParameter: .hashedExcludedParameter
    case .processHash: .processHash
    case .duplicateHashFunction: .duplicateHashFunction
    case .shadowedOption: .shadowedOption
    }
  }

  /// Every refusal there is; the tests hold one row and one fixture for each.
  enum Kind: String, CaseIterable, Sendable {
    case notAFunction, property, accessor, subscripting, initializer, deinitializer
    case protocolRequirement, missingBody, rethrowing, inoutParameter, mutating, consumingMethod, noResult
    case suppressedConformance, ownership, nonCopyableSelf, resultBuilder, nestedInItself
    case alreadyCached
    case closureParameter, closureResult, taskResult, streamResult, lazyResult, capturedParameter,
      capturedSelf
    case unknownOption, duplicateOption, removedOption, persistedResource
    case unreadableDuration, negativeDuration, emptyBound, timeWithoutSpinner, persistedWidgets
    case hashedExcludedParameter, processHash, duplicateHashFunction, shadowedOption
  }
}
